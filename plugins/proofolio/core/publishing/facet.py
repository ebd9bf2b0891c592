"""Filters from the cards that they filter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from proofolio.core.publishing.views.filter import FilterChoice, FilterGroup, FilterTag


class Card(Protocol):
    """Anything with filter tags."""

    @property
    def filters(self) -> tuple[FilterTag, ...]:
        """The values by which it can be found."""


def tag(name: str, values: Iterable[str | None]) -> FilterTag:
    """A card's values in one filter, each once, in order."""
    return FilterTag(name, tuple(sorted({each for each in values if each})))


def groups(
    cards: Sequence[Card], labels: Mapping[str, str], choices: Mapping[str, Mapping[str, str]]
) -> tuple[FilterGroup, ...]:
    """The filters worth showing: those that leave some cards out.

    ``labels`` names each filter, in the order to show; ``choices`` gives, for each filter, the
    label of each value in the order to show. Values without cards are left out.
    """
    found = []
    for name, label in labels.items():
        tags = (each for card in cards for each in card.filters if each.name == name)
        counts = Counter(value for each in tags for value in each.values)
        known = dict(choices.get(name, {}))
        for value in sorted(counts):
            known.setdefault(value, value)
        shown = [FilterChoice(value, known[value], counts[value]) for value in known if counts[value]]
        if len(shown) > 1 or (shown and shown[0].count < len(cards)):
            found.append(FilterGroup(name, label, tuple(shown)))
    return tuple(found)

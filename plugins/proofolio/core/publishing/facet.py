"""Filters from the cards that they filter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from proofolio.core.publishing.views.filter import FilterChoice, FilterGroup, FilterTag


class Card(Protocol):
    """Anything with filter tags."""

    @property
    def filters(self) -> tuple[FilterTag, ...]: ...


def tag(name: str, values: Iterable[str | None]) -> FilterTag:
    """A card's values in one filter, each once, in order."""
    return FilterTag(name, tuple(sorted({each for each in values if each})))


def groups(
    cards: Sequence[Card], labels: Mapping[str, str], choices: Mapping[str, Mapping[str, str]]
) -> tuple[FilterGroup, ...]:
    """The filters worth showing: those with at least two choices.

    ``labels`` names each filter, in the order to show; ``choices`` gives, for each filter, the
    label of each value in the order to show. Values without cards are left out.
    """
    found = []
    for name, label in labels.items():
        given = [value for card in cards for each in card.filters if each.name == name for value in each.values]
        known = {**choices.get(name, {}), **{value: value for value in sorted(given)}}
        known.update(choices.get(name, {}))
        shown = tuple(FilterChoice(value, known[value], given.count(value)) for value in known if value in given)
        if len(shown) > 1:
            found.append(FilterGroup(name, label, shown))
    return tuple(found)

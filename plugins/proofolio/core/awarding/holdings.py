"""Holdings: what a person has that a pathway's rule can count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from proofolio.core.awarding.award import Awards, Claim
from proofolio.core.awarding.catalogue import Catalogue
from proofolio.core.awarding.ledger import lasts


@dataclass(frozen=True, slots=True)
class Holdings:
    """Micro-credentials held (``ids``), the kinds of evidence behind each, and finished pathways.

    ``planned`` are supposed to be earned, with whatever kind of evidence is wanted.
    """

    ids: frozenset[str] = frozenset()
    kinds: Mapping[str, frozenset[str]] = field(default_factory=dict)
    pathways: frozenset[str] = frozenset()
    planned: frozenset[str] = frozenset()

    def shows(self, name: str, kind: str) -> bool:
        """Whether the accepted evidence for a micro-credential holds an artifact of a kind."""
        return name in self.planned or (name in self.ids and kind in self.kinds.get(name, ()))

    def plus(self, names: Iterable[str]) -> Holdings:
        """What there would be if these were earned too."""
        more = frozenset(names)
        return replace(self, ids=self.ids | more, planned=self.planned | more)

    def finishing(self, names: Iterable[str]) -> Holdings:
        """What there would be if these pathways were finished."""
        return replace(self, pathways=self.pathways.union(names))


Grounds = Mapping[str, tuple[Claim, ...]]


def current(claims: Grounds, today: date) -> dict[str, tuple[Claim, ...]]:
    """The grounds that have not expired, by micro-credential."""
    holding = {name: tuple(each for each in claims[name] if each.holds_on(today)) for name in claims}
    return {name: each for name, each in holding.items() if each}


def begun(claims: Grounds, day: date) -> dict[str, tuple[Claim, ...]]:
    """The grounds that were there by a day, by micro-credential."""
    there = {name: tuple(each for each in claims[name] if each.award.on <= day) for name in claims}
    return {name: each for name, each in there.items() if each}


def holdings(claims: Grounds, pathways: Iterable[str] = ()) -> Holdings:
    """Holdings from the grounds and finished pathways that are to count."""
    return Holdings(
        ids=frozenset(claims),
        kinds={name: frozenset().union(*(each.kinds for each in claims[name])) for name in claims},
        pathways=frozenset(pathways),
    )


def issued_pathways(awards: Awards, catalogue: Catalogue, day: date) -> dict[str, date]:
    """Pathways with a credential in the ledger that is valid on a day, with the day it is from."""
    return {
        name: each.on
        for name, each in awards.credentials.items()
        if catalogue.pathway(name) is not None and lasts(each.valid_until) >= day
    }

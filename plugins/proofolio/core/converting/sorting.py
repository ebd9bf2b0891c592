"""Putting things into the order that a framework and a file have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from proofolio.core.model.competency import Competency
from proofolio.core.model.framework import Domain

Thing = TypeVar("Thing")


def ordered(competencies: Iterable[Competency], domains: Sequence[Domain]) -> Mapping[str, Competency]:
    """Competencies by id, ordered by domain and then by id, as a framework has them."""
    rank = {each.id: at for at, each in enumerate(domains)}
    found = sorted(competencies, key=lambda each: (rank.get(each.domain or "", len(rank)), each.id))
    return {each.id: each for each in found}


def placed(things: Iterable[tuple[object, Thing]]) -> list[Thing]:
    """Things in the order of their places; what has no place follows what stands before it."""
    keyed: list[tuple[int, int, Thing]] = []
    last = 0
    for at, (place, thing) in enumerate(things):
        last = place if isinstance(place, int) and not isinstance(place, bool) else last
        keyed.append((last, at, thing))
    return [thing for _, _, thing in sorted(keyed, key=lambda each: each[:2])]

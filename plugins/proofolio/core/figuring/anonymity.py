"""Whether figures keep answers anonymous: nobody can work out from them what a few, or all, answered.

The same rule as for other figures (``protect``): for each small group there has to be another course of
events that gives the very same told figures. Here a course of events is who gave which two answers, and
another one is found by letting two people answer otherwise (an exchange). What everybody answered is
each one's own answer, so that has to be left open, too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import combinations_with_replacement, product

from proofolio.core.figuring.measure import FEWEST

Pair = tuple[int, int]
"""Somebody's answers before and after, as places on the scale."""
Group = tuple[str, int, int]
Told = Callable[[Pair, Pair], Hashable]
"""What remains the same, for all that is told, when two people answer otherwise."""


def means(one: Pair, other: Pair) -> Hashable:
    """Told are the means, and so the sums."""
    return one[0] + other[0], one[1] + other[1]


def moves(one: Pair, other: Pair) -> Hashable:
    """Told are the means, and how many went up, stayed or went down."""
    return means(one, other), tuple(sorted((_way(one), _way(other))))


def spreads(one: Pair, other: Pair) -> Hashable:
    """Told is how many gave each answer, before and after; the means follow from it."""
    return tuple(sorted((one[0], other[0]))), tuple(sorted((one[1], other[1])))


def everything(one: Pair, other: Pair) -> Hashable:
    """Told are the spreads and the moves."""
    return spreads(one, other), moves(one, other)


def is_anonymous(pairs: Iterable[Pair], steps: int, told: Told) -> bool:
    """Whether nothing about fewer than five of these people, or about all of them, follows from the figures.

    ``steps`` is how many answers the scale has.
    """
    people = Counter(pairs)
    groups = {cell: frozenset(_groups(cell, steps)) for cell in _cells(steps)}
    risky = _risky(people, groups)
    for one, other in combinations_with_replacement(sorted(people), 2):
        if one == other and people[one] < 2:
            continue
        before = Counter((*groups[one], *groups[other]))
        for first, second in _exchanges(one, other, steps):
            if not risky:
                return True
            if told(first, second) == told(one, other):
                after = Counter((*groups[first], *groups[second]))
                risky -= {each for each in risky if before[each] != after[each]}
    return not risky


def _risky(people: Counter[Pair], groups: dict[Pair, frozenset[Group]]) -> set[Group]:
    """The groups of a few, of all but a few, and of all who gave one answer or went one way."""
    every = people.total()
    sizes: Counter[Group] = Counter()
    for cell, number in people.items():
        for each in groups[cell]:
            sizes[each] += number
    return {
        each
        for each, size in sizes.items()
        if size < FEWEST or 0 < every - size < FEWEST or (size == every and not each[0].startswith("up to"))
    }


def _groups(cell: Pair, steps: int) -> Iterator[Group]:
    """Everything that can be said of somebody who gave these two answers."""
    before, after = cell
    yield "before", before, 0
    yield "after", after, 0
    yield "both", before, after
    yield "by", after - before, 0
    yield "way", _way(cell), 0
    yield from (("up to, before", each, 0) for each in range(before, steps))
    yield from (("up to, after", each, 0) for each in range(after, steps))


def _exchanges(one: Pair, other: Pair, steps: int) -> Iterator[tuple[Pair, Pair]]:
    """Other answers of two people that leave the sums as they are."""
    before, after = one[0] + other[0], one[1] + other[1]
    scale = range(1, steps + 1)
    for first in _cells(steps):
        second = (before - first[0], after - first[1])
        if second[0] in scale and second[1] in scale and first <= second:
            yield first, second


def _cells(steps: int) -> Iterator[Pair]:
    scale = range(1, steps + 1)
    return product(scale, scale)


def _way(pair: Pair) -> int:
    return (pair[1] > pair[0]) - (pair[1] < pair[0])

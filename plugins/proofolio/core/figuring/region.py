"""Regions: parts of the district of which something could be worked out, and in which a few did something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from operator import or_

from proofolio.core.figuring.grid import EVERYTHING, NO_DAY, Atom, Grid

Region = tuple[frozenset[str], frozenset[int], frozenset[str]]
"""All atoms of some organisations, stretches of time and kinds, whether something happened there or not."""


def within(atom: Atom, region: Region) -> bool:
    """Whether an atom belongs to a region."""
    return atom[0] in region[0] and atom[1] in region[1] and atom[2] in region[2]


def small_regions(grid: Grid, fewest: int) -> Iterator[tuple[Region, tuple[Atom, ...]]]:
    """Every region in which fewer people did something, with the atoms in which they did.

    Organisations are taken as they are told, one by one, and all but one; so are kinds, those of single
    achievements for the whole district only, because for one school they are not told. Time is taken in
    every run of stretches, and all but such a run.
    """
    axes = grid.axes
    bits = {person: 1 << at for at, person in enumerate(sorted(grid.of(grid.people)))}
    masks = {atom: sum(bits[each] for each in who) for atom, who in grid.people.items()}
    everywhere, anything = axes.organizations[EVERYTHING], axes.kinds[EVERYTHING]
    places = _with_rests({*axes.organizations.values(), *_ones(everywhere)}, everywhere)
    wide = _with_rests((axes.kinds[each] for each in axes.kinds if each not in axes.fine), anything)
    single = _with_rests({*axes.kinds.values(), *_ones(anything)}, anything)
    pairs = [(place, sort) for place in places for sort in wide]
    pairs += [(everywhere, sort) for sort in single if sort not in wide]
    at_home: dict[str, dict[Atom, int]] = {}
    for atom, mask in masks.items():
        at_home.setdefault(atom[0], {})[atom] = mask
    for place, sort in pairs:
        homes = (at_home[home] for home in place if home in at_home)
        inside = {atom: mask for home in homes for atom, mask in home.items() if atom[2] in sort}
        by_stretch: dict[int, int] = {}
        for atom, mask in inside.items():
            by_stretch[atom[1]] = by_stretch.get(atom[1], 0) | mask
        for run in _few(by_stretch, range(NO_DAY, len(axes.borders) + 1), fewest):
            yield (place, run, sort), tuple(sorted(atom for atom in inside if atom[1] in run))


def _ones(whole: Iterable[str]) -> Iterator[frozenset[str]]:
    return (frozenset({each}) for each in whole)


def _with_rests(sets: Iterable[frozenset[str]], whole: frozenset[str]) -> list[frozenset[str]]:
    """These sets, and all but each of them; each once, in order."""
    every = {each for one in sets for each in (one, whole - one)}
    return sorted((each for each in every if each), key=lambda each: (len(each), sorted(each)))


def _few(masks: Mapping[int, int], ends: range, fewest: int) -> Iterator[frozenset[int]]:
    """The runs of stretches, and all but such a run, in which a few did something. Masks are people."""
    each = [masks.get(stretch, 0) for stretch in ends]
    until = list(accumulate(each, or_, initial=0))
    since = list(accumulate(reversed(each), or_, initial=0))[::-1]
    whole = frozenset(ends)
    for first in range(len(each)):
        people = 0
        for last in range(first, len(each)):
            people |= each[last]
            within_run = 0 < people.bit_count() < fewest
            beside_run = 0 < (until[first] | since[last + 1]).bit_count() < fewest
            if within_run or beside_run:
                run = frozenset(ends[first : last + 1])
                if within_run:
                    yield run
                if beside_run:
                    yield whole - run

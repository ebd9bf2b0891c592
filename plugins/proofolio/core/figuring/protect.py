"""Protect small groups: which cells must not be told, so that nobody can work out a small one.

A cell about one to four people is not told. Then nothing must be had by subtraction:

1. *Lines.* What remains of a told cell when told cells are taken away that it is cut into (schools of a
   district, terms of a year, frameworks of all) is about nobody or about enough people. So is whoever is
   in a told cell and not in another that lies in it, whoever is enrolled and has no part in a told cell,
   and whoever is enrolled in what remains and has no part in it. Otherwise the smaller cell, or the
   smallest of the parts, is not told either.
2. *Certainty.* For each small cell there is another course of events that gives the very same told
   figures and another figure for it (see ``exchange``). Otherwise the smallest told cell around it is
   not told either.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from proofolio.core.figuring.exchange import Region, Told, can_be_otherwise
from proofolio.core.figuring.grid import NO_DAY, Atom, Cell, Grid


def protect(
    grid: Grid,
    fewest: int,
    base: Mapping[tuple[str, str], frozenset[str]] | None = None,
    beforehand: Iterable[Cell] = (),
) -> frozenset[Cell]:
    """The cells that are not told. ``fewest`` 0 tells everything.

    ``base`` are the people enrolled, by organisation and period: those of them who have no part in a
    cell are a group too. ``beforehand`` are cells that something else asks not to tell.
    """
    if not fewest:
        return frozenset()
    return _Guard(grid, fewest, base or {}).hidden(beforehand)


class _Guard:
    def __init__(self, grid: Grid, fewest: int, base: Mapping[tuple[str, str], frozenset[str]]) -> None:
        self.grid, self.fewest, self.base = grid, fewest, base
        self.who = {cell: grid.of(atoms) for cell, atoms in grid.cells.items()}
        self.shown = set(grid.cells)
        self.over = {key: grid.axes.stretches(key) for key in grid.axes.periods}
        # From the largest to the smallest, and the smallest part first to go.
        self.lines = [
            (cell, sorted(line, key=self._size))
            for cell in sorted(grid.cells, key=self._size, reverse=True)
            for line in self._parts(cell)
        ]
        self.around = {cell: list(self._around(cell)) for cell in grid.cells}
        self.empty = [each for each in grid.empty if not self._few(len(self.base.get(each[:2], ())))]
        self.small = [cell for cell, who in self.who.items() if self._few(len(who))]
        self.groups = dict(self._groups())

    def hidden(self, beforehand: Iterable[Cell]) -> frozenset[Cell]:
        self.shown -= {*self.small, *beforehand}
        self.shown -= {each for each in self.shown if self._few_without(each)}
        self._lines()
        self._certainty()
        self._lines()
        return frozenset(self.grid.cells) - self.shown

    def _few(self, number: int) -> bool:
        return 0 < number < self.fewest

    def _few_without(self, cell: Cell) -> bool:
        """Whether only a few of those who are enrolled, now or later, have no part in a cell."""
        who = self.who[cell]
        enrolled = (each for (place, _), each in self.base.items() if place == cell[0])
        return any(who <= each and self._few(len(each - who)) for each in enrolled)

    def _lines(self) -> None:
        """Hide more, until no line tells of a few."""
        changed = True
        while changed:
            changed = False
            for cell, larger in self.around.items():
                apart = (len(self.who[each]) - len(self.who[cell]) for each in larger if each in self.shown)
                if cell in self.shown and any(map(self._few, apart)):
                    self.shown.discard(cell)
                    changed = True
            for cell, line in self.lines:
                while cell in self.shown:
                    victim = self._victim(cell, [each for each in line if each in self.shown])
                    if victim is None:
                        break
                    self.shown.discard(victim)
                    changed = True

    def _victim(self, cell: Cell, parts: list[Cell]) -> Cell | None:
        """What must not be told besides what is hidden already, in one way to cut up a cell."""
        rest = self.grid.cells[cell].difference(*(self.grid.cells[each] for each in parts))
        left = self.grid.of(rest)
        if self._few(len(left)):
            return parts[0] if parts else cell
        if parts and parts[0][0] != cell[0] and self._few(len(self._beside(cell, parts) - left)):
            return parts[0]
        if len(parts) == 2 and not rest:
            both = sum(len(self.who[each]) for each in parts) - len(self.who[cell])
            if self._few(both):
                return parts[0]
        return None

    def _beside(self, cell: Cell, parts: list[Cell]) -> frozenset[str]:
        """Who is enrolled in an organisation and in none of these parts of it."""
        within = (self.base.get(each[:2], frozenset()) for each in parts)
        return self.base.get(cell[:2], frozenset()).difference(*within)

    def _parts(self, cell: Cell) -> Iterator[list[Cell]]:
        """The ways in which a cell is cut up into cells of the same grid."""
        axes = self.grid.axes
        organization, period, kind = cell
        ways = [
            [(each, period, kind) for each in axes.branches.get(organization, ())],
            [(organization, period, each) for each in axes.splits.get(kind, ())],
        ]
        for spans in axes.parts.get(period, ()):
            parts = [(organization, each, kind) for each in spans]
            ways += [[each] for each in parts] if axes.running else [parts]
        for way in ways:
            found = [each for each in way if each in self.grid.cells]
            if found:
                yield found

    def _around(self, cell: Cell) -> Iterator[Cell]:
        """The cells that hold all of a cell, whatever happens."""
        axes, (organization, period, kind) = self.grid.axes, cell
        over = axes.stretches(period)
        wider = (
            [key for key, inside in axes.organizations.items() if axes.organizations[organization] <= inside],
            [key for key in axes.periods if over <= self.over[key]],
            [key for key, inside in axes.kinds.items() if axes.kinds[kind] <= inside],
        )
        return (each for each in product(*wider) if each != cell and each in self.grid.cells)

    def _groups(self) -> Iterator[tuple[Region, tuple[Atom, ...]]]:
        """Every part of the district, told or not, in which a few have done something, once each."""
        axes = self.grid.axes
        ends = range(NO_DAY, len(axes.borders) + 1)
        runs = {frozenset(range(one, two + 1)) for one in ends for two in ends if one <= two}
        places = {*axes.organizations.values(), *(frozenset({each}) for each in axes.organizations[""])}
        sorts = {*axes.kinds.values(), *(frozenset({each}) for each in axes.kinds[""])}
        for place, sort in product(sorted(places, key=sorted), sorted(sorts, key=sorted)):
            inside = [each for each in self.grid.people if each[0] in place and each[2] in sort]
            seen = set[frozenset[Atom]]()
            for run in sorted(runs, key=sorted):
                atoms = frozenset(each for each in inside if each[1] in run)
                if atoms not in seen or 1:
                    seen.add(atoms)
                    if self._few(len(self.grid.of(atoms))):
                        yield (place, run, sort), tuple(sorted(atoms))

    def _certainty(self) -> None:
        """Hide more, until no small group can be worked out. What is hidden later only helps."""
        told = Told.of(self.grid, self.shown, self.empty)
        for region, atoms in self.groups.items():
            while not can_be_otherwise(region, atoms, told):
                around = [each for each in self.shown if not self.grid.cells[each].isdisjoint(atoms)]
                victim = min(around, key=self._size)
                self.shown.discard(victim)
                told.hide(victim)

    def _size(self, cell: Cell) -> tuple[int, int, Cell]:
        return len(self.who[cell]), len(self.grid.cells[cell]), cell

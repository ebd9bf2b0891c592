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

from proofolio.core.figuring.exchange import Exchanges
from proofolio.core.figuring.grid import Atom, Cell, Grid
from proofolio.core.figuring.region import small_regions
from proofolio.core.figuring.told import Told


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
        # In which stretches nothing happened at all, anybody can guess: some lie ahead.
        lived = {atom[1] for atom in grid.people}
        self.over = {key: grid.axes.stretches(key) & lived for key in grid.axes.periods}
        # Cells that hold the same under several names are told together, or not at all.
        self.twins: dict[frozenset[Atom], list[Cell]] = {}
        for cell, atoms in grid.cells.items():
            self.twins.setdefault(atoms, []).append(cell)
        # From the largest to the smallest, and the smallest part first to go.
        self.lines = [
            (cell, sorted(line, key=self._size))
            for cell in sorted(grid.cells, key=self._size, reverse=True)
            for line in self._parts(cell)
        ]
        self.around = {cell: list(self._around(cell)) for cell in grid.cells}
        self.empty = [each for each in grid.empty if not self._few(len(self.base.get(each[:2], ())))]
        self.nothing = frozenset(self.empty)
        self.small = [cell for cell, who in self.who.items() if self._few(len(who))]

    def hidden(self, beforehand: Iterable[Cell]) -> frozenset[Cell]:
        for each in (*self.small, *beforehand, *filter(self._few_without, self.grid.cells)):
            self._hide(each)
        self._lines()
        self._certainty()
        self._lines()
        return frozenset(self.grid.cells) - self.shown

    def _hide(self, cell: Cell) -> list[Cell]:
        """Tell neither of a cell nor of its twins."""
        every = self.twins[self.grid.cells[cell]]
        self.shown.difference_update(every)
        return every

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
                while cell in self.shown:
                    victim = self._betrayed(cell, larger)
                    if victim is None:
                        break
                    self._hide(victim)
                    changed = True
            for cell, line in self.lines:
                while cell in self.shown:
                    victim = self._victim(cell, [each for each in line if each in self.shown])
                    if victim is None:
                        break
                    self._hide(victim)
                    changed = True

    def _betrayed(self, cell: Cell, larger: Iterable[Cell]) -> Cell | None:
        """What must not be told because a few are in a larger cell and not in this one.

        Those few may also be in what remains when the schools are taken away that are told in both.
        """
        schools = self.grid.axes.branches.get(cell[0], ())
        for each in larger:
            if each not in self.shown:
                continue
            apart = len(self.who[each]) - len(self.who[cell])
            if self._few(apart):
                return cell
            if not schools or each[0] != cell[0]:
                continue
            both = []
            for school in schools:
                one, two = (school, cell[1], cell[2]), (school, each[1], each[2])
                if self._tells(one) and self._tells(two):
                    both.append(one)
                    apart -= len(self.who.get(two, ())) - len(self.who.get(one, ()))
            if self._few(apart):
                told = [one for one in both if one in self.shown]
                return min(told, key=self._size) if told else cell
        return None

    def _tells(self, cell: Cell) -> bool:
        """Whether a cell is told, and be it that nobody is in it."""
        return cell in self.shown or cell in self.nothing

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
        over = self.over[period]
        wider = (
            [key for key, inside in axes.organizations.items() if axes.organizations[organization] <= inside],
            [key for key in axes.periods if over <= self.over[key]],
            [key for key, inside in axes.kinds.items() if axes.kinds[kind] <= inside],
        )
        return (each for each in product(*wider) if each != cell and each in self.grid.cells)

    def _certainty(self) -> None:
        """Hide more, until no small group can be worked out. What is hidden later only helps."""
        told = Told.of(self.grid, self.shown, self.empty)
        sizes = {cell: len(who) for cell, who in self.who.items()}
        exchanges = Exchanges(told)
        for region, atoms in small_regions(self.grid, self.fewest):
            if not exchanges.leave_open(region, atoms):
                for cell in told.named(exchanges.cheapest(region, atoms, sizes)):
                    told.hide(self._hide(cell))

    def _size(self, cell: Cell) -> tuple[int, int, Cell]:
        return len(self.who[cell]), len(self.grid.cells[cell]), cell

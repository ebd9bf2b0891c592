"""Protect small groups: which cells must not be told, so that nobody can work out a small one.

A cell about one to four people is not told. Then nothing must be had by subtraction:

1. *Lines.* What remains of a told cell when told cells are taken away that it is cut into (schools of a
   district, terms of a year, frameworks of all) is about nobody or about enough people. So is whoever is
   in the one cell and not in the other, and whoever is enrolled in what remains and has no part in it.
   Otherwise the smallest of the parts is not told either.
2. *Certainty.* For each small cell there is another course of events that gives the very same told
   figures and another figure for it (see ``exchange``). Otherwise the smallest told cell around it is
   not told either.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from proofolio.core.figuring.exchange import Told, can_be_otherwise
from proofolio.core.figuring.grid import Cell, Grid


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
        self.empty = [each for each in grid.empty if not self._few(len(self.base.get(each[:2], ())))]
        self.small = [cell for cell, who in self.who.items() if self._few(len(who))]
        self.groups = {grid.cells[cell] for cell in self.small} | {
            frozenset({atom}) for atom, who in grid.people.items() if self._few(len(who))
        }

    def hidden(self, beforehand: Iterable[Cell]) -> frozenset[Cell]:
        self.shown -= {*self.small, *beforehand}
        self.shown -= {each for each in self.shown if self._few(len(self._without(each)))}
        while self._lines() or self._certainty():
            pass
        return frozenset(self.grid.cells) - self.shown

    def _few(self, number: int) -> bool:
        return 0 < number < self.fewest

    def _without(self, cell: Cell) -> frozenset[str]:
        """Who is enrolled, and has no part in a cell."""
        return self.base.get(cell[:2], frozenset()) - self.who[cell]

    def _lines(self) -> bool:
        """Whether some line made it necessary to hide something more."""
        changed = False
        for cell in sorted(self.shown, key=self._size, reverse=True):
            for line in self._parts(cell):
                if cell not in self.shown:
                    break
                victim = self._victim(cell, [each for each in line if each in self.shown])
                if victim is not None:
                    self.shown.discard(victim)
                    changed = True
        return changed

    def _victim(self, cell: Cell, parts: list[Cell]) -> Cell | None:
        """What must not be told besides what is hidden already, in one way to cut up a cell."""
        parts.sort(key=self._size)
        whole = self.who[cell]
        for part in parts:
            if self._few(len(whole) - len(self.who[part])):
                return part
        rest = self.grid.cells[cell].difference(*(self.grid.cells[each] for each in parts))
        left = self.grid.of(rest)
        if self._few(len(left)):
            return parts[0] if parts else cell
        if parts and parts[0][0] != cell[0] and self._few(len(self._beside(cell, parts) - left)):
            return parts[0]
        if len(parts) == 2 and not rest:
            both = sum(len(self.who[each]) for each in parts) - len(whole)
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

    def _certainty(self) -> bool:
        """Whether some small group could be worked out, and something more is hidden for that."""
        told = Told.of(self.grid, self.shown, self.empty)
        for group in sorted(self.groups, key=lambda each: sorted(each)):
            if not can_be_otherwise(group, told):
                around = [each for each in self.shown if self.grid.cells[each] & group]
                if around:
                    self.shown.discard(min(around, key=self._size))
                    return True
        return False

    def _size(self, cell: Cell) -> tuple[int, int, Cell]:
        return len(self.who[cell]), len(self.grid.cells[cell]), cell

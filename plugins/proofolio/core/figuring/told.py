"""What is told, as bits, so that many cells are looked at in one step."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from proofolio.core.figuring.grid import EVERYTHING, NO_DAY, Atom, Cell, Grid


@dataclass(slots=True)
class Told:
    """A bit for each told cell: for each value on each axis the cells that hold it.

    ``shown`` has the bits of the cells that are still told. ``nothing`` are those that are told to be
    empty; an atom in one of them is known to be empty, and they stay. ``happened`` are the atoms in which
    something did happen, ``sorts`` its kinds by organisation and time.
    """

    organizations: dict[str, int]
    stretches: dict[int, int]
    kinds: dict[str, int]
    cells: tuple[Cell, ...]
    bits: dict[Cell, int]
    shown: int
    nothing: int
    happened: frozenset[Atom]
    sorts: dict[tuple[str, int], frozenset[str]]

    @classmethod
    def of(cls, grid: Grid, shown: Collection[Cell], empty: Iterable[Cell] = ()) -> Told:
        """The bits of the cells that are shown, and of those that are told to be empty."""
        axes = grid.axes
        cells = (*sorted(shown), *empty)
        organizations = dict.fromkeys(axes.organizations[EVERYTHING], 0)
        stretches = dict.fromkeys(range(NO_DAY, len(axes.borders) + 1), 0)
        kinds = dict.fromkeys(axes.kinds[EVERYTHING], 0)
        over = {each: axes.stretches(each) for each in {cell[1] for cell in cells}}
        for at, (organization, period, kind) in enumerate(cells):
            bit = 1 << at
            for key in axes.organizations[organization]:
                organizations[key] |= bit
            for when in over[period]:
                stretches[when] |= bit
            for key in axes.kinds[kind]:
                kinds[key] |= bit
        sorts: dict[tuple[str, int], set[str]] = {}
        for organization, when, kind in grid.people:
            sorts.setdefault((organization, when), set()).add(kind)
        every = (1 << len(cells)) - 1
        return cls(
            organizations,
            stretches,
            kinds,
            cells,
            {cell: 1 << at for at, cell in enumerate(cells)},
            every,
            every ^ ((1 << len(shown)) - 1),
            frozenset(grid.people),
            {key: frozenset(each) for key, each in sorts.items()},
        )

    def hide(self, cells: Iterable[Cell]) -> None:
        """Tell of these cells no longer."""
        for each in cells:
            self.shown &= ~self.bits.get(each, 0)

    def named(self, bits: int) -> list[Cell]:
        """The cells that bits stand for."""
        found = []
        while bits:
            low = bits & -bits
            found.append(self.cells[low.bit_length() - 1])
            bits ^= low
        return found

    def holding(self, atom: Atom) -> int:
        """The told cells that an atom lies in."""
        return self.organizations[atom[0]] & self.stretches[atom[1]] & self.kinds[atom[2]] & self.shown

    def allows(self, atom: Atom) -> bool:
        """Whether something could have happened there, for all that is told."""
        return atom in self.happened or not self.holding(atom) & self.nothing

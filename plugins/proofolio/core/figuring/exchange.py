"""Exchange: whether the same told figures leave open what lies in a small group.

Suppose something of the group had not happened, and something else had in its place: in another
school, in another term, of another kind, and the other way round where that is needed to balance
the sums. If that changes no told figure, then no sum and no difference of told figures can give the
group's own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from proofolio.core.figuring.grid import NO_DAY, Atom, Cell, Grid

Region = tuple[frozenset[str], frozenset[int], frozenset[str]]
"""All atoms of some organisations, stretches of time and kinds, whether something happened there or not."""
Corners = tuple[tuple[Atom, ...], tuple[Atom, ...]]
"""What would not have happened, and what would have happened in its place."""


@dataclass(slots=True)
class Told:
    """Cells as bits: for each value on each axis those that hold it, and in ``shown`` those that are told.

    ``nothing`` are the cells that are told to be empty; an atom in one of them is known to be empty.
    ``happened`` are the atoms in which something did happen, ``sorts`` its kinds by place and time.
    """

    organizations: dict[str, int]
    stretches: dict[int, int]
    kinds: dict[str, int]
    bits: dict[Cell, int]
    shown: int
    nothing: int
    happened: frozenset[Atom]
    sorts: dict[tuple[str, int], frozenset[str]]

    @classmethod
    def of(cls, grid: Grid, shown: Collection[Cell], empty: Iterable[Cell] = ()) -> Told:
        """The bits of the cells that are shown, and of those that are told to be empty."""
        axes = grid.axes
        cells = [*sorted(shown), *empty]
        organizations = dict.fromkeys(axes.organizations[""], 0)
        stretches = dict.fromkeys(range(NO_DAY, len(axes.borders) + 1), 0)
        kinds = dict.fromkeys(axes.kinds[""], 0)
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
            {cell: 1 << at for at, cell in enumerate(cells)},
            every,
            every ^ ((1 << len(shown)) - 1),
            frozenset(grid.people),
            {key: frozenset(each) for key, each in sorts.items()},
        )

    def hide(self, cell: Cell) -> None:
        """Tell of a cell no longer."""
        self.shown &= ~self.bits[cell]

    def holding(self, atom: Atom) -> int:
        """The told cells that an atom lies in."""
        return self.organizations[atom[0]] & self.stretches[atom[1]] & self.kinds[atom[2]] & self.shown

    def allows(self, atom: Atom) -> bool:
        """Whether something could have happened there, for all that is told."""
        return atom in self.happened or not self.holding(atom) & self.nothing


def can_be_otherwise(region: Region, atoms: Iterable[Atom], told: Told) -> bool:
    """Whether the figures that are told leave open what a region's own figure is.

    ``atoms`` are those of the region in which something happened.
    """
    return any(_exchanged(atom, region, told) for atom in atoms)


def within(atom: Atom, region: Region) -> bool:
    """Whether an atom belongs to a region."""
    return atom[0] in region[0] and atom[1] in region[1] and atom[2] in region[2]


def _exchanged(atom: Atom, region: Region, told: Told) -> bool:
    if not told.holding(atom):
        return True
    return any(
        sum(within(each, region) for each in out) != sum(within(each, region) for each in instead)
        and all(each in told.happened for each in out)
        and all(told.allows(each) for each in instead)
        for out, instead in _unseen(atom, told)
    )


def _unseen(atom: Atom, told: Told) -> Iterator[Corners]:
    """The exchanges with this atom that no told figure shows.

    What differs on an axis must be told apart by no cell that holds the rest of the exchange.
    """
    place, when, kind = atom
    here, then, this = told.organizations[place], told.stretches[when], told.kinds[kind]
    for organization, bits in told.organizations.items():
        if organization != place and not (here ^ bits) & then & this & told.shown:
            yield (atom,), ((organization, when, kind),)
    for stretch, bits in told.stretches.items():
        if stretch != when and not here & (then ^ bits) & this & told.shown:
            yield (atom,), ((place, stretch, kind),)
    for sort, bits in told.kinds.items():
        if sort != kind and not here & then & (this ^ bits) & told.shown:
            yield (atom,), ((place, when, sort),)
    for (organization, stretch), sorts in told.sorts.items():
        yield from _with(atom, organization, stretch, sorts, told)


def _with(
    atom: Atom, organization: str, stretch: int, sorts: frozenset[str], told: Told
) -> Iterator[Corners]:
    """The exchanges on two axes, or all three, with what happened at another place or time."""
    place, when, kind = atom
    apart = told.organizations[place] ^ told.organizations[organization]
    since = told.stretches[when] ^ told.stretches[stretch]
    this = told.kinds[kind]
    if organization != place and stretch != when:
        both = apart & since & told.shown
        if kind in sorts:
            if not both & this:
                yield _two(atom, (organization, stretch, kind))
            common = told.sorts.get((organization, when), sorts) & told.sorts.get((place, stretch), sorts)
            for sort in sorted(common - {kind}):
                if not both & (this ^ told.kinds[sort]):
                    yield _three(atom, (organization, stretch, sort))
    elif organization != place or stretch != when:
        rest = told.stretches[when] & apart if organization != place else told.organizations[place] & since
        for sort in sorted(sorts - {kind}):
            if not rest & (this ^ told.kinds[sort]) & told.shown:
                yield _two(atom, (organization, stretch, sort))


def _two(atom: Atom, other: Atom) -> Corners:
    return (atom, other), tuple(each for each in _corners(atom, other) if each not in (atom, other))


def _three(atom: Atom, other: Atom) -> Corners:
    corners = _corners(atom, other)
    even = tuple(each for each in corners if _differences(each, atom) % 2 == 0)
    return even, tuple(each for each in corners if each not in even)


def _corners(atom: Atom, other: Atom) -> list[Atom]:
    (one, then, this), (two, when, that) = atom, other
    return list(product(sorted({one, two}), sorted({then, when}), sorted({this, that})))


def _differences(corner: Atom, atom: Atom) -> int:
    return sum(one != two for one, two in zip(corner, atom, strict=True))

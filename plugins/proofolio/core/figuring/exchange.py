"""Exchange: whether the same told figures leave open what lies in a small group.

Suppose something of the group had not happened, and something else had in its place: in another
school, in another term, in another kind, and the other way round where that is needed to balance
the sums. If that changes no told figure, then no sum and no difference of told figures can give the
group's own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from proofolio.core.figuring.grid import Atom, Cell, Grid


@dataclass(frozen=True, slots=True)
class Told:
    """What is told, as bits: for each value on each axis the told cells that hold it.

    ``nothing`` are the cells that are told to be empty; an atom in one of them is known to be empty.
    """

    organizations: dict[str, int]
    stretches: dict[int, int]
    kinds: dict[str, int]
    nothing: int
    happened: frozenset[Atom]

    @classmethod
    def of(cls, grid: Grid, shown: Collection[Cell], empty: Iterable[Cell] = ()) -> Told:
        """The bits of the cells that are shown, and of those that are told to be empty."""
        axes = grid.axes
        cells = [*sorted(shown), *empty]
        organizations = dict.fromkeys(axes.organizations[""], 0)
        stretches = dict.fromkeys(range(-1, len(axes.borders) + 1), 0)
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
        nothing = ((1 << len(cells)) - 1) ^ ((1 << len(shown)) - 1)
        return cls(organizations, stretches, kinds, nothing, frozenset(grid.people))

    def holding(self, atom: Atom) -> int:
        """The told cells that an atom lies in."""
        return self.organizations[atom[0]] & self.stretches[atom[1]] & self.kinds[atom[2]]

    def allows(self, atom: Atom) -> bool:
        """Whether something could have happened there, for all that is told."""
        return atom in self.happened or not self.holding(atom) & self.nothing


def can_be_otherwise(group: frozenset[Atom], told: Told) -> bool:
    """Whether the figures that are told leave open what the group's own figure is."""
    return any(_exchanged(atom, group, told) for atom in sorted(group))


def _exchanged(atom: Atom, group: frozenset[Atom], told: Told) -> bool:
    if not told.holding(atom):
        return True
    for other in _others(atom, group, told):
        (one, then, this), (two, when, that) = atom, other
        corners = list(product({one, two}, {then, when}, {this, that}))
        if sum(_sign(each, atom) for each in corners if each in group) and all(
            each in told.happened if _sign(each, atom) > 0 else told.allows(each) for each in corners
        ):
            return True
    return False


def _others(atom: Atom, group: frozenset[Atom], told: Told) -> Iterator[Atom]:
    """The atoms with which this one can change places unseen."""
    organization, when, kind = atom
    own = (told.organizations[organization], told.stretches[when], told.kinds[kind])
    # What differs on an axis must be told apart by no cell; what is the same, any cell may hold.
    places = [
        (key, bits ^ own[0] if key != organization else bits) for key, bits in told.organizations.items()
    ]
    times = [(key, bits ^ own[1] if key != when else bits) for key, bits in told.stretches.items()]
    sorts = [(key, bits ^ own[2] if key != kind else bits) for key, bits in told.kinds.items()]
    for place, here in places:
        for time, then in times:
            both = here & then
            for sort, these in sorts:
                if not both & these and (other := (place, time, sort)) != atom:
                    yield other


def _sign(corner: Atom, atom: Atom) -> int:
    """+1 for what is taken away together with the atom, -1 for what comes in its place."""
    return -1 if sum(one != two for one, two in zip(corner, atom, strict=True)) % 2 else 1

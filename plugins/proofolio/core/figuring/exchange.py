"""Exchange: whether the same told figures leave open what lies in a small group.

Suppose something of the group had not happened, and something else had in its place: in another
school, in another term, of another kind, and the other way round where that is needed to balance
the sums. If that changes no told figure, then no sum and no difference of told figures can give the
group's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from proofolio.core.figuring.grid import Atom, Cell
from proofolio.core.figuring.region import Region, within
from proofolio.core.figuring.told import Told

Exchange = tuple[tuple[Atom, ...], tuple[Atom, ...]]
"""What would not have happened, and what would have in its place."""


class Exchanges:
    """The exchanges that leave told figures as they are, remembered as they are found."""

    def __init__(self, told: Told) -> None:
        self.told = told
        self.found: dict[Atom, list[Exchange]] = {}

    def leave_open(self, region: Region, atoms: Iterable[Atom]) -> bool:
        """Whether a region's figure could be another one. ``atoms`` are where something happened in it."""
        for atom in atoms:
            if not self.told.holding(atom):
                return True
            if any(_changes(each, region) for each in self.found.get(atom, ())):
                return True
        return any(self._find(atom, region) for atom in atoms)

    def cheapest(self, region: Region, atoms: Iterable[Atom], sizes: Mapping[Cell, int]) -> int:
        """The cells to hide, as bits, so that a region's figure is left open: as little as can be."""
        best, least = 0, float("inf")
        for atom in atoms:
            alone = [(self.told.holding(atom), None)]
            for bits, other in chain(alone, others(atom, self.told)):
                if bits & self.told.nothing or bits.bit_count() >= least:
                    continue
                cost = sum(sizes[each] for each in self.told.named(bits))
                if cost < least:
                    exchange = corners(atom, other) if other else ((atom,), ())
                    if _changes(exchange, region) and self._possible(exchange):
                        best, least = bits, cost
        return best

    def _find(self, atom: Atom, region: Region) -> bool:
        for bits, other in others(atom, self.told):
            if not bits:
                exchange = corners(atom, other)
                if _changes(exchange, region) and self._possible(exchange):
                    self.found.setdefault(atom, []).append(exchange)
                    return True
        return False

    def _possible(self, exchange: Exchange) -> bool:
        out, instead = exchange
        return all(each in self.told.happened for each in out) and all(map(self.told.allows, instead))


def _changes(exchange: Exchange, region: Region) -> bool:
    out, instead = exchange
    return sum(within(each, region) for each in out) != sum(within(each, region) for each in instead)


def others(atom: Atom, told: Told) -> Iterator[tuple[int, Atom]]:
    """The atoms to exchange something with, each with the told cells that would show it.

    Those are the cells that tell apart what differs, on every axis on which it does.
    """
    place, when, kind = atom
    here, then, this = told.organizations[place], told.stretches[when], told.kinds[kind]
    shown = told.shown
    for organization, bits in told.organizations.items():
        if organization != place:
            yield (here ^ bits) & then & this & shown, (organization, when, kind)
    for stretch, bits in told.stretches.items():
        if stretch != when:
            yield here & (then ^ bits) & this & shown, (place, stretch, kind)
    for sort, bits in told.kinds.items():
        if sort != kind:
            yield here & then & (this ^ bits) & shown, (place, when, sort)
    for (organization, stretch), sorts in told.sorts.items():
        yield from _with(atom, organization, stretch, sorts, told)


def _with(
    atom: Atom, organization: str, stretch: int, sorts: frozenset[str], told: Told
) -> Iterator[tuple[int, Atom]]:
    """Those that differ on two axes, or all three, and go with what happened at another place or time."""
    place, when, kind = atom
    apart = told.organizations[place] ^ told.organizations[organization]
    since = told.stretches[when] ^ told.stretches[stretch]
    this = told.kinds[kind]
    if organization != place and stretch != when:
        both = apart & since & told.shown
        if kind in sorts:
            yield both & this, (organization, stretch, kind)
            nothing = frozenset[str]()
            common = told.sorts.get((organization, when), nothing) & told.sorts.get((place, stretch), nothing)
            for sort in sorted(common - {kind}):
                yield both & (this ^ told.kinds[sort]), (organization, stretch, sort)
    elif organization != place or stretch != when:
        rest = told.stretches[when] & apart if organization != place else told.organizations[place] & since
        rest &= told.shown
        for sort in sorted(sorts - {kind}):
            yield rest & (this ^ told.kinds[sort]), (organization, stretch, sort)


def corners(atom: Atom, other: Atom) -> Exchange:
    """All between two atoms: those that go with the first, and those that come in their place."""
    out: list[Atom] = []
    instead: list[Atom] = []
    for place in {atom[0], other[0]}:
        for when in {atom[1], other[1]}:
            for kind in {atom[2], other[2]}:
                odd = ((place != atom[0]) + (when != atom[1]) + (kind != atom[2])) % 2
                (instead if odd else out).append((place, when, kind))
    return tuple(out), tuple(instead)

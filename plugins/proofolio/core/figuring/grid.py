"""The grid: what happened, sorted into its smallest parts, and the cells that are counted from them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from proofolio.core.model.figures import ALL, EVERY, Period

EVERYTHING = EVERY
"""The organisation and the kind that hold all others."""
NO_DAY = -1
"""The part of time in which that lies of which nobody knows the day."""
Cell = tuple[str, str, str]
"""Organisation, period and kind: a framework, an achievement, or "" for all of them."""
Atom = tuple[str, int, str]
"""The same as small as it gets: whose own organisation, between which two borders in time, of which kind."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that counts: whose, when (None: nobody knows), of which kind, and how much it counts."""

    person: str
    day: date | None
    kind: str
    amount: float = 1


@dataclass(frozen=True, slots=True)
class Axes:
    """How cells are made of atoms.

    ``organizations`` maps each organisation ("" for all) to itself and those within it, and
    ``branches`` to those directly within; ``home`` is whose organisation is which. ``periods`` are by
    id, ``parts`` the ways to cut each up, ``borders`` the days on which some period begins or has ended.
    ``kinds`` maps every kind ("" for all) to the kinds of events below it, ``splits`` to those directly
    below; ``fine`` are those told for the whole district only.
    """

    organizations: Mapping[str, frozenset[str]]
    branches: Mapping[str, tuple[str, ...]]
    home: Mapping[str, str]
    periods: Mapping[str, Period]
    parts: Mapping[str, tuple[tuple[str, ...], ...]]
    borders: tuple[date, ...]
    kinds: Mapping[str, frozenset[str]]
    splits: Mapping[str, tuple[str, ...]]
    fine: frozenset[str] = frozenset()
    running: bool = False
    """Whether a period holds all that began before its end, as with people who are enrolled."""

    def stretch(self, day: date | None) -> int:
        """Between which borders a day lies."""
        return NO_DAY if day is None else bisect_right(self.borders, day)

    def stretches(self, period: str) -> frozenset[int]:
        """Those that a period is made of."""
        found = self.periods[period]
        whole = found.id == ALL
        after = len(self.borders) if whole or found.last is None else self.stretch(found.last)
        if whole or self.running:
            return frozenset(range(NO_DAY, after + 1))
        return frozenset(range(0 if found.first is None else self.stretch(found.first), after + 1))


@dataclass(frozen=True, slots=True)
class Grid:
    """What happened, by atom: who, and how much.

    ``cells`` maps those of interest to their atoms, ``empty`` are those in which nothing happened.
    """

    axes: Axes
    people: Mapping[Atom, frozenset[str]]
    amounts: Mapping[Atom, float]
    cells: Mapping[Cell, frozenset[Atom]]
    empty: tuple[Cell, ...] = ()

    def of(self, atoms: Iterable[Atom]) -> frozenset[str]:
        """Everybody behind these atoms."""
        return frozenset().union(*(self.people[each] for each in atoms))

    def amount(self, cell: Cell) -> float:
        """The sum of what counts in a cell."""
        return round(sum(self.amounts[each] for each in self.cells.get(cell, ())), 2)

    def who(self, cell: Cell) -> frozenset[str]:
        """Everybody who has a part in a cell."""
        return self.of(self.cells.get(cell, ()))


def grid(events: Iterable[Event], axes: Axes, today: date, asked: Callable[[Cell], bool]) -> Grid:
    """Sort events into the cells that are ``asked`` for. What lies in the future has not happened."""
    people: dict[Atom, set[str]] = {}
    amounts: dict[Atom, float] = {}
    for each in events:
        if each.day is None or each.day <= today:
            atom = (axes.home.get(each.person, EVERY), axes.stretch(each.day), each.kind)
            people.setdefault(atom, set()).add(each.person)
            amounts[atom] = amounts.get(atom, 0) + each.amount
    cells = {cell: atoms for cell, atoms in _parts(axes, people).items() if asked(cell)}
    return Grid(
        axes,
        {atom: frozenset(each) for atom, each in people.items()},
        amounts,
        dict(sorted(cells.items())),
        tuple(
            cell
            for cell in product(axes.organizations, axes.periods, axes.kinds)
            if cell not in cells and asked(cell)
        ),
    )


def _parts(axes: Axes, atoms: Iterable[Atom]) -> dict[Cell, frozenset[Atom]]:
    """Every cell in which something happened, with its atoms."""
    over = {period: axes.stretches(period) for period in axes.periods}
    found: dict[Cell, set[Atom]] = {}
    for atom in atoms:
        home, when, kind = atom
        organizations = [key for key, inside in axes.organizations.items() if home in inside]
        spans = [key for key, inside in over.items() if when in inside]
        kinds = [key for key, inside in axes.kinds.items() if kind in inside]
        for cell in product(organizations, spans, kinds):
            found.setdefault(cell, set()).add(atom)
    return {cell: frozenset(each) for cell, each in found.items()}


def borders(periods: Iterable[Period]) -> tuple[date, ...]:
    """The days on which something changes: a period begins, or has ended the day before."""
    every = tuple(periods)
    firsts = (each.first for each in every if each.first)
    afters = (each.last + timedelta(days=1) for each in every if each.last and each.last < date.max)
    return tuple(sorted({*firsts, *afters}))

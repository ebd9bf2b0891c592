"""Tables: what is counted, in the cells in which it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from proofolio.core.figuring.grid import Axes, Cell, Event, Grid, borders, grid
from proofolio.core.figuring.measure import FEWEST
from proofolio.core.figuring.period import Periods
from proofolio.core.figuring.protect import protect
from proofolio.core.model.facts import AchievementFact, Facts, PersonFact
from proofolio.core.model.figures import EVERY, Period

NONE = "-"
"""The kind of what belongs to no framework."""


@dataclass(frozen=True, slots=True)
class Table:
    """A grid, and which of its cells are ``hidden``. ``base`` is who is enrolled, where that matters."""

    grid: Grid
    hidden: frozenset[Cell]
    fewest: int
    base: Mapping[tuple[str, str], frozenset[str]]

    def hides(self, cell: Cell) -> bool:
        """Whether nothing is told of a cell. That nobody did something is told of enough people only."""
        around = len(self.base.get(cell[:2], ()))
        return cell in self.hidden or (cell not in self.grid.cells and 0 < around < self.fewest)


@dataclass(frozen=True, slots=True)
class Tables:
    """Everything counted. Kinds: ``framework/`` with a slash, an achievement by its id."""

    enrolled: Table
    submitted: Table
    earned: Table
    hours: Table
    pathways: Table


def tables(facts: Facts, maker: Maker) -> Tables:
    """Count, and protect small groups where the public looks on."""
    enrolled = maker.enrolled()
    base = {cell[:2]: enrolled.grid.who(cell) for cell in enrolled.grid.cells}
    submitted = [Event(each.person, each.first, _of(each.framework)) for each in facts.submissions]
    earned = [each for each in facts.awards if not each.pathway]
    finished = [each for each in facts.awards if each.pathway]
    hours = [
        Event(each.person, each.on, _of(each.framework), each.hours) for each in facts.hours if each.hours
    ]
    credentials = maker.table(
        [Event(each.person, each.on, each.achievement) for each in earned],
        maker.achievements(facts.achievements, False),
        base,
    )
    return Tables(
        enrolled,
        maker.table(submitted, maker.frameworks(), base, beside=credentials),
        credentials,
        maker.table(hours, maker.frameworks(), base, beside=credentials),
        maker.table(
            [Event(each.person, each.on, each.achievement) for each in finished],
            maker.achievements(facts.achievements, True),
            base,
        ),
    )


def begun(facts: Facts) -> dict[str, date | None]:
    """From when each person counts as enrolled: since joining, or the first thing done. None: always."""
    firsts: dict[str, list[date]] = {}
    done = [(each.person, each.first) for each in facts.submissions]
    done += [(each.person, each.on) for each in facts.awards]
    done += [(each.person, each.on) for each in facts.hours]
    for person, day in done:
        if day is not None:
            firsts.setdefault(person, []).append(day)
    return {
        each.id: min((each.since, *firsts.get(each.id, ()))) if each.since else None for each in facts.people
    }


def framework_kind(framework: str) -> str:
    """The kind that stands for a whole framework, or for everything."""
    return f"{framework}/" if framework else EVERY


def _of(framework: str) -> str:
    return framework_kind(framework) if framework else NONE


Kinds = tuple[dict[str, frozenset[str]], dict[str, tuple[str, ...]], frozenset[str]]
"""What each kind holds, how it is split, and which of them stand for one achievement."""


class Maker:
    """Makes tables of one audience's facts: for the public, with small groups protected."""

    def __init__(self, facts: Facts, periods: Periods) -> None:
        self.facts, self.periods = facts, periods
        self.public = facts.audience == "public"
        self.fewest = fewest = FEWEST if self.public else 0
        self.organizations, self.branches = organizations(facts)
        # The public sees terms, where months would be about too few people anyway.
        self.steps = periods.terms if fewest else (*periods.terms, *periods.months)
        self.told = (*periods.choices, *self.steps)

    def enrolled(self) -> Table:
        """People, from when they joined."""
        events = [Event(person, day, NONE) for person, day in begun(self.facts).items()]
        kinds = ({EVERY: frozenset({NONE})}, dict[str, tuple[str, ...]](), frozenset[str]())
        return self.table(events, kinds, {}, running=True)

    def frameworks(self) -> Kinds:
        """All, and each framework."""
        each = [framework_kind(framework.id) for framework in self.facts.frameworks]
        kinds = {EVERY: frozenset({*each, NONE})} | {kind: frozenset({kind}) for kind in each}
        return kinds, {EVERY: tuple(each)}, frozenset()

    def achievements(self, every: Iterable[AchievementFact], pathway: bool) -> Kinds:
        """All, each framework, and each achievement."""
        wanted = [each for each in every if each.pathway is pathway]
        frameworks = [framework_kind(each.id) for each in self.facts.frameworks]
        inside = {
            kind: tuple(each.id for each in wanted if framework_kind(each.framework) == kind)
            for kind in frameworks
        }
        ids = [each.id for each in wanted]
        kinds = {kind: frozenset(those) for kind, those in inside.items()}
        kinds |= {EVERY: frozenset(ids)} | {each: frozenset({each}) for each in ids}
        loose = tuple(
            each.id for each in wanted if not kinds.keys() & {framework_kind(each.framework)} - {EVERY}
        )
        return kinds, {EVERY: (*frameworks, *loose), **inside}, frozenset(ids)

    def table(
        self,
        events: Sequence[Event],
        kinds: Kinds,
        base: Mapping[tuple[str, str], frozenset[str]],
        *,
        running: bool = False,
        lasting: bool = False,
        beside: Table | None = None,
    ) -> Table:
        """A table of these events.

        ``running``: a period holds what began before its end. ``lasting``: only all time is told.
        ``beside`` is a table whose people, taken away from these, must not leave a few either.
        """
        holds, splits, single = kinds
        # What is no longer defined is in no framework, and still counts.
        lost = frozenset(each.kind for each in events) - holds[EVERY]
        holds = {**holds, EVERY: holds[EVERY] | lost}
        told = self.told[:1] if lasting else self.told
        axes = Axes(
            self.organizations,
            self.branches,
            {each.id: each.organization for each in self.facts.people},
            {each.id: each for each in told},
            {each.id: () if lasting else self._parts(each, running) for each in told},
            borders(told),
            holds,
            splits,
            single,
            running,
        )
        asked = self._asked(single)
        if lasting:
            asked = _in_one_framework
        made = grid(events, axes, self.facts.today, asked)
        hidden = protect(made, self.fewest, base, _beside(made, beside, self.fewest))
        return Table(made, hidden, self.fewest, base)

    def _parts(self, period: Period, running: bool) -> tuple[tuple[str, ...], ...]:
        if running:
            ends = [each for each in self.told if _end(each) < _end(period)]
            return (tuple(each.id for each in ends),) if ends else ()
        shown = {each.id for each in self.told}
        ways = (tuple(each.id for each in way if each.id in shown) for way in self.periods.parts(period))
        return tuple(way for way in ways if way)

    def _asked(self, single: frozenset[str]) -> Callable[[Cell], bool]:
        """Which cells are told at all: for the public not everything at once."""
        if not self.fewest:
            return lambda cell: True
        steps = {each.id for each in self.steps}

        def asked(cell: Cell) -> bool:
            organization, period, kind = cell
            if kind in single:
                return period not in steps and organization == EVERY
            return period not in steps or EVERY in (organization, kind)

        return asked


def _in_one_framework(cell: Cell) -> bool:
    return cell[2] != EVERY


def _end(period: Period) -> date:
    return period.last or date.max


def _beside(made: Grid, other: Table | None, fewest: int) -> list[Cell]:
    """Cells whose people, without those of the same cell of another table, would be too few."""
    if other is None or not fewest:
        return []
    found = []
    for cell in made.cells:
        theirs = other.grid.who(cell)
        more = made.who(cell) - theirs
        if not other.hides(cell) and theirs <= made.who(cell) and 0 < len(more) < fewest:
            found.append(cell)
    return found


def organizations(facts: Facts) -> tuple[dict[str, frozenset[str]], dict[str, tuple[str, ...]]]:
    """Each organisation with those within it, and with those directly within. "" is all of them."""
    known = {key: within for key, (_, within) in facts.organizations.items()}
    known |= {
        each.organization: None for each in facts.people if each.organization not in known | {EVERY: None}
    }
    used: dict[str, frozenset[str]] = {}
    for person in facts.people:
        for each in _chain(person, known):
            used[each] = used.get(each, frozenset()) | {person.organization}
    shown = {key: used[key] | {key} for key in known if key in used}
    everywhere = frozenset({EVERY}).union(*shown.values())
    branches = {
        key: tuple(each for each in shown if (known[each] if known[each] in shown else EVERY) == key)
        for key in (EVERY, *shown)
    }
    return {EVERY: everywhere, **shown}, {key: each for key, each in branches.items() if each}


def _chain(person: PersonFact, known: Mapping[str, str | None]) -> list[str]:
    """The organisation of a person and those around it, as far as they go."""
    found: list[str] = []
    at: str | None = person.organization or None
    while at is not None and at in known and at not in found:
        found.append(at)
        at = known[at]
    return found

"""Figures: what is counted about a district for one audience, on one day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from proofolio.core.model.inside import Cohort as Cohort
from proofolio.core.model.inside import Concern as Concern
from proofolio.core.model.inside import Inside as Inside
from proofolio.core.model.inside import Load as Load
from proofolio.core.model.inside import Pace as Pace
from proofolio.core.model.inside import Progress as Progress
from proofolio.core.model.surveyed import ItemFigures as ItemFigures
from proofolio.core.model.surveyed import SurveyFigures as SurveyFigures

ALL = "all"
"""The period that holds everything."""
EVERY = ""
"""The organisation, or the framework, of a slice that is not narrowed by it."""


class Unit(StrEnum):
    """What a figure counts, or in what it is measured."""

    PEOPLE = "people"
    SUBMISSIONS = "submissions"
    CREDENTIALS = "credentials"
    HOURS = "hours"
    PERCENT = "percent"
    COMPETENCIES = "competencies"
    STEPS = "steps of a scale"


@dataclass(frozen=True, slots=True)
class Measure:
    """What a figure is: its id, title, unit and definition, said once for all its values."""

    id: str
    title: str
    definition: str
    unit: Unit


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to narrow figures by: an organisation (``within`` another), or a framework."""

    id: str
    title: str
    within: str | None = None


class PeriodKind(StrEnum):
    """What sort of stretch of time a period is."""

    ALL = "all"
    SCHOOL_YEAR = "school-year"
    CALENDAR_YEAR = "calendar-year"
    LAST_MONTHS = "last-12-months"
    TERM = "term"
    MONTH = "month"
    WINDOW = "window"


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time, both days included; None: open on that side."""

    id: str
    title: str
    kind: PeriodKind
    first: date | None
    last: date | None

    def holds(self, day: date | None) -> bool:
        """Whether something of that day belongs to it. What has no day belongs to all time alone."""
        if day is None:
            return self.kind is PeriodKind.ALL
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of the district: an organisation's (with those within it), a period's, a framework's.

    ``organization`` and ``framework`` are "" for all of them, ``period`` is ``all`` for all time.
    """

    organization: str = EVERY
    period: str = ALL
    framework: str = EVERY


@dataclass(frozen=True, slots=True)
class Figure:
    """One value of one measure in one slice.

    ``of`` is what a share is of; ``n`` how many people it is about. All three are None when it is
    ``suppressed`` because it, or another figure together with it, would tell of fewer than five people.
    ``value`` is also None where there is nothing to take a share of.
    """

    measure: Measure
    slice: Slice
    value: float | None
    of: float | None
    n: int | None
    suppressed: bool
    as_of: date


@dataclass(frozen=True, slots=True)
class Ranked:
    """How many earned one micro-credential (``kind`` ``micro-credential``) or finished one pathway.

    Most earned first; those whose number is suppressed stand last, by title, their value None.
    ``uri`` is its page, None for one without.
    """

    kind: str
    id: str
    title: str
    slice: Slice
    value: int | None
    suppressed: bool
    uri: str | None = None


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """A step in time (a term; on internal reports also a month) of one measure, oldest first."""

    measure: Measure
    organization: str
    framework: str
    step: Period
    value: float | None
    n: int | None
    suppressed: bool


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many competencies of a framework, or of one domain of it (``domain`` not ""), are demonstrated
    by at least one person today. ``n`` is by how many people together.
    """

    organization: str
    framework: str
    domain: str
    title: str
    value: int | None
    of: int
    n: int | None
    suppressed: bool


@dataclass(frozen=True, slots=True)
class CompetencyCover:
    """One competency: by how many people it is demonstrated today. Zero is a gap worth seeing."""

    organization: str
    framework: str
    domain: str
    competency: str
    title: str
    value: int | None
    suppressed: bool
    uri: str | None = None


@dataclass(frozen=True, slots=True)
class ImpactRow:
    """One measure with learners before and after, from work that the audience may read.

    The figures are None when it is ``suppressed``: for fewer than five learners, or for nobody knows how
    many. ``better`` is None when nothing changed. ``learners`` is how many were measured.
    """

    measure: str
    unit: str
    before: float | None
    after: float | None
    change: float | None
    better: bool | None
    learners: int | None
    before_date: date | None
    after_date: date | None
    source: str | None
    work: str
    uri: str
    person: str
    organization: str
    framework: str
    on: date | None
    suppressed: bool


@dataclass(frozen=True, slots=True)
class Report:
    """All figures for an audience on one day: what the page, the files and the command show.

    ``fewest`` is the number of people below which a figure is suppressed, 0 for no suppression.
    ``periods`` are those to choose from. ``inside`` is None for the public. ``survey_measures`` define the
    figures of the ``surveys``, and ``survey_rule`` says how answers stay anonymous.
    """

    audience: str
    name: str
    as_of: date
    fewest: int
    rule: str
    measures: tuple[Measure, ...]
    organizations: tuple[Choice, ...]
    periods: tuple[Period, ...]
    frameworks: tuple[Choice, ...]
    figures: tuple[Figure, ...]
    ranking: tuple[Ranked, ...]
    trend: tuple[TrendPoint, ...]
    coverage: tuple[Coverage, ...]
    competencies: tuple[CompetencyCover, ...]
    impact: tuple[ImpactRow, ...]
    inside: Inside | None = None
    surveys: tuple[SurveyFigures, ...] = ()
    survey_measures: tuple[Measure, ...] = ()
    survey_rule: str = ""

    def of(self, wanted: Slice) -> tuple[Figure, ...]:
        """The figures of one slice, in the order of the measures."""
        return tuple(each for each in self.figures if each.slice == wanted)

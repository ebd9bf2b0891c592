"""How far a person has come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from proofolio.core.model.learning_cycle import LearningCycle
from proofolio.core.model.plan import Goal
from proofolio.core.model.standing import Award, Decision


@dataclass(frozen=True, slots=True)
class LevelReached:
    """A level on a day: one point of a person's growth in one criterion.

    ``by`` is the reviewer's id, or the person's own for a self-assessment (``own``).
    ``fresh`` is False for ratings of evidence that has changed since.
    """

    competency: str
    criterion: str | None
    level: str
    on: date
    by: str
    own: bool
    fresh: bool = True
    submission: str | None = None


@dataclass(frozen=True, slots=True)
class CompetencyProgress:
    """A person's standing in one competency.

    ``level`` is the lowest level among all criteria, None until every one has a fresh rating;
    ``criteria`` maps a criterion to its best fresh reviewers' level; ``own`` the same for the
    latest self-assessment (key "" for the competency as a whole); ``demonstrated`` when awards
    cover every criterion at mastery; ``claimed`` and ``log_entries`` count evidence that names it, or
    a competency that it replaces or is aligned with; ``cycle`` is what the entries that name it or one
    that it replaces make, None without any. ``through`` are the competencies (``framework/id``) by whose
    alignment it is demonstrated, empty where it needs none.
    """

    competency: str
    level: str | None
    criteria: Mapping[str, str]
    own: Mapping[str, str]
    demonstrated: bool
    in_progress: bool
    claimed: int
    log_entries: int
    cycle: LearningCycle | None = None
    through: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SetProgress:
    """How many competencies of a named set are demonstrated."""

    set: str
    title: str
    have: int
    of: int


@dataclass(frozen=True, slots=True)
class PartProgress:
    """One part of a pathway's rule, for the progress shape: what counts, what is wanted."""

    label: str
    have: int
    of: int
    met: bool
    counted: tuple[str, ...]
    open: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PathwayProgress:
    """A pathway's verdict with reasons: ``still`` would finish it, ``because`` says why."""

    pathway: str
    met: bool
    have: tuple[str, ...]
    still: tuple[str, ...]
    because: tuple[str, ...]
    parts: tuple[PartProgress, ...] = ()
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Eligibility:
    """Whether a person may apply, with reasons; never a bare no.

    ``have`` and ``still`` are ids, as for pathways: ``still`` would be enough. ``parts`` are those of the
    opportunity's rule. ``hours`` of ``hours_asked`` are counted; ``because`` says all of it in sentences.
    """

    opportunity: str
    met: bool
    have: tuple[str, ...]
    still: tuple[str, ...]
    because: tuple[str, ...]
    parts: tuple[PartProgress, ...] = ()
    hours: float = 0
    hours_asked: float = 0

    @property
    def lacking(self) -> int:
        """How many steps are missing: in the parts of the rule, and one for hours."""
        short = sum(max(0, each.of - each.have) for each in self.parts if not each.met)
        return short + int(self.hours < self.hours_asked)


class HoursFor(StrEnum):
    """What gives hours."""

    MICRO_CREDENTIAL = "micro-credential"
    PATHWAY = "pathway"
    LOG = "log"


@dataclass(frozen=True, slots=True)
class HoursEntry:
    """Clock hours of one day. ``name`` is the id of what gave them, or the log entry's slug."""

    on: date
    hours: float
    category: str
    given_for: HoursFor
    name: str


@dataclass(frozen=True, slots=True)
class HoursTally:
    """Clock hours, in all and by category ("" for none). ``entries`` are what they are the sum of."""

    total: float
    by_category: Mapping[str, float]
    entries: tuple[HoursEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class RenewalProgress:
    """How far a licence-renewal cycle is filled. ``short`` maps a category to hours lacking."""

    profile: str
    met: bool
    hours: float
    of: float
    short: Mapping[str, float]
    ends: date
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoalProgress:
    """A goal of the plan beside what has been reached; ``reached`` is a level's id or None."""

    goal: Goal
    reached: str | None
    met: bool


@dataclass(frozen=True, slots=True)
class PersonProgress:
    """All that is decided about one person."""

    person: str
    decisions: Mapping[str, Decision]
    awards: Mapping[str, Award]
    competencies: Mapping[str, CompetencyProgress]
    growth: tuple[LevelReached, ...]
    sets: Mapping[str, SetProgress]
    pathways: Mapping[str, PathwayProgress]
    hours: HoursTally
    renewal: Mapping[str, RenewalProgress]
    goals: tuple[GoalProgress, ...]
    opportunities: Mapping[str, Eligibility] = field(default_factory=dict)

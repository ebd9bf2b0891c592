"""Facts: what figures are counted from. Only what the audience may see is ever in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from proofolio.core.model.agreement import Agreement
from proofolio.core.model.queue import Queue


@dataclass(frozen=True, slots=True)
class PersonFact:
    """Somebody with a portfolio that the audience may see. ``organization`` is "" for none.

    ``coach`` is whoever is named as coach, ``may_review`` whether this person reviews others' work;
    ``short`` the hours that are lacking for a licence's renewal, with the day on which its cycle ends.
    ``demonstrates`` are competencies (``framework/id``), as of today.
    """

    id: str
    name: str
    organization: str
    since: date | None
    coach: str | None
    may_review: bool = False
    short: tuple[tuple[float, date], ...] = ()
    demonstrates: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SubmissionFact:
    """A piece of published work. ``first`` is the day on which it was first handed in, None when nobody
    knows; ``revise_since`` that of the verdict that gave it back, None when it does not rest with its
    author; ``waits``: for a reviewer. ``framework`` is "" when its micro-credential has none.
    """

    person: str
    slug: str
    title: str
    uri: str
    micro_credential: str
    framework: str
    first: date | None
    last: date | None
    waits: bool = False
    revise_since: date | None = None


@dataclass(frozen=True, slots=True)
class AwardFact:
    """A micro-credential that somebody earned, or a pathway that somebody finished (``pathway``)."""

    person: str
    achievement: str
    framework: str
    on: date | None
    pathway: bool = False


@dataclass(frozen=True, slots=True)
class HoursFact:
    """Hours of one day, of an award or a log entry. ``framework`` is "" for none."""

    person: str
    framework: str
    on: date
    hours: float


@dataclass(frozen=True, slots=True)
class ImpactFact:
    """One measure before and after, in one piece of work."""

    person: str
    slug: str
    measure: str
    unit: str
    before: float
    after: float
    change: float
    lower_is_better: bool
    learners: int | None
    before_date: date | None
    after_date: date | None
    source: str | None


@dataclass(frozen=True, slots=True)
class AchievementFact:
    """What can be earned. ``uri`` is its page, None when it has none."""

    id: str
    title: str
    framework: str
    uri: str | None
    pathway: bool = False


@dataclass(frozen=True, slots=True)
class CompetencyFact:
    """A competency that can be demonstrated. ``ref`` is ``framework/id``, ``domain`` "" for none."""

    ref: str
    title: str
    framework: str
    domain: str
    uri: str | None


@dataclass(frozen=True, slots=True)
class FrameworkFact:
    """A framework and its domains' titles by id, in order."""

    id: str
    title: str
    domains: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ReviewFact:
    """A review that counts: by whom, when, and days since that version was saved.

    ``days`` is None for any but a version's first review, and where nobody knows.
    """

    reviewer: str
    person: str
    slug: str
    on: date
    days: int | None


@dataclass(frozen=True, slots=True)
class ItemFact:
    """An item of a survey. ``pairs`` are both answers of everybody who gave both, without a name."""

    id: str
    text: str
    topic: str
    pairs: tuple[tuple[int, int], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class SurveyFact:
    """A survey. ``kind`` and ``subject`` say which micro-credential or pathway it is about, "" for none;
    ``uri`` is its page. ``scale`` are the answers, the lowest first.
    """

    id: str
    title: str
    about: str
    scale: tuple[str, ...]
    items: tuple[ItemFact, ...]
    kind: str
    subject: str
    subject_title: str
    uri: str | None
    framework: str
    before: date | None
    after: date | None


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that one audience may see of a district, ready to be counted.

    ``organizations`` maps an id to its name and the id of the one it lies within. ``reviewers`` are the
    names of those who may review, by id. ``queue``, ``agreement``, ``reviews`` and ``reviewers`` are for
    internal audiences alone; so are the ``absent``: educators on the roster without a portfolio.
    """

    audience: str
    name: str
    today: date
    organizations: Mapping[str, tuple[str, str | None]]
    frameworks: tuple[FrameworkFact, ...]
    competencies: tuple[CompetencyFact, ...]
    achievements: tuple[AchievementFact, ...]
    people: tuple[PersonFact, ...]
    submissions: tuple[SubmissionFact, ...]
    awards: tuple[AwardFact, ...]
    hours: tuple[HoursFact, ...]
    impact: tuple[ImpactFact, ...]
    reviews: tuple[ReviewFact, ...] = ()
    reviewers: Mapping[str, str] | None = None
    queue: Queue | None = None
    agreement: Agreement | None = None
    absent: tuple[PersonFact, ...] = ()
    surveys: tuple[SurveyFact, ...] = ()

"""The pages that only an internal site has: the queue, the coaches, everyone's progress, agreement."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.publishing.page import Ref
from proofolio.core.publishing.views.filter import FilterGroup, FilterTag
from proofolio.core.publishing.views.standing import StandingView


@dataclass(frozen=True, slots=True)
class FactView:
    """A figure with what it means. ``figure`` is ready to show; ``of`` stands small behind it.

    ``worded``: there is no number to show, and words say so.
    """

    label: str
    figure: str
    meaning: str
    of: str = ""
    uri: str | None = None
    worded: bool = False


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One piece of work that waits.

    ``since`` is an ISO day, ``days`` how long that is, ``late`` whether it is longer than promised.
    ``asked`` are those who are asked, empty where they stay unnamed or are nobody; ``whom`` says so then.
    ``form`` is the page with the form for reviewing it, ``of`` tells that form which work.
    """

    work: Ref
    person: Ref
    organization: str | None
    micro_credential: Ref
    standing: StandingView
    waits_for: str
    round: int
    since: str | None
    days: int | None
    late: bool
    asked: tuple[Ref, ...]
    whom: str
    form: str | None
    of: str
    filters: tuple[FilterTag, ...]


@dataclass(frozen=True, slots=True)
class QueueView:
    """``inside/queue/``. ``promise`` says in words what is promised, and ``day`` for which day it holds."""

    day: str
    facts: tuple[FactView, ...]
    promise: str
    rows: tuple[QueueRow, ...]
    filters: tuple[FilterGroup, ...]


@dataclass(frozen=True, slots=True)
class CoachRow:
    """One reviewer's load. ``late`` when the longest wait is longer than promised.

    ``queue`` is the end of the address at which the queue shows only this reviewer's part.
    """

    person: Ref
    coached: tuple[Ref, ...]
    people: int
    waiting: int
    longest: str
    longest_value: int | None
    late: bool
    reviewed: str
    reviewed_value: int
    queue: str


@dataclass(frozen=True, slots=True)
class CoachesView:
    """``inside/coaches/``. ``over`` says over how many days reviews are counted, ``blind`` what is not."""

    day: str
    facts: tuple[FactView, ...]
    promise: str
    rows: tuple[CoachRow, ...]
    over: str
    blind: str


@dataclass(frozen=True, slots=True)
class WorkUnderWay:
    """A piece of work that is not done yet, and what its next step is."""

    work: Ref
    standing: StandingView
    next_step: str | None


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """Where one person stands: demonstrated, in progress, next; and why help may be due.

    ``latest`` is the ISO day on which something last happened.
    """

    person: Ref
    organization: str | None
    cohort: str
    coach: Ref | None
    earned: int
    hours: str
    hours_value: float
    demonstrated: tuple[Ref, ...]
    under_way: tuple[WorkUnderWay, ...]
    next: tuple[Ref, ...]
    latest: str | None
    help: tuple[str, ...]
    filters: tuple[FilterTag, ...]


@dataclass(frozen=True, slots=True)
class HelpRow:
    """Somebody who may need help, and why, in a sentence."""

    person: Ref
    organization: str | None
    coach: Ref | None
    reason: str


@dataclass(frozen=True, slots=True)
class CohortRow:
    """The people of an organisation who began in the same term, summed up."""

    organization: str
    title: str
    people: int
    submitted: int
    earned: int
    credentials: int


@dataclass(frozen=True, slots=True)
class ProgressView:
    """``inside/progress/``: who may need help first, then everyone, then by cohort."""

    day: str
    help: tuple[HelpRow, ...]
    cohorts: tuple[CohortRow, ...]
    rows: tuple[ProgressRow, ...]
    filters: tuple[FilterGroup, ...]


@dataclass(frozen=True, slots=True)
class TodayView:
    """What the first page of an internal site begins with: figures, what waits longest, whom to help."""

    day: str
    facts: tuple[FactView, ...]
    waiting: tuple[QueueRow, ...]
    help: tuple[HelpRow, ...]


@dataclass(frozen=True, slots=True)
class ConcordRow:
    """How far two readers agreed. ``kappa`` is ready to show, with ``few`` where the number is too small."""

    name: Ref
    pairs: int
    exact: str
    near: str
    split: int
    kappa: str
    few: bool
    exact_value: float | None
    kappa_value: float | None


@dataclass(frozen=True, slots=True)
class ConcordGroup:
    """A micro-credential with its criteria."""

    whole: ConcordRow
    criteria: tuple[ConcordRow, ...]


@dataclass(frozen=True, slots=True)
class SplitRow:
    """A criterion in which one reviewer saw mastery and another did not."""

    work: Ref
    person: Ref
    criterion: str
    levels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgreementView:
    """``inside/agreement/``. ``fewest`` is how many pairs a figure has to rest on to be told."""

    day: str
    fewest: int
    facts: tuple[FactView, ...]
    groups: tuple[ConcordGroup, ...]
    splits: tuple[SplitRow, ...]

"""One person's portfolio."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.publishing.page import Prose, Ref
from proofolio.core.publishing.views.action import ActionsView
from proofolio.core.publishing.views.board import Board
from proofolio.core.publishing.views.curve import CurveView, GrewRow
from proofolio.core.publishing.views.earned import CredentialCard, ExternalCard
from proofolio.core.publishing.views.elsewhere import ElsewhereView
from proofolio.core.publishing.views.level import LevelView
from proofolio.core.publishing.views.mastery import MasteryMap, SetBar, SideBySide
from proofolio.core.publishing.views.opportunity import OpportunityBar
from proofolio.core.publishing.views.pathway import ShapePart
from proofolio.core.publishing.views.submission import SubmissionCard


@dataclass(frozen=True, slots=True)
class GoalRow:
    """Plan and actual. ``state`` is ``met`` or ``on-the-way``; ``words`` says it.

    ``by`` is shown and never penalised.
    """

    goal: str
    competency: Ref | None
    target: LevelView | None
    reached: LevelView | None
    by: str | None
    how: str | None
    state: str
    words: str


@dataclass(frozen=True, slots=True)
class PathwayBar:
    """A pathway's progress. ``chosen``: the person has put it on her plan."""

    pathway: Ref
    chosen: bool
    met: bool
    words: str
    parts: tuple[ShapePart, ...]


@dataclass(frozen=True, slots=True)
class AwardRow:
    """Something earned. Days are ISO 8601; ``lapsed`` when it has expired.

    ``issued``: there is a credential for it, even if it is not shown.
    """

    micro_credential: Ref
    submission: Ref | None
    on: str
    until: str | None
    lapsed: bool
    issued: bool = False


@dataclass(frozen=True, slots=True)
class HoursView:
    """Hours of continuing education, as text. ``by_category`` is empty for the public.

    ``renewal`` are plain sentences on a licence's cycle, for the organisation only; ``have`` of ``of`` are
    its hours, 0 when there is none.
    """

    total: str
    by_category: tuple[CategoryHours, ...]
    renewal: tuple[str, ...]
    have: float = 0
    of: float = 0


@dataclass(frozen=True, slots=True)
class CategoryHours:
    """Hours in one category."""

    category: str
    hours: str


@dataclass(frozen=True, slots=True)
class LogRow:
    """One entry of the log. ``kind`` in words; ``body`` None when nothing is written.

    ``observed`` is whom an observation watched: without a name where the audience may not see that
    person's portfolio.
    """

    on: str
    title: str
    kind: str
    hours: str | None
    competency: Ref | None
    course: Ref | None
    companions: tuple[Ref, ...]
    body: Prose | None
    observed: Ref | None
    follow_up: str | None


@dataclass(frozen=True, slots=True)
class PhaseView:
    """A phase of the learning cycle: ``words`` say how often it is in the log, and when last."""

    title: str
    there: bool
    words: str


@dataclass(frozen=True, slots=True)
class CycleRow:
    """The learning cycle of one competency. ``words`` invite to what is not there yet."""

    competency: Ref
    phases: tuple[PhaseView, ...]
    words: str


@dataclass(frozen=True, slots=True)
class CareerView:
    """The pathway that a career goal names: how far it is, and which parts are not there yet."""

    pathway: Ref
    words: str
    missing: tuple[ShapePart, ...]


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """Something that happened on a day: ``kind`` is ``evidence``, ``revision``, ``feedback``,
    ``award``, ``self-assessment``, ``log`` or ``recognition``; ``words`` names the kind.
    """

    on: str
    kind: str
    words: str
    what: Ref
    who: Ref | None


@dataclass(frozen=True, slots=True)
class PortfolioView:
    """``portfolios/<person>/index.md``. Everything in it is what the audience may see.

    ``about`` is None when nothing is written. ``coach`` is None when there is none. ``credentials`` are
    those that are shown; ``met`` is what was earned beside them. ``record`` is the URI of the document
    that holds all of the credentials. ``external`` are credentials from other issuers,
    ``elsewhere`` is work that was brought along. ``board`` says where the person stands, None when the
    portfolio is not open; ``curve`` is None until there are two days to draw a line between.
    ``views_in_short`` compares the own view with the reviewers', None when nothing is rated by both.
    ``transcript`` is the URI of the page to print; ``person`` the id, which who packs
    everything asks for; ``export`` is the page of the forge where that is done, None where there is none.
    ``opportunities`` are roles that the person could apply for, or is near to.
    """

    name: str
    organization: str | None
    headline: str | None
    career_goal: str | None
    coach: Ref | None
    about: Prose | None
    notices: tuple[str, ...]
    plan: tuple[GoalRow, ...]
    maps: tuple[MasteryMap, ...]
    sets: tuple[SetBar, ...]
    side_by_side: tuple[SideBySide, ...]
    pathways: tuple[PathwayBar, ...]
    awards: tuple[AwardRow, ...]
    hours: HoursView
    submissions: tuple[SubmissionCard, ...]
    log: tuple[LogRow, ...]
    timeline: tuple[TimelineEntry, ...]
    cycles: tuple[CycleRow, ...] = ()
    career: CareerView | None = None
    actions: ActionsView | None = None
    credentials: tuple[CredentialCard, ...] = ()
    met: tuple[AwardRow, ...] = ()
    record: str | None = None
    external: tuple[ExternalCard, ...] = ()
    elsewhere: tuple[ElsewhereView, ...] = ()
    board: Board | None = None
    curve: CurveView | None = None
    grown: tuple[GrewRow, ...] = ()
    views_in_short: str | None = None
    transcript: str | None = None
    person: str = ""
    export: str | None = None
    opportunities: tuple[OpportunityBar, ...] = ()

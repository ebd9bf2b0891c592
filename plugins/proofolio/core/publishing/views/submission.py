"""One piece of work: its card and its page."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.publishing.page import Prose, Ref, WebLink
from proofolio.core.publishing.views.action import ActionsView
from proofolio.core.publishing.views.earned import CredentialCard
from proofolio.core.publishing.views.level import LevelView, RubricCell
from proofolio.core.publishing.views.player import PlayerView
from proofolio.core.publishing.views.standing import CompetentView, CompleteView, StandingView
from proofolio.core.publishing.views.story import StoryView


@dataclass(frozen=True, slots=True)
class SubmissionCard:
    """A submission in a list. ``on`` is the ISO day on which it was found competent, before that of its
    latest visible change, if known.

    ``impact`` tells its first measure whose figures may be shown in a few words; ``figure`` is the
    same measure for a picture.
    """

    ref: Ref
    person: Ref
    micro_credential: Ref
    competency: Ref | None
    standing: StandingView
    on: str | None
    impact: str | None
    figure: ImpactView | None


@dataclass(frozen=True, slots=True)
class RemarkView:
    """A remark on a recording. ``at`` in whole seconds, ``clock`` as players show it; ``by`` says in words
    what part the speaker has, never who it is.
    """

    at: int
    clock: str
    by: str
    note: str


@dataclass(frozen=True, slots=True)
class Recognised:
    """A recognition in a few words: its title, and its place (``uri`` and ``anchor``) on the bright spots."""

    title: str
    uri: str
    anchor: str
    by: Ref
    on: str
    work: Ref
    person: Ref


@dataclass(frozen=True, slots=True)
class ArtifactView:
    """A piece of evidence to look at.

    Attributes:
        title: plain text.
        kind: what it is, in words ("Student work").
        preview: ``image``, ``pdf``, ``data``, ``video``, ``audio``, ``file`` or ``link``.
        uri: URI of the published file; None for a link, or when it is not shown.
        link: the address elsewhere; None for a file. Its content is never loaded unasked.
        size: such as "48 kB"; None for a link.
        licence: reuse licence, if stated.
        consent: True when the author records that those shown agreed.
        notice: why it is not shown, in words; None when it is.
        player: how the link is played within the page; None when it is only a link.
        commentary: remarks on a recording, in order of time.
    """

    title: str
    kind: str
    preview: str
    uri: str | None
    link: WebLink | None
    size: str | None
    licence: str | None
    consent: bool
    notice: str | None
    player: PlayerView | None = None
    commentary: tuple[RemarkView, ...] = ()


@dataclass(frozen=True, slots=True)
class ImpactView:
    """A measure before and after. Values with their unit, as text and as numbers for the picture.

    ``change`` such as "+37 percentage points", ``short`` such as "+37 points" for the headline;
    ``direction`` is ``better``, ``worse`` or ``same``; ``words`` tells the whole in one sentence.
    ``scale`` is the end of the picture's axis, from 0; None when there is to be no picture.
    ``notice`` says why no figures are shown (too few learners for a public page): then ``before``,
    ``after``, ``change`` and ``short`` are empty and only it is shown.
    """

    measure: str
    unit: str
    before: str
    after: str
    before_value: float
    after_value: float
    scale: float | None
    before_date: str | None
    after_date: str | None
    n: int | None
    change: str
    short: str
    direction: str
    words: str
    source: str | None
    notice: str | None


@dataclass(frozen=True, slots=True)
class CriterionPanel:
    """One criterion in the rubric panel: what was reached, by whose word, and what comes next.

    ``level`` is None while nobody has rated it. ``descriptor`` describes that level;
    ``next_level`` is the mastery cell when mastery is not reached yet, to see what is asked.
    """

    id: str
    title: str
    level: LevelView | None
    descriptor: str | None
    met: bool
    by: tuple[Ref, ...]
    next_step: str | None
    next_level: RubricCell | None
    cells: tuple[RubricCell, ...]


@dataclass(frozen=True, slots=True)
class ExtraCompetency:
    """A further competency that the same evidence supports, with the author's rationale."""

    competency: Ref
    because: str


@dataclass(frozen=True, slots=True)
class ReviewRating:
    """One rating of a review; ``level_name`` stands when the level is no longer on the scale."""

    criterion: str
    level: LevelView | None
    level_name: str
    next_step: str | None


@dataclass(frozen=True, slots=True)
class ReviewView:
    """One review. ``fresh``: of the evidence as it is now; ``freshness`` says so in words.

    ``verdict`` in words. ``link`` leads to the conversation it was taken from, if any.
    """

    reviewer: Ref
    on: str
    fresh: bool
    freshness: str
    verdict: str
    met: bool
    ratings: tuple[ReviewRating, ...]
    body: Prose | None
    link: WebLink | None


@dataclass(frozen=True, slots=True)
class RevisionView:
    """One commit that changed the work: ``kind`` is ``evidence``, ``review`` or ``credential``.

    ``subject`` is None when the commit also touched work that is not shown here.
    ``commit`` is the short id.
    """

    on: str
    who: str
    kind: str
    words: str
    subject: str | None
    commit: str


@dataclass(frozen=True, slots=True)
class SubmissionView:
    """``portfolios/<person>/<submission>/index.md``.

    ``complete`` (a machine) and ``competent`` (people) are shown as two separate things.
    ``applied`` are facts on where it was tried ("Setting", "Grade 4"). ``history_known`` is False
    when there is no Git history to tell of. ``notices`` are plain sentences. ``credential`` is the one
    that the work earned. ``story`` is None when
    no version of the work is known. ``themes`` are those that its author gave it.
    """

    person: Ref
    organization: str | None
    co_authors: tuple[Ref, ...]
    micro_credential: Ref
    competency: Ref | None
    framework: Ref | None
    standing: StandingView
    complete: CompleteView
    competent: CompetentView
    because: tuple[str, ...]
    next_step: str | None
    earned_on: str | None
    expires_on: str | None
    round: int
    stale_reviews: int
    problem_of_practice: str | None
    applied: tuple[Fact, ...]
    body: Prose
    artifacts: tuple[ArtifactView, ...]
    impact: tuple[ImpactView, ...]
    panel: tuple[CriterionPanel, ...]
    levels: tuple[LevelView, ...]
    extra: tuple[ExtraCompetency, ...]
    reviews: tuple[ReviewView, ...]
    revisions: tuple[RevisionView, ...]
    history_known: bool
    notices: tuple[str, ...]
    actions: ActionsView | None = None
    story: StoryView | None = None
    credential: CredentialCard | None = None
    themes: tuple[Ref, ...] = ()
    recognitions: tuple[Recognised, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its value."""

    label: str
    value: str

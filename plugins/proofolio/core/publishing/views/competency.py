"""The page of one competency."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.publishing.page import Ref, WebLink
from proofolio.core.publishing.views.action import ActionsView
from proofolio.core.publishing.views.framework import SetView
from proofolio.core.publishing.views.level import LevelView, RubricView
from proofolio.core.publishing.views.standing import StandingView


@dataclass(frozen=True, slots=True)
class Point:
    """A statement with an id that feedback can cite (an indicator, a pitfall, a practice task).

    ``title`` is the id in plain words.
    """

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class CrosswalkRow:
    """An alignment with another framework. ``relation`` is in words, from this one's side.

    ``target`` has a URI when the other framework is in this district; then ``counts`` says in words
    for which of the two the same evidence counts.
    """

    framework: str
    target: Ref
    relation: str
    counts: str | None = None


@dataclass(frozen=True, slots=True)
class ExemplarView:
    """A real classroom to look at. ``kind`` such as ``video``; ``notice`` what to look for."""

    link: WebLink
    kind: str
    notice: str | None


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A published submission that shows the competency.

    ``level`` is what the reviewers' ratings of this submission reach, None until rated.
    ``because`` is the author's rationale when the work claims the competency beside its own.
    ``through`` is the competency whose evidence counts here: one that this one replaces or, where
    ``alignment`` says how it compares (``exact`` or ``broader``), one of the crosswalk.
    """

    submission: Ref
    person: Ref
    micro_credential: Ref
    standing: StandingView
    level: LevelView | None
    because: str | None
    through: Ref | None
    alignment: str | None = None


@dataclass(frozen=True, slots=True)
class EntryRow:
    """A published log entry that names the competency; it stands on the person's page."""

    on: str
    title: str
    kind: str
    person: Ref


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A change of the competency: its ISO day, author and co-authors, and its subject line.

    ``what`` is None when the same commit touched something that the audience may not see.
    """

    on: str
    who: tuple[Ref, ...]
    what: str | None


@dataclass(frozen=True, slots=True)
class CompetencyView:
    """``competencies/frameworks/<framework>/<competency>.md``.

    ``rubric`` is None when the competency has no criteria. ``builds_towards`` are the
    competencies that name this one as prerequisite. ``log`` are entries of learning logs, oldest
    first: they tell of practice, and no level follows from them. ``replaced_by`` took its place,
    ``replaces`` are those whose place it took; ``changes`` are newest first. ``code`` is what people
    call it by in a numbered framework.
    """

    framework: Ref
    domain: str | None
    sets: tuple[SetView, ...]
    themes: tuple[str, ...]
    statement: str
    why: str
    rubric: RubricView | None
    indicators: tuple[Point, ...]
    prerequisites: tuple[Ref, ...]
    builds_towards: tuple[Ref, ...]
    related: tuple[Ref, ...]
    crosswalk: tuple[CrosswalkRow, ...]
    pitfalls: tuple[Point, ...]
    practice: tuple[Point, ...]
    exemplars: tuple[ExemplarView, ...]
    resources: tuple[WebLink, ...]
    micro_credentials: tuple[Ref, ...]
    courses: tuple[Ref, ...]
    evidence: tuple[EvidenceRow, ...]
    log: tuple[EntryRow, ...]
    replaced_by: Ref | None
    replaces: tuple[Ref, ...]
    changes: tuple[ChangeRow, ...]
    actions: ActionsView | None = None
    code: str | None = None

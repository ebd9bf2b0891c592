"""Micro-credentials: the library, and all that one of them asks."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.publishing.page import Ref
from proofolio.core.publishing.views.action import ActionsView
from proofolio.core.publishing.views.filter import FilterGroup, FilterTag
from proofolio.core.publishing.views.level import RubricView
from proofolio.core.publishing.views.survey import SurveyLink


@dataclass(frozen=True, slots=True)
class MicroCredentialCard:
    """A micro-credential in a list. ``earned`` counts the awards that this audience may see.

    ``badge`` is the URI of its picture.
    """

    ref: Ref
    competency: Ref
    framework: str
    key_method: str | None
    hours: str
    category: str | None
    artifacts: str
    earned: int
    filters: tuple[FilterTag, ...]
    badge: str | None = None


@dataclass(frozen=True, slots=True)
class LibraryView:
    """``competencies/micro-credentials/index.md``."""

    cards: tuple[MicroCredentialCard, ...]
    filters: tuple[FilterGroup, ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section to write. ``length`` in words ("at least 80 words"), None for any length."""

    title: str
    prompt: str | None
    length: str | None
    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EarnerRow:
    """Somebody who earned it, as far as the audience may see. Dates are ISO 8601 days.

    ``submission`` is None when only the ledger tells of the award; ``lapsed`` when it has expired.
    ``credential`` leads to its page.
    """

    person: Ref
    submission: Ref | None
    on: str
    until: str | None
    lapsed: bool
    credential: Ref | None = None


@dataclass(frozen=True, slots=True)
class MicroCredentialView:
    """``competencies/micro-credentials/<id>.md``: everything asked, before anyone signs up.

    ``artifacts``, ``impact``, ``cycles``, ``reviewers``, ``worth`` and ``expiry`` are plain
    sentences; the list ``artifacts`` has one for each demand. ``rubric`` holds only the rows
    asked for; it is None when the competency cannot be found. ``badge`` is the URI of
    its picture.
    """

    competency: Ref
    framework: Ref | None
    key_method: str | None
    hours: str
    category: str | None
    stipend: str | None
    expiry: str | None
    sections: tuple[SectionView, ...]
    artifacts: tuple[str, ...]
    impact: str
    cycles: str | None
    reviewers: str
    requires: tuple[Ref, ...]
    leads_to: tuple[Ref, ...]
    rubric: RubricView | None
    pathways: tuple[Ref, ...]
    courses: tuple[Ref, ...]
    earners: tuple[EarnerRow, ...]
    actions: ActionsView | None = None
    badge: str | None = None
    surveys: tuple[SurveyLink, ...] = ()

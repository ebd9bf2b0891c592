"""A micro-credential: what is asked, and what it is worth (Open Badges ``Achievement``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.duration import Duration


@dataclass(frozen=True, slots=True)
class SectionAsked:
    """A section that the submission's body must have. ``min_words`` 0: any length."""

    id: str
    title: str
    prompt: str | None = None
    min_words: int = 0
    stems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ArtifactsAsked:
    """Triangulation: at least so many artifacts, and so many of each kind."""

    at_least: int = 0
    kinds: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReviewAsked:
    """What "competent" needs beyond the ratings.

    ``blind``: the reviewers stay unnamed to the author. ``approval``: after the ratings, somebody
    with the role approver agrees.
    """

    reviewers: int = 1
    blind: bool = False
    approval: bool = False


@dataclass(frozen=True, slots=True)
class Stipend:
    """Money paid on an award; ``currency`` is an ISO 4217 code."""

    amount: float
    currency: str


@dataclass(frozen=True, slots=True)
class MicroCredential:
    """One thing to earn, for one competency.

    ``criteria`` are the rubric's criteria asked for; empty means all of the competency's.
    ``hours`` are continuing-education clock hours granted on the award.
    """

    id: str
    title: str
    competency: str
    criteria: tuple[str, ...]
    key_method: str | None
    hours: float
    category: str | None
    sections: Mapping[str, SectionAsked]
    artifacts: ArtifactsAsked
    impact_required: bool
    cycles: int
    review: ReviewAsked
    requires: tuple[str, ...]
    stipend: Stipend | None
    expires: Duration | None
    source: Pointer

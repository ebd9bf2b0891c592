"""A submission: one bid for one micro-credential."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.artifact import Artifact, StoredFile
from proofolio.core.model.body import Body
from proofolio.core.model.impact import Impact
from proofolio.core.model.review import Review
from proofolio.core.model.visibility import Visibility

SubmissionKey = tuple[str, str]


class Status(StrEnum):
    """What the author says of the work."""

    DRAFT = "draft"
    SUBMITTED = "submitted"


@dataclass(frozen=True, slots=True)
class Applied:
    """Where and when the practice was tried with learners."""

    on: date | None = None
    setting: str | None = None
    subject: str | None = None
    learners: int | None = None


@dataclass(frozen=True, slots=True)
class Demonstrates:
    """A further competency that the same evidence supports, and why."""

    competency: str
    because: str


@dataclass(frozen=True, slots=True)
class Submission:
    """Evidence and reflection for one micro-credential.

    ``digest`` is that of the folder as it is now (formats, *Digest*); a review binds to it.
    ``visibility`` None means the portfolio's. ``practice`` work is never published nor counted.
    ``themes`` are tags that the author gave it, beside those of its competency.
    """

    person: str
    slug: str
    title: str
    micro_credential: str
    status: Status
    practice: bool
    applied: Applied
    demonstrates: tuple[Demonstrates, ...]
    co_authors: tuple[str, ...]
    artifacts: tuple[Artifact, ...]
    impact: tuple[Impact, ...]
    problem_of_practice: str | None
    visibility: Visibility | None
    body: Body
    files: tuple[StoredFile, ...]
    digest: str
    reviews: tuple[Review, ...]
    source: Pointer
    themes: tuple[str, ...] = ()

    @property
    def key(self) -> SubmissionKey:
        """Person and slug: what names a submission in the whole district."""
        return (self.person, self.slug)

"""Where a submission stands, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from proofolio.core.diagnostics.finding import Gap
from proofolio.core.model.submission import SubmissionKey


class Standing(StrEnum):
    """The state of a submission. *Complete* (a machine) and *competent* (people) are apart."""

    DRAFT = "draft"
    INCOMPLETE = "incomplete"
    WAITING = "waiting"
    IN_REVIEW = "in-review"
    REVISE = "revise"
    STALE = "stale"
    MET = "met"
    EARNED = "earned"
    EXPIRED = "expired"
    REVOKED = "revoked"


class Wait(StrEnum):
    """What submitted work waits for, when it waits for somebody else than its author."""

    FIRST_REVIEW = "first-review"
    NEXT_ROUND = "next-round"
    ANOTHER_REVIEWER = "another-reviewer"
    RATINGS = "ratings"
    APPROVAL = "approval"
    CONFIRMATION = "confirmation"


@dataclass(frozen=True, slots=True)
class Rating:
    """One level given to one criterion, by whom and when. ``fresh``: it binds to today's evidence."""

    criterion: str
    level: str
    by: str
    on: date
    fresh: bool


@dataclass(frozen=True, slots=True)
class CriterionStanding:
    """What stands for one criterion now.

    ``level`` is the lowest that the reviewers' latest fresh ratings give; None: not rated.
    """

    criterion: str
    level: str | None
    by: tuple[str, ...]
    met: bool
    next_step: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """Everything decided about one submission, with reasons. Never a bare no.

    ``decided_on`` is the date of the review that completed the decision (None while open);
    ``round`` is how many times it has been reviewed, in distinct versions. ``waits_for`` is None
    when it waits for nobody but its author; ``asked`` are those who may do it, by id, the coach or
    the last reviewer alone where they may.
    """

    key: SubmissionKey
    micro_credential: str
    complete: bool
    missing: tuple[Gap, ...]
    competent: bool
    criteria: Mapping[str, CriterionStanding]
    ratings: tuple[Rating, ...]
    stale_reviews: int
    round: int
    standing: Standing
    next_step: str | None
    because: tuple[str, ...]
    decided_on: date | None = None
    expires_on: date | None = None
    waits_for: Wait | None = None
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Award:
    """Our decision that a micro-credential is earned; the credential is its signed document.

    ``submission`` is None when only the ledger tells of it.
    """

    person: str
    micro_credential: str
    on: date
    until: date | None
    submission: str | None
    issued: bool

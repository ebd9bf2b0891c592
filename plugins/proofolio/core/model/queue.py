"""The review queue: what waits for whom, since when, and how long a first review takes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from proofolio.core.model.standing import Standing, Wait
from proofolio.core.model.submission import Submission

LOOKED_BACK = 90
"""The days over which turnaround is told."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One piece of work that waits for somebody else than its author.

    Attributes:
        submission: what waits.
        standing, wait: where it stands, and what for.
        asked: who can do it, by id: the coach alone where the coach may, else all who may.
        since: the day on which the present version was saved; None where the history cannot tell.
        days: how long that is; None with ``since``.
        round: which round of reviews comes next, from 1.
        blind: whether its reviewers are to stay unnamed to its author.
    """

    submission: Submission
    standing: Standing
    wait: Wait
    asked: tuple[str, ...]
    since: date | None
    days: int | None
    round: int
    blind: bool


@dataclass(frozen=True, slots=True)
class Turnaround:
    """How long versions waited for their first review, in the last ``over`` days.

    ``reviewed`` is how many versions that is about; ``days`` their median, None for none.
    """

    days: float | None
    reviewed: int
    over: int = LOOKED_BACK


@dataclass(frozen=True, slots=True)
class Queue:
    """Everything that waits, longest first, then what has waited for nobody knows how long."""

    waiting: tuple[Waiting, ...]
    turnaround: Turnaround

    def for_person(self, person: str) -> Queue:
        """Only what this person is asked to do."""
        return Queue(tuple(each for each in self.waiting if person in each.asked), self.turnaround)

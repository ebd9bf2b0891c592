"""The review queue: what waits for whom, since when, and how long a first review takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from proofolio.core.awarding.reviews import sort_out
from proofolio.core.model.district import District
from proofolio.core.model.history import History, Version
from proofolio.core.model.progress import PersonProgress
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


def queue(district: District, progress: Mapping[str, PersonProgress], history: History, today: date) -> Queue:
    """What waits today. Work that rests with its author, drafts and practice are not in it."""
    found = list(_waiting(district, progress, history, today))
    found.sort(key=lambda each: (each.days is None, -(each.days or 0), each.submission.key))
    return Queue(tuple(found), _turnaround(district, history, today))


def _waiting(
    district: District, progress: Mapping[str, PersonProgress], history: History, today: date
) -> Iterator[Waiting]:
    for submission in district.submissions():
        person = progress.get(submission.person)
        decision = person.decisions.get(submission.slug) if person else None
        if decision is None or decision.waits_for is None:
            continue
        asked = district.micro_credentials.get(submission.micro_credential)
        since = _since(submission, history)
        again = decision.waits_for in (Wait.FIRST_REVIEW, Wait.NEXT_ROUND, Wait.CONFIRMATION)
        yield Waiting(
            submission=submission,
            standing=decision.standing,
            wait=decision.waits_for,
            asked=decision.asked,
            since=since,
            days=max(0, (today - since).days) if since else None,
            round=decision.round + 1 if again else max(1, decision.round),
            blind=asked is not None and asked.review.blind,
        )


def _since(submission: Submission, history: History) -> date | None:
    """When the present version came in; None when it is not the one that was saved last."""
    versions = _versions(submission, history)
    if not versions or versions[-1].digest != submission.digest:
        return None
    return versions[-1].revision.at.date()


def _versions(submission: Submission, history: History) -> Sequence[Version]:
    return history.versions.get(f"portfolios/{submission.person}/{submission.slug}", ())


def _turnaround(district: District, history: History, today: date) -> Turnaround:
    first_day = today - timedelta(days=LOOKED_BACK)
    waits = []
    for submission in district.submissions():
        saved: dict[str, date] = {}
        for version in _versions(submission, history):
            saved.setdefault(version.digest, version.revision.at.date())
        reviewed: dict[str, date] = {}
        for review in sort_out(submission, district.people, today).counted:
            reviewed.setdefault(review.reviewed, review.on)
        waits += [
            max(0, (on - saved[digest]).days)
            for digest, on in reviewed.items()
            if digest in saved and on >= first_day
        ]
    return Turnaround(median(waits) if waits else None, len(waits))

"""What waits for a review today, and how long versions waited for theirs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from statistics import median

from proofolio.core.awarding.reviews import sort_out
from proofolio.core.model.district import District
from proofolio.core.model.history import History, Version
from proofolio.core.model.progress import PersonProgress
from proofolio.core.model.queue import LOOKED_BACK, Queue, Turnaround, Waiting
from proofolio.core.model.standing import Wait
from proofolio.core.model.submission import Submission


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
        # A review from before its version was saved says that history was squashed or imported: how long
        # that version waited is not known.
        waits += [
            (on - saved[digest]).days
            for digest, on in reviewed.items()
            if digest in saved and on >= max(first_day, saved[digest])
        ]
    return Turnaround(median(waits) if waits else None, len(waits))

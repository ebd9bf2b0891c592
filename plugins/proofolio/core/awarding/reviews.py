"""Reviews: which of them count, and which of those are of today's evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from proofolio.core.model.person import Person
from proofolio.core.model.review import Review, Verdict
from proofolio.core.model.submission import Submission


class Bar(StrEnum):
    """Why a review does not count."""

    AUTHOR = "author"
    UNQUALIFIED = "unqualified"
    RECUSED = "recused"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Reviews:
    """A submission's reviews, sorted out; every tuple is oldest first.

    ``counted`` are by people who may review this work, ``fresh`` the latest of each such person
    that is bound to the evidence as it is now, ``barred`` all others with the reason why not.
    """

    counted: tuple[Review, ...]
    fresh: tuple[Review, ...]
    barred: tuple[tuple[Review, Bar], ...]
    stale: int

    @property
    def round(self) -> int:
        """How many distinct versions of the evidence have been reviewed."""
        return len({each.reviewed for each in self.counted})

    @property
    def latest(self) -> Review | None:
        """The last review that counts, fresh or not."""
        return self.counted[-1] if self.counted else None


def age(review: Review) -> tuple[str, str]:
    """The order of reviews: by date, then by file."""
    return review.on.isoformat(), review.source.file


def by_others(submission: Submission) -> tuple[Review, ...]:
    """The verdicts that are not the owner's or a co-author's, oldest first; no one's stepping back."""
    authors = {submission.person, *submission.co_authors}
    kept = (each for each in submission.reviews if each.reviewer not in authors)
    return tuple(sorted((each for each in kept if each.verdict is not Verdict.RECUSED), key=age))


def stepped_back(submission: Submission) -> frozenset[str]:
    """Those who take no part in judging this work any more, whatever they said before or say later."""
    return frozenset(each.reviewer for each in submission.reviews if each.verdict is Verdict.RECUSED)


def barred_from(submission: Submission) -> frozenset[str]:
    """Those who may not judge this work, whatever their role: its authors, and who stepped back."""
    return stepped_back(submission) | {submission.person, *submission.co_authors}


def sort_out(submission: Submission, people: Mapping[str, Person], today: date) -> Reviews:
    """Tell the reviews that count from those that do not."""
    recused = stepped_back(submission)
    counted, barred = [], []
    for each in sorted(submission.reviews, key=age):
        bar = _bar(each, submission, people, recused, today)
        if bar is None:
            counted.append(each)
        else:
            barred.append((each, bar))
    latest = {each.reviewer: each for each in counted if each.reviewed == submission.digest}
    return Reviews(
        counted=tuple(counted),
        fresh=tuple(sorted(latest.values(), key=age)),
        barred=tuple(barred),
        stale=sum(each.reviewed != submission.digest for each in counted),
    )


def _bar(
    review: Review,
    submission: Submission,
    people: Mapping[str, Person],
    recused: frozenset[str],
    today: date,
) -> Bar | None:
    if review.reviewer in {submission.person, *submission.co_authors}:
        return Bar.AUTHOR
    if review.reviewer not in people or not people[review.reviewer].may_review:
        return Bar.UNQUALIFIED
    if review.reviewer in recused:
        return Bar.RECUSED
    return Bar.AHEAD if review.on > today else None

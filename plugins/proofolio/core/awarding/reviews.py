"""Reviews: which of them count, and which of those are of today's evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from proofolio.core.model.person import Person
from proofolio.core.model.review import Review
from proofolio.core.model.submission import Submission


@dataclass(frozen=True, slots=True)
class Reviews:
    """A submission's reviews, sorted out; every tuple is oldest first.

    ``counted`` are by people who may review this work, ``fresh`` the latest of each such person
    that is bound to the evidence as it is now, ``barred`` all others.
    """

    counted: tuple[Review, ...]
    fresh: tuple[Review, ...]
    barred: tuple[Review, ...]
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
    """The reviews that are not the owner's or a co-author's, oldest first."""
    authors = {submission.person, *submission.co_authors}
    return tuple(sorted((each for each in submission.reviews if each.reviewer not in authors), key=age))


def sort_out(submission: Submission, people: Mapping[str, Person]) -> Reviews:
    """Tell the reviews that count from those that do not."""
    counted = tuple(
        each for each in by_others(submission) if each.reviewer in people and people[each.reviewer].may_review
    )
    latest = {each.reviewer: each for each in counted if each.reviewed == submission.digest}
    return Reviews(
        counted=counted,
        fresh=tuple(sorted(latest.values(), key=age)),
        barred=tuple(sorted((each for each in submission.reviews if each not in counted), key=age)),
        stale=sum(each.reviewed != submission.digest for each in counted),
    )

"""Judgement: what the reviewers' ratings say of one submission, before anything else is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from proofolio.core.awarding.approval import approval, completed_on
from proofolio.core.awarding.catalogue import Asked, Catalogue
from proofolio.core.awarding.reviews import Reviews, sort_out
from proofolio.core.diagnostics.finding import Gap
from proofolio.core.model.review import Review, Verdict
from proofolio.core.model.rubric import Criterion
from proofolio.core.model.standing import CriterionStanding, Rating
from proofolio.core.model.submission import Status, Submission


@dataclass(frozen=True, slots=True)
class Judgement:
    """What people found in one submission.

    ``competent``: complete, handed in, every criterion rated at mastery by enough people and by
    nobody below it, and approved where approval is asked. ``decided_on`` is the day on which that
    became so. ``levels`` are the lowest fresh levels of all criteria that were rated, asked for or
    not. ``rated`` tells that the ratings are enough; ``approved`` is the approver's agreement, None
    where it is not asked or not there.
    """

    submission: Submission
    asked: Asked
    missing: tuple[Gap, ...]
    reviews: Reviews
    criteria: dict[str, CriterionStanding]
    levels: dict[str, str]
    rated: bool
    approved: Review | None
    competent: bool
    decided_on: date | None

    @property
    def handed_in(self) -> bool:
        """Submitted and meant to count."""
        return self.submission.status is Status.SUBMITTED and not self.submission.practice

    @property
    def paused(self) -> tuple[Review, ...]:
        """The fresh reviews that stop an award, oldest first."""
        return tuple(each for each in self.reviews.fresh if asks_for_more(each, self.asked))

    @property
    def earlier_rubric(self) -> tuple[Review, ...]:
        """The fresh reviews that were rated against a rubric that has changed since, oldest first."""
        today = self.asked.rubric
        return tuple(each for each in self.reviews.fresh if each.rubric and today and each.rubric != today)

    @property
    def raters(self) -> int:
        """How many people have rated any asked criterion of the evidence as it is now."""
        return len({name for each in self.criteria.values() for name in each.by})

    @property
    def ratings(self) -> tuple[Rating, ...]:
        """Every level that counted reviewers gave, oldest first."""
        return tuple(
            Rating(criterion, level, review.reviewer, review.on, review.reviewed == self.submission.digest)
            for review in self.reviews.counted
            for criterion, level in sorted(review.ratings.items())
        )


def asks_for_more(review: Review, asked: Asked) -> bool:
    """Whether a review says that the work is not there yet: by its verdict or by any asked rating."""
    return review.verdict is Verdict.REVISE or bool(rated_below(review, asked))


def rated_below(review: Review, asked: Asked) -> tuple[Criterion, ...]:
    """The asked criteria that a review rates below mastery, in the rubric's order."""
    return tuple(each for each in asked.criteria if asked.scale.below(review.ratings.get(each.id, "")))


def judge(submission: Submission, missing: Sequence[Gap], catalogue: Catalogue, today: date) -> Judgement:
    """Weigh a submission's fresh reviews against what its micro-credential asks.

    Reviews dated after ``today`` do not count until then.
    """
    asked = catalogue.of_micro_credential(submission.micro_credential)
    people = catalogue.district.people
    reviews = sort_out(submission, people, today)
    criteria = {each.id: _criterion(each, reviews.fresh, asked) for each in asked.criteria}
    rated = (
        bool(criteria)
        and all(each.met for each in criteria.values())
        and not any(asks_for_more(each, asked) for each in reviews.fresh)
    )
    approved = approval(reviews.fresh, asked, people) if asked.approval else None
    handed_in = submission.status is Status.SUBMITTED and not submission.practice
    competent = rated and handed_in and not missing and (approved is not None or not asked.approval)
    decided_on = approved.on if approved else completed_on(reviews.fresh, asked)
    return Judgement(
        submission=submission,
        asked=asked,
        missing=tuple(missing),
        reviews=reviews,
        criteria=criteria,
        levels=_levels(reviews.fresh, asked),
        rated=rated,
        approved=approved,
        competent=competent,
        decided_on=decided_on if competent else None,
    )


def _criterion(criterion: Criterion, fresh: Sequence[Review], asked: Asked) -> CriterionStanding:
    scale = asked.scale
    rated = [each for each in fresh if scale.knows(each.ratings.get(criterion.id, ""))]
    levels = [each.ratings[criterion.id] for each in rated]
    steps = [each.next_steps[criterion.id] for each in reversed(fresh) if criterion.id in each.next_steps]
    return CriterionStanding(
        criterion=criterion.id,
        level=scale.lowest(levels),
        by=tuple(each.reviewer for each in rated),
        met=sum(map(scale.mastered, levels)) >= asked.reviewers and not any(map(scale.below, levels)),
        next_step=steps[0] if steps else None,
    )


def _levels(fresh: Sequence[Review], asked: Asked) -> dict[str, str]:
    rubric = asked.competency.rubric.criteria if asked.competency else {}
    found = {}
    for criterion in rubric:
        level = asked.scale.lowest(each.ratings.get(criterion, "") for each in fresh)
        if level is not None:
            found[criterion] = level
    return found

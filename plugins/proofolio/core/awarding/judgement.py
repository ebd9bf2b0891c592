"""Judgement: what the reviewers' ratings say of one submission, before anything else is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from proofolio.core.awarding.catalogue import Asked, Catalogue
from proofolio.core.awarding.reviews import Reviews, age, sort_out
from proofolio.core.diagnostics.finding import Gap
from proofolio.core.model.review import Review, Verdict
from proofolio.core.model.rubric import Criterion
from proofolio.core.model.standing import CriterionStanding, Rating
from proofolio.core.model.submission import Status, Submission


@dataclass(frozen=True, slots=True)
class Judgement:
    """What people found in one submission.

    ``competent``: complete, handed in, every criterion rated at mastery by enough people and by
    nobody below it. ``decided_on`` is the day on which that became so. ``levels`` are the lowest
    fresh levels of all criteria that were rated, asked for or not.
    """

    submission: Submission
    asked: Asked
    missing: tuple[Gap, ...]
    reviews: Reviews
    criteria: dict[str, CriterionStanding]
    levels: dict[str, str]
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


def judge(submission: Submission, missing: Sequence[Gap], catalogue: Catalogue) -> Judgement:
    """Weigh a submission's fresh reviews against what its micro-credential asks."""
    asked = catalogue.of_micro_credential(submission.micro_credential)
    reviews = sort_out(submission, catalogue.district.people)
    criteria = {each.id: _criterion(each, reviews.fresh, asked) for each in asked.criteria}
    competent = (
        bool(criteria)
        and not missing
        and not submission.practice
        and submission.status is Status.SUBMITTED
        and all(each.met for each in criteria.values())
        and not any(asks_for_more(each, asked) for each in reviews.fresh)
    )
    return Judgement(
        submission=submission,
        asked=asked,
        missing=tuple(missing),
        reviews=reviews,
        criteria=criteria,
        levels=_levels(reviews.fresh, asked),
        competent=competent,
        decided_on=_decided_on(reviews.fresh, asked) if competent else None,
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


def _decided_on(fresh: Sequence[Review], asked: Asked) -> date:
    """The day of the last review that was needed: a further agreeing one does not move it."""
    needed = []
    for criterion in asked.criteria:
        agreeing = [each for each in fresh if asked.scale.mastered(each.ratings.get(criterion.id, ""))]
        needed.append(sorted(agreeing, key=age)[asked.reviewers - 1].on)
    return max(needed)

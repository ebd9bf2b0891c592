"""Approval: an approver agrees once the ratings of others are enough."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from proofolio.core.awarding.catalogue import Asked
from proofolio.core.awarding.reviews import age
from proofolio.core.model.person import Person, Role
from proofolio.core.model.review import Review, Verdict


def completed_on(fresh: Sequence[Review], asked: Asked) -> date | None:
    """The day of the last rating that was needed: a further agreeing one does not move it.

    None while some criterion is not yet rated at mastery by as many people as are asked.
    """
    needed = []
    for criterion in asked.criteria:
        agreeing = [each for each in fresh if asked.scale.mastered(each.ratings.get(criterion.id, ""))]
        if len(agreeing) < asked.reviewers:
            return None
        needed.append(sorted(agreeing, key=age)[asked.reviewers - 1].on)
    return max(needed, default=None)


def approval(fresh: Sequence[Review], asked: Asked, people: Mapping[str, Person]) -> Review | None:
    """The first review with which an approver agrees: not before the ratings, and beside them.

    The approver's own ratings are left out of what is agreed to, so nobody both rates and approves
    what only they have rated. An approver's review needs no ratings.
    """
    for each in fresh:
        if each.verdict is Verdict.MET and approves(each.reviewer, people):
            day = completed_on(without(fresh, each.reviewer), asked)
            if day is not None and day <= each.on:
                return each
    return None


def approves(person: str, people: Mapping[str, Person]) -> bool:
    """Whether somebody has the role approver."""
    return person in people and Role.APPROVER in people[person].roles


def without(fresh: Sequence[Review], person: str) -> list[Review]:
    """The reviews of all others."""
    return [each for each in fresh if each.reviewer != person]

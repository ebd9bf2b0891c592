"""Waiting: what submitted work waits for, and who may do it."""

from __future__ import annotations

from collections.abc import Mapping

from proofolio.core.awarding.approval import approves, completed_on, without
from proofolio.core.awarding.judgement import Judgement
from proofolio.core.awarding.reviews import may_judge
from proofolio.core.awarding.standing import Place
from proofolio.core.model.person import Person
from proofolio.core.model.standing import Standing, Wait


def wait_for(judgement: Judgement, place: Place) -> Wait | None:
    """What the work waits for; None when the next step is its author's, or there is none."""
    if not judgement.handed_in:
        return None
    match place.standing:
        case Standing.WAITING:
            return Wait.FIRST_REVIEW if judgement.reviews.latest is None else Wait.NEXT_ROUND
        case Standing.STALE:
            return Wait.CONFIRMATION
        case Standing.IN_REVIEW:
            return _in_review(judgement, place)
        case _:
            return None


def _in_review(judgement: Judgement, place: Place) -> Wait | None:
    asked = judgement.asked
    if place.lacking or not judgement.criteria or asked.scale.mastery is None:
        return None
    if judgement.rated:
        return Wait.APPROVAL if asked.approval else None
    return Wait.ANOTHER_REVIEWER if judgement.raters < asked.reviewers else Wait.RATINGS


def whom(judgement: Judgement, wait: Wait | None, people: Mapping[str, Person]) -> tuple[str, ...]:
    """The ids of those who are asked: whoever is nearest alone, else all who may."""
    if wait is None:
        return ()
    may = _may(judgement, wait, people)
    latest = judgement.reviews.latest
    if wait in (Wait.CONFIRMATION, Wait.RATINGS) and latest is not None and latest.reviewer in may:
        return (latest.reviewer,)
    owner = people.get(judgement.submission.person)
    if owner is not None and owner.coach in may and wait is not Wait.APPROVAL:
        return (owner.coach,)
    return may


def _may(judgement: Judgement, wait: Wait, people: Mapping[str, Person]) -> tuple[str, ...]:
    fresh, asked = judgement.reviews.fresh, judgement.asked
    may = [each for each in sorted(people) if may_judge(each, judgement.submission, people)]
    if wait is Wait.APPROVAL:
        approvers = (each for each in may if approves(each, people))
        return tuple(each for each in approvers if completed_on(without(fresh, each), asked) is not None)
    if wait is Wait.ANOTHER_REVIEWER:
        raters = {each.reviewer for each in fresh if each.ratings}
        may = [each for each in may if each not in raters]
    if asked.approval:
        # Whoever rates cannot approve what only they have rated, so approvers are kept for that.
        may = [each for each in may if not approves(each, people)] or may
    return tuple(may)

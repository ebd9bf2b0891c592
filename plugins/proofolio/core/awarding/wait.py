"""Waiting: what submitted work waits for, and who may do it."""

from __future__ import annotations

from proofolio.core.awarding.approval import approves, completed_on, without
from proofolio.core.awarding.catalogue import Catalogue
from proofolio.core.awarding.judgement import Judgement
from proofolio.core.awarding.reviews import barred_from
from proofolio.core.awarding.standing import Place
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


def whom(judgement: Judgement, wait: Wait | None, catalogue: Catalogue) -> tuple[str, ...]:
    """The ids of those who are asked: whoever is nearest alone, else all who may."""
    if wait is None:
        return ()
    latest = judgement.reviews.latest
    if wait in (Wait.CONFIRMATION, Wait.RATINGS) and latest is not None:
        return (latest.reviewer,)
    owner = catalogue.district.people.get(judgement.submission.person)
    coach = owner.coach if owner else None
    may = tuple(_may(judgement, wait, catalogue))
    return (coach,) if coach in may and coach is not None and wait is not Wait.APPROVAL else may


def _may(judgement: Judgement, wait: Wait, catalogue: Catalogue) -> list[str]:
    fresh, asked, people = judgement.reviews.fresh, judgement.asked, catalogue.district.people
    barred = barred_from(judgement.submission)
    if wait is Wait.ANOTHER_REVIEWER:
        barred |= {each.reviewer for each in fresh if each.ratings}
    may = [each for each in catalogue.reviewers if each not in barred]
    if not asked.approval:
        return may
    approvers = [each for each in may if approves(each, people)]
    if wait is Wait.APPROVAL:
        return [each for each in approvers if completed_on(without(fresh, each), asked) is not None]
    # Whoever rates cannot approve what only they have rated, so approvers are kept for that.
    return [each for each in may if each not in approvers] or may

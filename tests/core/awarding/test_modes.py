"""Two reviewers, approval, blind reviews: what the micro-credential asks beyond the ratings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.core.awarding.builders import (
    BEFORE,
    PEOPLE,
    amina,
    competency,
    district,
    framework,
    gap,
    micro_credential,
    person,
    portfolio,
    review,
    submission,
)

from proofolio.core.diagnostics.finding import Gap
from proofolio.core.model.micro_credential import ReviewAsked
from proofolio.core.model.person import Person, Role
from proofolio.core.model.review import Review, Verdict
from proofolio.core.model.standing import Decision, Wait
from proofolio.core.model.submission import Submission

PAT = person("pat", Role.APPROVER)
QUINN = person("quinn", Role.APPROVER, Role.COACH)
ALL = (*PEOPLE, PAT, QUINN)
COACHED = (*(replace(each, coach="rosa") if each.id == "amina" else each for each in PEOPLE), PAT)
HOME = framework(competency("pacing", criteria=("clear", "kind")))
BOTH = {"clear": "proficient", "kind": "proficient"}


def decide_(
    *reviews: Review,
    asks: ReviewAsked,
    people: tuple[Person, ...] = ALL,
    missing: tuple[Gap, ...] = (),
    **changes: object,
) -> Decision:
    work: Submission = replace(submission("menu-maths", "pace", *reviews), **changes)  # type: ignore[arg-type]
    asked = replace(micro_credential("pace"), review=asks)
    world = district(portfolio(work), frameworks=[HOME], micro_credentials=[asked], people=people)
    return amina(world, *missing).decisions["menu-maths"]


def rated(by: str, day: int, **ratings: str) -> Review:
    return review(by, date(2026, 10, day), **(ratings or BOTH))


def word(by: str, day: int, verdict: Verdict = Verdict.MET, **rest: object) -> Review:
    """A review without ratings."""
    return replace(review(by, date(2026, 10, day), verdict=verdict, **rest), ratings={})  # type: ignore[arg-type]


TWO = ReviewAsked(2)


@pytest.mark.parametrize(
    ("reviews", "standing", "wait"),
    [
        ((rated("rosa", 1), rated("tomas", 2)), "met", None),
        ((rated("rosa", 1), rated("rosa", 2)), "in-review", Wait.ANOTHER_REVIEWER),
        (
            (replace(rated("rosa", 1), reviewed=BEFORE), rated("tomas", 2)),
            "in-review",
            Wait.ANOTHER_REVIEWER,
        ),
        ((rated("rosa", 1), rated("amina", 2)), "in-review", Wait.ANOTHER_REVIEWER),
        ((rated("rosa", 1), rated("tomas", 2, clear="proficient")), "in-review", Wait.RATINGS),
        ((rated("rosa", 1), rated("tomas", 2, clear="proficient", kind="emerging")), "revise", None),
        ((rated("rosa", 1), word("pat", 2)), "in-review", Wait.ANOTHER_REVIEWER),
    ],
)
def test_two_people_have_to_see_mastery_of_each_criterion(reviews, standing, wait) -> None:
    found = decide_(*reviews, asks=TWO)
    assert (found.standing, found.waits_for) == (standing, wait)


APPROVAL = ReviewAsked(1, approval=True)


@pytest.mark.parametrize(
    ("reviews", "standing", "because"),
    [
        ((rated("rosa", 1),), "in-review", "an approver, who is none of those who gave them, has to agree"),
        ((rated("rosa", 1), word("pat", 2)), "met", "pat approved it on 2 October 2026."),
        ((rated("rosa", 1), word("pat", 1)), "met", "pat approved it on 1 October 2026."),
        ((rated("rosa", 2), word("pat", 1)), "in-review", "pat agreed on 1 October 2026, before the ratings"),
        ((rated("rosa", 1), word("pat", 2, Verdict.REVISE)), "revise", "pat asks for a revision"),
        ((rated("rosa", 1), word("pat", 2, Verdict.RECUSED)), "in-review", "pat has stepped back"),
        ((rated("rosa", 1), word("tomas", 2)), "in-review", "has to agree"),
        ((rated("rosa", 1), word("pat", 2, reviewed=BEFORE)), "in-review", "has to agree"),
        ((rated("pat", 1),), "in-review", "pat may approve, but gave ratings that were needed"),
        ((rated("pat", 1), word("pat", 2)), "in-review", "not rated yet"),
        ((rated("pat", 1), word("quinn", 2)), "met", "quinn approved it"),
        ((rated("rosa", 1), rated("pat", 2)), "met", "pat approved it"),
        ((rated("pat", 1), rated("quinn", 2)), "met", "quinn approved it"),
        ((word("pat", 1),), "in-review", "“Clear” is not rated yet."),
        ((rated("rosa", 1, clear="proficient", kind="emerging"), word("pat", 2)), "revise", "rosa"),
    ],
)
def test_an_approver_agrees_after_the_ratings_of_others(reviews, standing, because) -> None:
    found = decide_(*reviews, asks=APPROVAL)
    assert found.standing == standing
    assert any(because.lower() in each.lower() for each in found.because), found.because
    assert found.competent == (standing == "met")


def test_the_day_of_approval_is_the_day_of_the_decision() -> None:
    found = decide_(rated("rosa", 1), word("pat", 4), rated("tomas", 9), asks=APPROVAL)
    assert found.decided_on == date(2026, 10, 4)


def test_after_two_reviewers_a_third_approves() -> None:
    asks = ReviewAsked(2, approval=True)
    rest = (rated("rosa", 1), rated("quinn", 2))
    assert decide_(*rest, asks=asks).asked == ("pat",)
    assert decide_(*rest, word("quinn", 3), asks=asks).standing == "in-review"
    assert decide_(*rest, word("pat", 3), asks=asks).standing == "met"


def test_an_approval_that_nobody_asked_for_does_no_harm() -> None:
    assert decide_(rated("rosa", 1), word("pat", 2), asks=ReviewAsked()).standing == "met"
    assert decide_(rated("rosa", 1), word("pat", 2), asks=ReviewAsked()).decided_on == date(2026, 10, 1)


def test_the_next_step_says_who_is_asked() -> None:
    found = decide_(rated("rosa", 1), asks=APPROVAL)
    assert (found.waits_for, found.asked) == (Wait.APPROVAL, ("pat", "quinn"))
    assert found.next_step == "Waiting for an approver: pat or quinn."
    nobody = decide_(rated("rosa", 1), asks=APPROVAL, people=PEOPLE)
    assert nobody.next_step == "Waiting for an approver; nobody on the roster may approve this work yet."


def test_work_that_has_gaps_is_not_competent_for_all_approval() -> None:
    found = decide_(rated("rosa", 1), word("pat", 2), asks=APPROVAL, missing=(gap(),))
    assert (found.standing, found.competent, found.waits_for) == ("incomplete", False, None)


BLIND = ReviewAsked(2, blind=True, approval=True)


@pytest.mark.parametrize(
    "reviews",
    [
        (),
        (rated("rosa", 1),),
        (rated("rosa", 1), rated("tomas", 2)),
        (rated("rosa", 1), rated("tomas", 2), word("pat", 3)),
        (rated("rosa", 1), rated("tomas", 2), word("pat", 1)),
        (rated("rosa", 1), rated("tomas", 2, clear="proficient", kind="emerging")),
        (word("rosa", 1, Verdict.REVISE),),
        (word("rosa", 1, Verdict.RECUSED), rated("tomas", 2)),
        (replace(rated("rosa", 1), reviewed=BEFORE),),
        (replace(rated("rosa", 1, clear="emerging"), reviewed=BEFORE),),
        (replace(rated("rosa", 1), rubric="sha256:other"), rated("tomas", 2)),
        (review("rosa", date(2027, 1, 1)),),
        (rated("ben", 1),),
    ],
)
def test_blind_reviews_name_nobody(reviews) -> None:
    found = decide_(*reviews, asks=BLIND)
    told = " ".join((*found.because, found.next_step or ""))
    assert not any(name in told for name in ("Rosa", "Tomas", "Ben", "rosa", "tomas", "pat", "quinn")), told
    assert all(each[0].isupper() or each[0] == "“" for each in found.because)


@pytest.mark.parametrize(
    ("reviews", "asks", "wait", "asked"),
    [
        ((), ReviewAsked(), Wait.FIRST_REVIEW, ("rosa",)),
        ((word("rosa", 1, Verdict.RECUSED),), ReviewAsked(), Wait.FIRST_REVIEW, ("pat", "tomas")),
        ((word("rosa", 1, Verdict.RECUSED),), APPROVAL, Wait.FIRST_REVIEW, ("tomas",)),
        ((rated("rosa", 1),), TWO, Wait.ANOTHER_REVIEWER, ("pat", "tomas")),
        ((rated("tomas", 1),), TWO, Wait.ANOTHER_REVIEWER, ("rosa",)),
        ((replace(rated("tomas", 1), reviewed=BEFORE),), ReviewAsked(), Wait.CONFIRMATION, ("tomas",)),
        (
            (replace(rated("tomas", 1, clear="emerging"), reviewed=BEFORE),),
            ReviewAsked(),
            Wait.NEXT_ROUND,
            ("rosa",),
        ),
        ((rated("tomas", 1, clear="proficient"),), ReviewAsked(), Wait.RATINGS, ("tomas",)),
        ((rated("rosa", 1),), APPROVAL, Wait.APPROVAL, ("pat",)),
    ],
)
def test_whoever_is_nearest_is_asked(reviews, asks, wait, asked) -> None:
    found = decide_(*reviews, asks=asks, people=COACHED)
    assert (found.waits_for, found.asked) == (wait, asked)

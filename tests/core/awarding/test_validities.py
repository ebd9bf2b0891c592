"""Whether a review is valid: every situation, whether it counts, where the work stands, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest
from tests.core.awarding.builders import (
    BEFORE,
    NOW,
    PEOPLE,
    TODAY,
    amina,
    district,
    micro_credential,
    person,
    portfolio,
    review,
    submission,
)

from proofolio.core.awarding.reviews import sort_out
from proofolio.core.model.person import Person, Role
from proofolio.core.model.review import Review, Verdict
from proofolio.core.model.rubric_digest import rubric_digest
from proofolio.core.model.standing import Decision

NEVER = "sha256:never"
OLD_RUBRIC = "sha256:" + "a1b2" * 16
FORMER = (*(each for each in PEOPLE if each.id != "rosa"), person("rosa", Role.EDUCATOR))
LATER = (*(each for each in PEOPLE if each.id != "rosa"), replace(person("rosa", Role.COACH), since=TODAY))
NEXT_WEEK = TODAY + timedelta(days=7)


@dataclass(frozen=True)
class Case:
    """One situation. ``counted`` and ``fresh`` are how many of its reviews are so."""

    name: str
    reviews: tuple[Review, ...]
    counted: int
    fresh: int
    standing: str
    because: str
    people: tuple[Person, ...] = PEOPLE
    co_authors: tuple[str, ...] = ()


def stale(reviewer: str = "rosa", **rest: object) -> Review:
    return review(reviewer, reviewed=BEFORE, **rest)  # type: ignore[arg-type]


CASES = [
    Case("fresh, by a coach", (review(),), 1, 1, "met", "says Rosa Diaz; decided on 5 October 2026."),
    Case("fresh, by an assessor", (review("tomas"),), 1, 1, "met", "says Tomas Reyes"),
    Case("by the owner", (review("amina"),), 0, 0, "waiting", "Amina Yusuf did the work."),
    Case("by a co-author", (review(),), 0, 0, "waiting", "Rosa Diaz did the work.", co_authors=("rosa",)),
    Case(
        "without a role", (review("ben"),), 0, 0, "waiting", "Ben Okafor is not on the roster as a reviewer."
    ),
    Case(
        "nobody on the roster", (review("zoe"),), 0, 0, "waiting", "zoe is not on the roster as a reviewer."
    ),
    Case("a former coach", (review(),), 0, 0, "waiting", "Rosa Diaz is not on the roster", people=FORMER),
    Case("stale", (stale(),), 1, 0, "stale", "Changed since Rosa Diaz’s review of 5 October 2026"),
    Case(
        "stale, then confirmed",
        (stale(), review(on=date(2026, 10, 9))),
        2,
        1,
        "met",
        "says Rosa Diaz; decided on 9 October 2026.",
    ),
    Case(
        "of an earlier version, after the present one",
        (review(), stale(on=date(2026, 10, 9), clear="developing")),
        2,
        1,
        "met",
        "decided on 5 October 2026.",
    ),
    Case("of what never was", (review(reviewed=NEVER),), 1, 0, "stale", "Changed since Rosa Diaz’s review"),
    Case(
        "stepped back",
        (review(), review(on=date(2026, 10, 9), verdict=Verdict.RECUSED)),
        0,
        0,
        "waiting",
        "Rosa Diaz has stepped back from this work (since 9 October 2026).",
    ),
    Case(
        "stepped back before",
        (stale(on=date(2026, 9, 1), verdict=Verdict.RECUSED), review()),
        0,
        0,
        "waiting",
        "The review of 5 October 2026 does not count: Rosa Diaz has stepped back from this work.",
    ),
    Case(
        "stepped back, and another has reviewed",
        (review(verdict=Verdict.RECUSED), review("tomas")),
        1,
        1,
        "met",
        "says Tomas Reyes",
    ),
    Case(
        "twice on one day",
        (
            review(clear="developing"),
            replace(review(), source=replace(review().source, file="reviews/2026-10-05-rosa-z.md")),
        ),
        2,
        1,
        "met",
        "says Rosa Diaz",
    ),
    Case(
        "met, with a rating below",
        (review(clear="developing"),),
        1,
        1,
        "revise",
        "Rosa Diaz rates “Clear” “Developing”; “Proficient” is asked.",
    ),
    Case(
        "against an earlier rubric",
        (replace(review(), rubric=OLD_RUBRIC),),
        1,
        1,
        "met",
        "Rosa Diaz’s review of 5 October 2026 was rated against an earlier rubric; that takes nothing away.",
    ),
    Case(
        "dated ahead",
        (review(on=NEXT_WEEK),),
        0,
        0,
        "waiting",
        "Rosa Diaz’s review of 27 November 2026 is dated ahead; it counts from that day on.",
    ),
    Case("before the reviewer joined", (review(),), 1, 1, "met", "says Rosa Diaz", people=LATER),
]


def decide_(case: Case, today: date = TODAY) -> Decision:
    work = submission("menu-maths", "pace", *case.reviews, co_authors=case.co_authors)
    return amina(district(portfolio(work), people=case.people), today=today).decisions["menu-maths"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_validity(case: Case) -> None:
    work = submission("menu-maths", "pace", *case.reviews, co_authors=case.co_authors)
    found = sort_out(work, {each.id: each for each in case.people}, TODAY)
    assert (len(found.counted), len(found.fresh)) == (case.counted, case.fresh)
    decided = decide_(case)
    assert decided.standing == case.standing
    assert any(case.because in reason for reason in decided.because), decided.because
    assert decided.competent == (case.standing == "met")
    assert len(decided.ratings) == case.counted


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_order_of_files_changes_nothing(case: Case) -> None:
    turned = replace(case, reviews=case.reviews[::-1])
    assert decide_(case) == decide_(turned)


def test_what_is_dated_ahead_counts_on_its_day() -> None:
    case = next(each for each in CASES if each.name == "dated ahead")
    assert decide_(case, NEXT_WEEK - timedelta(days=1)).standing == "waiting"
    assert decide_(case, NEXT_WEEK).standing == "met"


def test_todays_rubric_is_not_mentioned() -> None:
    world = district(portfolio())
    today = rubric_digest(world, micro_credential("pace"))
    case = Case("", (replace(review(), rubric=today),), 1, 1, "met", "")
    assert not any("rubric" in each for each in decide_(case).because)


def test_who_stepped_back_is_nowhere_a_rater() -> None:
    case = next(each for each in CASES if each.name == "stepped back, and another has reviewed")
    found = decide_(case)
    assert found.criteria["clear"].by == ("tomas",)
    assert found.round == 1
    assert case.reviews[0].reviewed == NOW

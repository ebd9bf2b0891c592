"""Every standing, and the sentences that go with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.core.awarding.builders import (
    BEFORE,
    NOW,
    accepted,
    amina,
    competency,
    credential,
    decided,
    district,
    framework,
    gap,
    micro_credential,
    portfolio,
    review,
    submission,
)

from proofolio.core.model.review import Review, Verdict
from proofolio.core.model.standing import Decision, Standing
from proofolio.core.model.submission import Status, Submission

DRAFT = submission("menu-maths", "pace", status=Status.DRAFT)
BARE = submission()
ONCE = submission("menu-maths", "pace", review())
PRACTICE = submission("menu-maths", "pace", review(), practice=True)


def with_reviews(*reviews: Review) -> Submission:
    return submission("menu-maths", "pace", *reviews)


def sent_back(reviewer: str = "rosa", on: date = date(2026, 10, 5), *, reviewed: str = NOW) -> Review:
    steps = {"clear": "show two learners"}
    return review(reviewer, on, reviewed=reviewed, verdict=Verdict.REVISE, steps=steps, clear="developing")


@pytest.mark.parametrize(
    ("given", "standing"),
    [
        (decided(DRAFT), "draft"),
        (decided(DRAFT, gap()), "draft"),
        (decided(replace(ONCE, status=Status.DRAFT)), "draft"),
        (decided(BARE, gap()), "incomplete"),
        (decided(ONCE, gap()), "incomplete"),
        (decided(BARE), "waiting"),
        (decided(with_reviews(sent_back(reviewed=BEFORE))), "waiting"),
        (decided(with_reviews(review(reviewed=BEFORE, clear="developing"))), "waiting"),
        (decided(with_reviews(review("amina"))), "waiting"),
        (decided(with_reviews(review("ben"))), "waiting"),
        (decided(with_reviews(review("nobody"))), "waiting"),
        (decided(replace(ONCE, co_authors=("rosa",))), "waiting"),
        (decided(with_reviews(review(reviewed=BEFORE))), "stale"),
        (
            decided(with_reviews(sent_back(on=date(2026, 9, 1), reviewed=BEFORE), review(reviewed=BEFORE))),
            "stale",
        ),
        (decided(ONCE, asked=micro_credential("pace", reviewers=2)), "in-review"),
        (decided(with_reviews(review(other="proficient"))), "in-review"),
        (decided(with_reviews(review(clear="splendid"))), "in-review"),
        (decided(PRACTICE), "in-review"),
        (decided(ONCE, asked=micro_credential("pace", requires=("first",))), "in-review"),
        (decided(ONCE, asked=micro_credential("pace", of="core/unheard-of")), "in-review"),
        (decided(submission("menu-maths", "unheard-of", review())), "in-review"),
        (decided(with_reviews(sent_back())), "revise"),
        (decided(with_reviews(review(clear="developing"))), "revise"),
        (decided(with_reviews(review(verdict=Verdict.REVISE))), "revise"),
        (decided(with_reviews(review(), sent_back("tomas"))), "revise"),
        (decided(with_reviews(sent_back(), review(on=date(2026, 10, 9)))), "met"),
        (decided(with_reviews(review(), sent_back(reviewed=BEFORE, on=date(2026, 10, 9)))), "met"),
        (decided(ONCE), "met"),
        (decided(with_reviews(review(clear="exemplary"))), "met"),
        (decided(ONCE, asked=micro_credential("pace", expires="P1M")), "expired"),
        (decided(ONCE, credentials=[credential("pace")]), "earned"),
        (decided(BARE, gap(), credentials=[credential("pace")]), "earned"),
        (decided(with_reviews(review(reviewed=BEFORE)), credentials=[credential("pace")]), "earned"),
        (decided(ONCE, credentials=[credential("pace", until=date(2026, 11, 19))]), "expired"),
        (decided(ONCE, credentials=[credential("pace", until=date(2026, 11, 20))]), "earned"),
        (decided(DRAFT, credentials=[credential("pace")]), "draft"),
    ],
)
def test_standing(given: Decision, standing: str) -> None:
    assert given.standing == standing
    assert given.because
    assert all(each[0].isupper() or each[0] == "“" for each in given.because)
    assert all(each.endswith((".", "?", "!")) for each in given.because)
    assert given.competent == (standing == "met") or standing in {"earned", "expired", "in-review"}


def test_every_standing_but_revoked_is_in_the_table() -> None:
    cases = next(mark.args[1] for mark in test_standing.pytestmark)  # type: ignore[attr-defined]
    assert {expected for _, expected in cases} == set(Standing) - {Standing.REVOKED}


def test_a_draft_says_its_first_gap_and_what_to_do() -> None:
    found = decided(DRAFT, gap(), gap("more"))
    assert found.next_step == "The section Reflection is missing: write it."
    assert found.because == ("A draft; 2 things are not there yet.",)
    assert (found.complete, len(found.missing)) == (False, 2)


def test_work_that_was_revised_waits_for_the_next_round() -> None:
    found = decided(with_reviews(sent_back(reviewed=BEFORE)))
    assert found.because == ("Revised since Rosa Diaz’s review of 5 October 2026; waiting for round 2.",)
    assert found.next_step == "Waiting for round 2 of reviews."
    assert (found.round, found.stale_reviews) == (1, 1)
    assert found.criteria["clear"].level is None


def test_a_first_wait() -> None:
    assert decided(BARE).next_step == "Waiting for a first review."


def test_sent_back_with_the_reviewers_next_step_and_level_titles() -> None:
    found = decided(with_reviews(sent_back()))
    assert found.next_step == "Show two learners."
    assert found.because == (
        "Rosa Diaz rates “Clear” “Developing”; “Proficient” is asked.",
        "Rosa Diaz asks for a revision (5 October 2026).",
    )
    assert found.criteria["clear"].next_step == "show two learners"


def test_disagreement_pauses_and_is_said() -> None:
    found = decided(with_reviews(review(clear="exemplary"), review("tomas", clear="developing")))
    assert "Rosa Diaz and Tomas Reyes differ on “Clear”; it stays open until they agree." in found.because
    assert (found.criteria["clear"].level, found.criteria["clear"].met) == ("developing", False)
    assert found.criteria["clear"].by == ("rosa", "tomas")


def test_a_review_that_does_not_count_is_explained() -> None:
    assert (
        "Ben Okafor is not on the roster as a reviewer." in decided(with_reviews(review("ben"))).because[-1]
    )
    own = decided(replace(ONCE, co_authors=("rosa",)))
    assert own.because[-1] == "The review of 5 October 2026 does not count: Rosa Diaz did the work."
    assert own.ratings == ()


def test_prerequisites_come_first_and_are_named() -> None:
    asked = [micro_credential("pace", requires=("first", "gone")), micro_credential("first")]
    found = amina(district(portfolio(ONCE), micro_credentials=asked)).decisions["menu-maths"]
    assert found.competent
    assert found.because == ("First earn “FIRST”.", "First earn “gone”.")
    assert found.next_step == "First earn “FIRST” and “gone”."
    assert found.decided_on is None


def test_two_reviewers_decide_on_the_day_of_the_second() -> None:
    both = with_reviews(
        review("tomas", date(2026, 10, 9)),
        review("rosa", date(2026, 10, 5)),
        review("ada", date(2026, 10, 7)),
    )
    found = decided(both, asked=micro_credential("pace", reviewers=2))
    assert (found.standing, found.decided_on) == (Standing.MET, date(2026, 10, 9))
    assert found.because[0].endswith("say Rosa Diaz and Tomas Reyes; decided on 9 October 2026.")


def test_a_further_agreeing_reviewer_does_not_move_the_day() -> None:
    found = decided(with_reviews(review("tomas", date(2026, 11, 9)), review("rosa", date(2026, 10, 5))))
    assert found.decided_on == date(2026, 10, 5)


def test_only_asked_criteria_decide() -> None:
    home = framework(competency("pacing", criteria=("clear", "other")))
    asked = micro_credential("pace", criteria=("clear",))
    one = with_reviews(review(clear="proficient", other="emerging"))
    found = amina(district(portfolio(one), frameworks=[home], micro_credentials=[asked])).decisions[
        "menu-maths"
    ]
    assert found.standing == "met"
    assert list(found.criteria) == ["clear"]
    assert {each.criterion for each in found.ratings} == {"clear", "other"}


def test_a_scale_without_mastery_is_never_met() -> None:
    home = framework(
        competency("pacing"), levels=tuple(replace(each, mastery=False) for each in framework().levels)
    )
    found = amina(district(portfolio(ONCE), frameworks=[home])).decisions["menu-maths"]
    assert found.standing == "in-review"
    assert found.because == ("“Clear” is rated, but the scale names no mastery level.",)


def test_rounds_are_distinct_versions() -> None:
    found = decided(with_reviews(sent_back(reviewed=BEFORE), review("tomas", reviewed=BEFORE), review()))
    assert (found.round, found.stale_reviews) == (2, 2)
    assert [each.fresh for each in found.ratings] == [False, True, False]


def test_a_renewal_is_not_hidden_behind_the_expired_credential() -> None:
    old = accepted("pace", date(2024, 3, 1), slug="old")
    past = credential("pace", date(2024, 3, 10), date(2025, 3, 10))
    new = submission("new", "pace")
    found = amina(district(portfolio(old, new, credentials=[past]))).decisions
    assert (found["old"].standing, found["new"].standing) == ("expired", "waiting")
    again = submission("old", "pace", *old.reviews, review(on=date(2026, 3, 1), clear="developing"))
    assert amina(district(portfolio(again, credentials=[past]))).decisions["old"].standing == "revise"
    again = submission("old", "pace", *old.reviews, review(on=date(2026, 3, 1)))
    assert amina(district(portfolio(again, credentials=[past]))).decisions["old"].standing == "met"

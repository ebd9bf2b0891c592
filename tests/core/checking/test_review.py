"""Reviews: who, of what, how rated, and what next."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.core.checking.builders import told, with_review, with_submission
from tests.core.checking.portfolios import DIGEST, OLDER, REVIEW, review

from proofolio.core.checking.check import check
from proofolio.core.model.history import History, Reach
from proofolio.core.model.identity import Identity
from proofolio.core.model.micro_credential import ReviewAsked
from proofolio.core.model.person import Role
from proofolio.core.model.review import Verdict

NAME = "2026-11-05-rosa-diaz.md"
GOOD = {"pacing": "proficient", "units": "proficient"}
NEVER = "sha256:" + "1234567890abcdef" * 4
MADE_UP = "sha256:" + "ab" * 32

CASES = [
    ({"reviewer": "amina-yusuf"}, ("review-by-owner", NAME)),
    ({"reviewer": "ben-okafor"}, ("review-by-co-author", NAME)),
    ({"reviewer": "zoe"}, ("unknown-person", NAME)),
    ({"ratings": GOOD | {"choice": "proficient"}}, ("unknown-criterion", NAME, "ratings", "choice", "*")),
    (
        {"ratings": {"pacing": "proficient", "unitz": "proficient"}, "next_steps": {}},
        ("unknown-criterion", NAME, "ratings", "unitz", "*"),
    ),
    ({"ratings": GOOD | {"units": "proficent"}}, ("unknown-level", NAME, "ratings", "units")),
    ({"ratings": {"pacing": "proficient"}}, ("unrated-criterion", NAME, "ratings", "*")),
    ({"next_steps": {}}, ("missing-next-step", NAME, "ratings", "units")),
    ({"next_steps": {"units": "  "}}, ("missing-next-step", NAME, "ratings", "units")),
    (
        {"next_steps": {"unitz": "More."}},
        ("next-step-for-unknown-criterion", NAME, "next_steps", "unitz", "*"),
    ),
    ({"verdict": Verdict.MET}, ("verdict-contradicts-ratings", NAME, "verdict")),
    ({"reviewed": MADE_UP}, ("unknown-digest", NAME, "reviewed")),
]


@pytest.mark.parametrize(("changes", "expected"), CASES)
def test_what_is_wrong_with_a_review_is_told_at_its_place(changes, expected) -> None:
    assert told(with_review(**changes)) == [expected]


@pytest.mark.parametrize(
    "changes",
    [
        {"ratings": GOOD, "next_steps": {}, "verdict": Verdict.MET},
        {"ratings": GOOD, "next_steps": {}, "verdict": Verdict.REVISE},
        {"ratings": GOOD, "next_steps": {"units": "Share it."}, "verdict": Verdict.MET},
        {"reviewed": OLDER},
    ],
)
def test_what_is_right_is_left_alone(changes) -> None:
    assert told(with_review(**changes)) == []


def test_somebody_without_a_reviewing_role_cannot_review() -> None:
    given = with_submission(co_authors=(), reviews=(review(reviewer="ben-okafor"),))
    assert told(given) == [("review-by-unqualified", NAME)]


@pytest.mark.parametrize(
    ("reviewed", "before", "wrong"),
    [
        (DIGEST, {OLDER}, False),
        (OLDER, {OLDER, NEVER}, False),
        (NEVER, {OLDER, DIGEST}, True),
        (NEVER, set(), False),
    ],
)
def test_a_review_is_of_something_that_was_there(reviewed, before, wrong) -> None:
    history = History(Reach.WHOLE, digests_before={REVIEW: frozenset(before)})
    expected = [("unknown-digest", NAME, "reviewed")] if wrong else []
    assert told(with_review(reviewed=reviewed), history) == expected


def test_the_contradicting_rating_is_shown_beside_the_verdict() -> None:
    (finding,) = check(with_review(verdict=Verdict.MET), History())
    assert [each.where.route for each in finding.related] == [("ratings", "units")]


def test_whoever_steps_back_owes_no_ratings_and_no_version() -> None:
    given = with_review(verdict=Verdict.RECUSED, ratings={}, next_steps={}, reviewed=MADE_UP)
    assert told(given) == []


APPROVAL = ReviewAsked(1, approval=True)


@pytest.mark.parametrize(
    ("role", "asked", "wrong"),
    [
        (Role.APPROVER, APPROVAL, False),
        (Role.APPROVER, ReviewAsked(), True),
        (Role.ASSESSOR, APPROVAL, True),
    ],
)
def test_only_an_approver_who_is_asked_may_leave_the_ratings_out(role, asked, wrong) -> None:
    usual = with_review(ratings={}, next_steps={}, verdict=Verdict.MET)
    people = {**usual.people, "rosa-diaz": replace(usual.people["rosa-diaz"], roles=frozenset({role}))}
    asking = replace(usual.micro_credentials["pace-a-unit"], review=asked)
    given = replace(usual, people=people, micro_credentials={"pace-a-unit": asking})
    rules = [each.rule.name for each in check(given, History())]
    assert ("unrated-criterion" in rules) == wrong


@pytest.mark.parametrize(
    ("account", "wrong"),
    [
        ("amina-yusuf", True),
        ("AMINA-YUSUF", True),
        ("ben-okafor", True),  # a co-author
        ("rosa-diaz", False),
        ("github-actions[bot]", False),
        ("stranger", False),
    ],
)
@pytest.mark.parametrize("verdict", [Verdict.REVISE, Verdict.RECUSED])
def test_no_author_puts_in_a_review_of_the_work(account, verdict, wrong) -> None:
    by = Identity("Rosa Diaz", f"1+{account}@users.noreply.github.com")
    history = History(Reach.WHOLE, origins={REVIEW: by})
    expected = [("review-committed-by-author", NAME)] if wrong else []
    assert told(with_review(verdict=verdict), history) == expected

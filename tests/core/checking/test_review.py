"""Reviews: who, of what, how rated, and what next."""

from __future__ import annotations

import pytest
from tests.core.checking.builders import told, with_review, with_submission
from tests.core.checking.portfolios import DIGEST, OLDER, REVIEW, review

from proofolio.core.checking.check import check
from proofolio.core.model.history import History, Reach
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

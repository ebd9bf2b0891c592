"""How far reviewers agree, with figures worked out by hand."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.awarding.builders import (
    BEFORE,
    TODAY,
    competency,
    district,
    framework,
    person,
    portfolio,
    review,
    submission,
)

from proofolio.core.awarding.agreement import agreement, kappa
from proofolio.core.model.agreement import Agreement, Concord
from proofolio.core.model.person import Role
from proofolio.core.model.review import Review, Verdict

PEOPLE = (
    person("amina"),
    person("rosa", Role.COACH),
    person("tomas", Role.ASSESSOR),
    person("ursula", Role.ASSESSOR),
)
HOME = framework(competency("pacing", criteria=("clear", "kind")))


def found(*works: tuple[Review, ...], people: tuple[str, ...] | None = None) -> Agreement:
    each = [submission(f"work-{at}", "pace", *reviews) for at, reviews in enumerate(works)]
    world = district(portfolio(*each), frameworks=[HOME], people=PEOPLE)
    return agreement(world, TODAY, people)


def rated(by: str, clear: str, **rest: str) -> Review:
    return review(by, clear=clear, **rest)


def test_nothing_rated_twice_is_no_agreement_and_no_disagreement() -> None:
    empty = found((rated("rosa", "proficient"),), ())
    assert empty == Agreement(Concord(0, 0, 0, 0, None), {}, {}, ())


def test_counts_and_splits() -> None:
    got = found(
        (rated("rosa", "proficient", kind="emerging"), rated("tomas", "proficient", kind="exemplary")),
        (rated("rosa", "developing"), rated("tomas", "proficient")),
    )
    assert got.criteria["pace"]["clear"] == Concord(2, 1, 2, 1, pytest.approx(0.0))
    assert got.criteria["pace"]["kind"] == Concord(1, 0, 0, 1, None)
    assert got.micro_credentials["pace"].pairs == got.whole.pairs == 3
    assert [(each.submission, each.criterion, dict(each.levels)) for each in got.disagreements] == [
        ("work-0", "kind", {"rosa": "emerging", "tomas": "exemplary"}),
        ("work-1", "clear", {"rosa": "developing", "tomas": "proficient"}),
    ]


@pytest.mark.parametrize(
    "reviews",
    [
        (rated("rosa", "proficient"), rated("rosa", "emerging")),
        (rated("rosa", "proficient"), rated("amina", "emerging")),
        (rated("rosa", "proficient"), rated("zoe", "emerging")),
        (rated("rosa", "proficient"), review("tomas", reviewed=BEFORE, clear="emerging")),
        (rated("rosa", "proficient"), review("tomas", verdict=Verdict.RECUSED, clear="emerging")),
        (rated("rosa", "proficient"), review("tomas", date(2027, 1, 1), clear="emerging")),
        (rated("rosa", "proficient"), rated("tomas", "splendid")),
        (rated("rosa", "proficient"), review("tomas", kind="emerging")),
    ],
)
def test_only_two_people_who_may_and_the_same_version_make_a_pair(reviews) -> None:
    assert found(reviews).whole.pairs == 0


def test_a_reviewers_last_word_on_a_version_counts() -> None:
    got = found(
        (
            review("rosa", date(2026, 10, 1), clear="emerging"),
            review("rosa", date(2026, 10, 2), clear="proficient"),
            rated("tomas", "proficient"),
        )
    )
    assert (got.whole.pairs, got.whole.exact) == (1, 1)


def test_three_reviewers_are_three_pairs_and_earlier_versions_count() -> None:
    three = tuple(review(each, reviewed=BEFORE, clear="proficient") for each in ("rosa", "tomas", "ursula"))
    assert found(three).whole.pairs == 3


def test_only_the_work_of_those_asked_for() -> None:
    assert (
        found((rated("rosa", "proficient"), rated("tomas", "proficient")), people=("ben",)).whole.pairs == 0
    )


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([], None),
        ([(1, 2)], None),
        ([(2, 2), (2, 2), (2, 2)], None),
        ([(0, 0), (1, 1), (2, 2), (3, 3)], 1.0),
        ([(0, 3), (3, 0)], -1.0),
        ([(0, 0), (0, 1), (1, 0), (1, 1)], 0.0),
        # 25, 15, 10 against 20, 15, 15: chance gives 67, and 10 were seen.
        ([(0, 0)] * 20 + [(0, 1)] * 5 + [(1, 1)] * 10 + [(1, 2)] * 5 + [(2, 2)] * 10, 1 - 10 / 67),
    ],
)
def test_kappa(pairs, expected) -> None:
    assert kappa(pairs) == (None if expected is None else pytest.approx(expected))


PAIR = st.tuples(st.integers(0, 3), st.integers(0, 3))


@given(st.lists(PAIR, min_size=2, max_size=40))
def test_kappa_is_what_its_definition_says(pairs) -> None:
    number = len(pairs)
    by_chance = sum((one[0] - other[1]) ** 2 for one in pairs for other in pairs) / number**2
    seen = sum((first - second) ** 2 for first, second in pairs) / number
    expected = None if by_chance == 0 else pytest.approx(1 - seen / by_chance)
    assert kappa(pairs) == expected
    assert kappa([(second, first) for first, second in pairs]) == expected

"""Competencies, sets, growth, hours, renewal and plans."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.core.awarding.builders import (
    BEFORE,
    HERE,
    TODAY,
    accepted,
    all_of,
    amina,
    assessment,
    competency,
    credential,
    district,
    entry,
    framework,
    micro_credential,
    pathway,
    portfolio,
    review,
    submission,
)

from proofolio.core.awarding.decide import decide
from proofolio.core.model.district import District
from proofolio.core.model.duration import Duration
from proofolio.core.model.framework import Framework
from proofolio.core.model.plan import Goal, RenewalPlan
from proofolio.core.model.progress import PersonProgress
from proofolio.core.model.renewal import RenewalProfile
from proofolio.core.model.submission import Status

HOME = framework(
    competency("pacing", criteria=("plan", "pace"), sets=("first",)),
    competency("agency", sets=("first",)),
    sets=("first",),
)
ASKED = [micro_credential("all", "pacing"), micro_credential("half", "pacing", criteria=("plan",)),
         micro_credential("rest", "pacing", criteria=("pace",))]  # fmt: skip


def progress(
    *submissions: object, frameworks: list[Framework] | None = None, **rest: object
) -> PersonProgress:
    folder = portfolio(*submissions, **rest)  # type: ignore[arg-type]
    return amina(district(folder, frameworks=frameworks or [HOME], micro_credentials=ASKED))


def test_the_best_level_of_each_criterion_and_the_lowest_of_all() -> None:
    found = progress(
        submission("one", "all", review(plan="developing", pace="exemplary")),
        submission("two", "half", review(plan="proficient")),
    ).competencies["core/pacing"]
    assert found.criteria == {"plan": "proficient", "pace": "exemplary"}
    assert (found.level, found.demonstrated, found.in_progress, found.claimed) == (
        "proficient",
        False,
        True,
        2,
    )


def test_within_one_submission_reviewers_who_differ_count_as_the_lower() -> None:
    both = submission("one", "half", review(plan="exemplary"), review("tomas", plan="emerging"))
    assert progress(both).competencies["core/pacing"].criteria == {"plan": "emerging"}


def test_no_level_until_every_criterion_has_one() -> None:
    found = progress(submission("two", "half", review(plan="proficient"))).competencies["core/pacing"]
    assert (found.level, found.criteria) == (None, {"plan": "proficient"})


@pytest.mark.parametrize(
    "work",
    [
        submission("one", "all", review(reviewed=BEFORE, plan="proficient", pace="proficient")),
        submission("one", "all", review(plan="proficient", pace="proficient"), status=Status.DRAFT),
    ],
)
def test_changed_evidence_and_drafts_give_no_level(work: object) -> None:
    found = progress(work).competencies["core/pacing"]
    assert (found.level, found.criteria, found.in_progress, found.claimed) == (None, {}, True, 1)


def test_practice_is_not_counted_at_all() -> None:
    work = submission("one", "all", review(plan="proficient", pace="proficient"), practice=True)
    found = progress(work)
    assert not found.competencies["core/pacing"].in_progress
    assert (found.competencies["core/pacing"].claimed, found.growth) == (0, ())


def test_awards_together_demonstrate_a_competency() -> None:
    half = submission("one", "half", review(plan="proficient"))
    assert not progress(half).competencies["core/pacing"].demonstrated
    found = progress(half, credentials=[credential("rest")])
    assert found.competencies["core/pacing"].demonstrated
    assert (found.sets["core/first"].have, found.sets["core/first"].of) == (1, 2)
    ended = progress(half, credentials=[credential("rest", until=date(2026, 11, 1))])
    assert not ended.competencies["core/pacing"].demonstrated


def test_what_further_evidence_and_log_entries_name() -> None:
    work = submission("one", "half", demonstrates=("agency", "core/agency", "pacing", "unheard-of"))
    log = (entry(date(2026, 1, 1), 1, competency="agency"), entry(date(2026, 1, 2), 1, competency="nowhere"))
    found = progress(work, log=log).competencies
    assert (found["core/pacing"].claimed, found["core/agency"].claimed) == (1, 1)
    assert (found["core/agency"].in_progress, found["core/agency"].log_entries) == (False, 1)


def test_ones_own_latest_word_and_growth_over_time() -> None:
    earlier = review(reviewed=BEFORE, on=date(2026, 5, 1), plan="developing")
    later = assessment(date(2026, 9, 1), pacing="proficient", agency__gone="emerging")
    first = assessment(
        date(2026, 1, 1), pacing="emerging", core__pacing__plan="developing", agency="splendid"
    )
    found = progress(
        submission("one", "half", earlier, review(plan="proficient")), assessments=(later, first)
    )
    assert found.competencies["core/pacing"].own == {"": "proficient", "plan": "developing"}
    assert [(each.on.month, each.criterion, each.level, each.own, each.fresh) for each in found.growth] == [
        (1, None, "emerging", True, True),
        (1, "plan", "developing", True, True),
        (5, "plan", "developing", False, False),
        (9, None, "proficient", True, True),
        (10, "plan", "proficient", False, True),
    ]


def test_hours_by_category_stay_after_an_award_has_expired() -> None:
    world = district(
        portfolio(
            accepted("a", date(2024, 1, 1)), accepted("b", date(2026, 1, 1)), accepted("c", date(2024, 1, 2)),
            log=(entry(date(2026, 1, 1), 1.5, category="content"), entry(date(2026, 1, 2), 0.1)),
        ),
        micro_credentials=[
            micro_credential("a", hours=10, category="content", expires="P1Y"),
            micro_credential("b", hours=5), micro_credential("c", hours=2, expires="P1Y"),
        ],
        pathways=[pathway("once", all_of("a", "c"), 20), pathway("never", all_of("a", "b"), 40)],
    )  # fmt: skip
    found = amina(world)
    assert found.hours.total == 38.6
    assert found.hours.by_category == {"": 27.1, "content": 11.5}
    assert not found.pathways["once"].met


def test_hours_add_up_without_the_dust_of_binary_fractions() -> None:
    found = progress(log=(entry(date(2026, 1, 1), 0.1), entry(date(2026, 1, 2), 0.2))).hours
    assert (found.total, found.by_category) == (0.3, {"": 0.3})


def renewed(per: float | None, *, at_least: float = 20, **rest: object) -> PersonProgress:
    profile = RenewalProfile("state", "State", Duration(years=1), at_least, {"content": 8}, per, (), HERE)
    world = district(
        portfolio(
            accepted("a", date(2026, 1, 1)), accepted("b", date(2025, 6, 30)),
            accepted("c", date(2026, 7, 1)),
            renewal=RenewalPlan("state", date(2025, 7, 1)),
            log=(entry(date(2026, 6, 30), 4, category="content"), entry(date(2025, 7, 1), 3)),
        ),
        micro_credentials=[micro_credential(each, hours=10, category="content") for each in "abc"],
    )  # fmt: skip
    return amina(replace(world, renewals={"state": profile}))


def test_renewal_counts_what_falls_into_the_cycle() -> None:
    found = renewed(None).renewal["state"]
    assert (found.hours, found.of, found.met, found.ends) == (17, 20, False, date(2026, 7, 1))
    assert found.short == {"": 3}
    assert found.because == (
        "17 of 20 hours in the cycle from 1 July 2025 to 1 July 2026.",
        "Still to do: 3 more in all.",
    )


def test_renewal_converts_micro_credentials_as_the_profile_says() -> None:
    found = renewed(2, at_least=9).renewal["state"]
    assert (found.hours, found.met) == (9, True)
    assert renewed(0.5, at_least=1).renewal["state"].short == {"content": 0.5}


def test_a_renewal_profile_that_is_not_known_is_left_out() -> None:
    assert progress(renewal=RenewalPlan("gone", date(2025, 7, 1))).renewal == {}


@pytest.mark.parametrize(
    ("goal", "reached", "met"),
    [
        (Goal("x", "pacing", "proficient"), "proficient", True),
        (Goal("x", "pacing", "exemplary"), "proficient", False),
        (Goal("x", "pacing"), "proficient", True),
        (Goal("x", "pacing", "splendid"), "proficient", False),
        (Goal("x", "agency", "emerging"), None, False),
        (Goal("x", "nowhere", "emerging"), None, False),
        (Goal("x"), None, False),
    ],
)
def test_goals(goal: Goal, reached: str | None, met: bool) -> None:
    rated = submission("one", "all", review(plan="proficient", pace="exemplary"))
    (found,) = progress(rated, plan=(goal,)).goals
    assert (found.reached, found.met) == (reached, met)
    (found,) = progress(credentials=[credential("all")], plan=(goal,)).goals
    assert (found.reached, found.met) == (reached, met)


def test_nothing_at_all_raises_nothing() -> None:
    bare = portfolio(submission("one", "gone", review()), credentials=[credential("gone")])
    empty = District(None, {}, {}, {}, {}, {}, {}, {"amina": replace(bare, profile=None)})
    found = decide(empty, {}, TODAY)["amina"]
    assert found.decisions["one"].standing == "earned"
    assert (found.competencies, found.pathways, found.goals) == ({}, {}, ())
    assert found.hours.total == 0

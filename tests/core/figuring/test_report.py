"""Figures against counts made by hand, and what must hold of any district."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from tests.core.awarding.builders import submission
from tests.core.figuring.districts import (
    FRAMEWORKS,
    INTERNAL,
    TODAY,
    award,
    by_chance,
    nobody,
    person,
    with_awards,
    work,
)

from proofolio.core.figuring.inside import pace
from proofolio.core.figuring.measure import measures
from proofolio.core.figuring.narrow import narrow
from proofolio.core.figuring.period import WINDOW, periods, term_of
from proofolio.core.figuring.report import report
from proofolio.core.model.facts import Facts, HoursFact, ImpactFact, ReviewFact
from proofolio.core.model.figures import Pace, Report, Slice
from proofolio.core.model.queue import Queue, Turnaround, Waiting
from proofolio.core.model.standing import Standing, Wait
from proofolio.core.publishing.inside.queue import pace_facts

HAND = (
    # Organisation, period, framework; then the values in the order of MEASURES.
    ("", "all", "", (5, 5, 6, 3, 4, 60, 40)),
    ("", "school-2025-26", "", (4, 2, 3, 2, 3, 50, 30)),
    ("", "school-2026-27", "", (5, 2, 2, 1, 1, 20, 10)),
    ("", "2025", "", (3, 1, 1, 1, 1, 33.3, 10)),
    ("", "2026", "", (5, 4, 4, 3, 3, 60, 30)),
    ("", "last-12-months", "", (5, 4, 4, 3, 3, 60, 30)),
    ("", "all", "basics", (5, 4, 5, 2, 3, 40, 30)),
    ("", "all", "leading", (5, 1, 1, 1, 1, 20, 10)),
    ("east", "all", "", (2, 2, 3, 2, 3, 100, 30)),
    ("west", "all", "", (2, 2, 2, 1, 1, 50, 10)),
    ("annexe", "all", "", (1, 1, 1, 0, 0, 0, 0)),
    ("west", "2026", "leading", (2, 1, 1, 1, 1, 50, 10)),
    ("west", "2025", "", (0, 0, 0, 0, 0, None, 0)),
)
MEASURES = ("enrolled", "submitted", "submissions", "earned", "credentials", "completion", "hours")


def five() -> Facts:
    """Ada and Ben at East, Cleo at West, Dora in its annexe, Eve nowhere and since nobody knows when."""
    people = (
        person("ada", "east", demonstrates=frozenset({"basics/ask", "basics/listen"})),
        person("ben", "east", demonstrates=frozenset({"basics/ask"})),
        person("cleo", "west", date(2026, 1, 10), demonstrates=frozenset({"leading/coach"})),
        person("dora", "annexe", date(2026, 9, 1)),
        person("eve", "", None),
    )
    awards = [
        award("ada", "asking", date(2025, 10, 10)),
        award("ada", "listening", date(2026, 2, 2)),
        award("ben", "asking", date(2026, 9, 15)),
        award("cleo", "coaching", date(2026, 3, 3)),
    ]
    facts = with_awards(replace(nobody(INTERNAL), people=people), awards)
    more = (work("dora", "asking", date(2026, 10, 1)), work("eve", "listening", None))
    return replace(facts, submissions=(*facts.submissions, *more))


def told(found: Report, where: Slice) -> dict[str, float | None]:
    return {each.measure.id: each.value for each in found.of(where)}


@pytest.mark.parametrize(("organization", "period", "framework", "expected"), HAND)
def test_figures_are_what_a_hand_counts(
    organization: str, period: str, framework: str, expected: tuple[float | None, ...]
) -> None:
    values = told(report(five()), Slice(organization, period, framework))
    assert tuple(values[each] for each in MEASURES) == expected


def test_lists_are_what_a_hand_counts() -> None:
    found = report(five())
    every = [(each.id, each.value) for each in found.ranking if each.slice == Slice(framework="basics")]
    assert every == [("asking", 2), ("listening", 1)]
    rows = {
        (each.framework, each.domain): (each.value, each.of)
        for each in found.coverage
        if not each.organization
    }
    assert rows == {
        ("basics", ""): (2, 3),
        ("basics", "craft"): (1, 2),
        ("basics", "care"): (1, 1),
        ("leading", ""): (1, 1),
    }
    assert told(found, Slice())["coverage"] == 3
    singles = {each.competency: each.value for each in found.competencies if not each.organization}
    assert singles == {"basics/ask": 2, "basics/listen": 1, "basics/plan": 0, "leading/coach": 1}
    steps = [
        (each.step.title, each.value)
        for each in found.trend
        if each.measure.id == "credentials"
        and (each.organization, each.framework) == ("", "")
        and each.step.kind == "term"
    ]
    assert steps == [
        ("August to December 2025", 1),
        ("January to July 2026", 2),
        ("August to December 2026", 1),
    ]


def test_a_district_in_which_nothing_has_happened_has_figures_too() -> None:
    for audience in ("public", "internal"):
        found = report(nobody(audience))
        values = told(found, Slice())
        assert values["enrolled"] == 0
        assert values["completion"] is None, "there is nothing to divide by"
        assert not any(each.suppressed for each in found.figures)
        assert not found.ranking
        assert not found.impact


def test_what_lies_ahead_has_not_happened() -> None:
    ahead = TODAY + timedelta(days=1)
    facts = with_awards(replace(nobody(INTERNAL), people=(person("ada"),)), [award("ada", "asking", ahead)])
    values = told(report(facts), Slice())
    assert (values["earned"], values["credentials"], values["hours"]) == (0, 0, 0)
    late = replace(nobody(INTERNAL), people=(person("ada", since=ahead),))
    assert told(report(late), Slice())["enrolled"] == 0


@pytest.mark.parametrize("seed", range(5))
def test_more_accepted_work_never_lowers_what_was_earned(seed: int) -> None:
    facts = replace(by_chance(seed, 15), audience=INTERNAL)
    before = report(facts)
    more = [*facts.awards, award(facts.people[seed].id, "coaching", TODAY - timedelta(days=30 * seed))]
    after = report(replace(facts, awards=tuple(more)))
    for name in ("earned", "credentials", "completion"):
        old = {each.slice: each.value for each in before.figures if each.measure.id == name}
        for each in after.figures:
            if each.measure.id == name and old.get(each.slice) is not None:
                assert each.value is not None
                assert each.value >= (old[each.slice] or 0)


@pytest.mark.parametrize("seed", range(5))
def test_years_terms_and_months_divide_all_time(seed: int) -> None:
    found = report(replace(by_chance(seed, 20), audience=INTERNAL))
    for name in ("credentials", "submissions", "hours"):
        whole = told(found, Slice())[name]
        for kind in ("school-year", "calendar-year"):
            spans = [each.id for each in found.periods if each.kind == kind]
            assert sum(told(found, Slice("", each))[name] or 0 for each in spans) == whole
        for kind in ("term", "month"):
            points = [
                each.value or 0
                for each in found.trend
                if each.measure.id == name
                and (each.organization, each.framework, each.step.kind) == ("", "", kind)
            ]
            assert sum(points) == whole
        frameworks = [told(found, Slice("", "all", each.id))[name] or 0 for each in FRAMEWORKS]
        assert sum(frameworks) == whole or name == "hours"


def test_periods_meet_without_a_gap() -> None:
    for today in (date(2026, 1, 1), date(2026, 7, 31), date(2026, 8, 1), date(2028, 2, 29)):
        made = periods(today, [date(2024, 2, 29)])
        for kind in ("school-year", "calendar-year", "term", "month"):
            spans = sorted(
                (each for each in made.every if each.kind == kind), key=lambda each: each.first or today
            )
            for one, two in pairwise(spans):
                assert one.last is not None
                assert two.first == one.last + timedelta(days=1)
            assert spans[0].holds(date(2024, 2, 29))
            assert spans[-1].holds(today)
        last = next(each for each in made.choices if each.kind == "last-12-months")
        assert last.first is not None
        assert (today.year * 12 + today.month) - (last.first.year * 12 + last.first.month) == 11
        assert last.first.day == 1
    assert term_of(date(2026, 7, 31)).title == "January to July 2026"


def test_a_window_is_counted_like_any_period() -> None:
    found = report(five(), (date(2026, 1, 1), date(2026, 2, 28)))
    values = told(found, Slice("", WINDOW))
    assert (values["credentials"], values["enrolled"], values["hours"]) == (1, 4, 10)
    one = narrow(found, "west", WINDOW, None)
    assert {each.slice.organization for each in one.figures} == {"west"}
    assert {each.slice.period for each in one.figures} == {WINDOW}
    assert one.inside is not None
    assert [each.person for each in one.inside.progress] == ["cleo", "dora"]


def test_the_public_is_told_of_five_learners_and_not_of_four() -> None:
    def measured(learners: int | None) -> ImpactFact:
        days = date(2026, 2, 1), date(2026, 3, 1)
        return ImpactFact("ada", "for-asking", "Absences", "days", 9, 4, -5, True, learners, *days, "Roll")

    facts = replace(five(), audience="public", impact=tuple(measured(each) for each in (5, 4, None)))
    rows = report(facts).impact
    assert [(each.suppressed, each.change, each.better) for each in rows] == [
        (False, -5, True),
        (True, None, None),
        (True, None, None),
    ]
    inside = report(replace(facts, audience=INTERNAL)).impact
    assert [each.learners for each in inside] == [5, 4, None]


def waits(slug: str, days: int, wait: Wait = Wait.FIRST_REVIEW, person: str = "dora") -> Waiting:
    since = TODAY - timedelta(days=days)
    return Waiting(submission(slug, person=person), Standing.WAITING, wait, (), since, days, 1, False)


@pytest.mark.parametrize(
    ("waiting", "late"),
    [
        (waits("for-asking", 14), 0),
        (waits("for-asking", 15), 1),
        (waits("for-asking", 15, Wait.NEXT_ROUND), 1),
        (waits("for-asking", 15, Wait.APPROVAL), 0),
        (waits("for-asking", 15, person="somebody-private"), 0),
        # somebody looked at it meanwhile
        (waits("for-asking", 60), 0),
    ],
)
def test_what_waits_longer_than_promised_was_not_kept(waiting: Waiting, late: int) -> None:
    reviews = (ReviewFact("rosa", "dora", "for-asking", TODAY - timedelta(days=40), None),)
    facts = replace(five(), reviews=reviews, queue=Queue((waiting,), Turnaround(None, 0)))
    assert pace(facts) == Pace(0, None, None, 14, 0, 90, late)
    (took, *kept) = pace_facts(pace(facts))
    assert took.figure == "–"
    assert [(each.figure, each.of) for each in kept] == [("0", "of 1")] * late


@pytest.mark.parametrize(("days", "words"), [(0, "Less than a day"), (1, "1 day"), (2, "2 days")])
def test_how_long_a_review_took_reads_right(days: int, words: str) -> None:
    took, kept = pace_facts(Pace(4, days, days, 14, 4, 90, 3))
    assert (took.figure, kept.figure, kept.of) == (words, "4", "of 7")
    assert took.meaning.startswith("Half of the 4 versions")
    assert "counts as not kept" in kept.meaning


def test_the_public_rate_says_whom_it_leaves_out() -> None:
    said = "People who show nothing in public are not counted."
    assert said in measures(public=True)["completion"].definition
    assert said not in measures(public=False)["completion"].definition


def test_what_the_organisation_sees_of_itself() -> None:
    days = (1, 2, 3, 30)
    reviews = [ReviewFact("rosa", "ada", f"w{each}", TODAY - timedelta(days=5), each) for each in days]
    old = ReviewFact("rosa", "ada", "old", TODAY - timedelta(days=91), 99)
    again = ReviewFact("rosa", "ada", "w1", TODAY, None)
    facts = replace(five(), reviews=(*reviews, old, again), reviewers={"rosa": "Rosa", "coach": "Coach"})
    found = report(facts).inside
    assert found is not None
    assert (found.pace.n, found.pace.median, found.pace.ninetieth, found.pace.kept) == (4, 2.5, 30, 3)
    assert (found.pace.late, found.pace.due) == (0, 4)
    loads = {each.person: (each.people, each.reviewed) for each in found.loads}
    assert loads == {"rosa": (0, 5), "coach": (5, 0)}
    eve = next(each for each in found.progress if each.person == "eve")
    assert (eve.cohort, eve.submitted, eve.last) == ("", 1, None)
    assert {(each.organization, each.cohort): each.people for each in found.cohorts} == {
        ("", ""): 1,
        ("annexe", "2026-08..2026-12"): 1,
        ("east", "2025-08..2025-12"): 2,
        ("west", "2026-01..2026-07"): 1,
    }


def test_whoever_may_need_help_is_named_with_the_reason() -> None:
    facts = five()
    quiet = replace(facts.submissions[0], revise_since=TODAY - timedelta(days=60))
    people = (
        *facts.people[:4],
        replace(facts.people[4], coach=None, short=((20.5, TODAY + timedelta(days=90)),)),
    )
    changed = replace(
        facts,
        people=people,
        submissions=(quiet, *facts.submissions[1:]),
        absent=(person("finn", "east"),),
    )
    found = report(changed).inside
    assert found is not None
    assert [(each.person, each.reason) for each in found.concerns] == [
        ("ada", "quiet"),
        ("ada", "revise"),
        ("cleo", "quiet"),
        ("eve", "renewal"),
        ("eve", "no-coach"),
        ("finn", "no-portfolio"),
    ]
    assert found.concerns[1].words == "“for-asking” was given back 60 days ago."
    assert report(replace(changed, audience="public")).inside is None


def test_hours_without_a_framework_count_in_all() -> None:
    facts = replace(five(), hours=(HoursFact("ada", "", date(2026, 5, 5), 1.25),))
    found = report(facts)
    assert told(found, Slice())["hours"] == 1.25
    assert [told(found, Slice("", "all", each.id))["hours"] for each in FRAMEWORKS] == [0, 0]

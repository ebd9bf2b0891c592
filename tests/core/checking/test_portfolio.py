"""Profiles, self-assessments, log entries and credentials."""

from __future__ import annotations

from datetime import date

import pytest
from tests.core.checking.builders import told, with_portfolio
from tests.core.checking.portfolios import credential, log_entry, profile, self_assessment

from proofolio.core.checking.check import check
from proofolio.core.model.history import History
from proofolio.core.model.log_entry import LogKind
from proofolio.core.model.plan import Goal, RenewalPlan

ENTRY, RATED = "2026-10-01-tried-it.md", "2026-09-01.yml"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (profile(pathways=("leader", "leadr")), ("unknown-pathway", "index.md", "pathways", 1)),
        (
            profile(renewal=RenewalPlan("exmple-state", date(2025, 7, 1))),
            ("unknown-renewal-profile", "index.md", "renewal", "profile"),
        ),
        (profile(plan=(Goal("x", "mastry"),)), ("unknown-competency", "index.md", "plan", 0, "competency")),
        (
            profile(plan=(Goal("x", "mastery", "profficient"),)),
            ("unknown-level", "index.md", "plan", 0, "target"),
        ),
        (
            profile(plan=(Goal("x", target="profficient"),)),
            ("unknown-level", "index.md", "plan", 0, "target"),
        ),
    ],
)
def test_a_profile_aims_at_what_there_is(given, expected) -> None:
    assert told(with_portfolio(profile=given)) == [expected]


@pytest.mark.parametrize(
    ("rating", "expected"),
    [
        (("mastry", "emerging"), ("unknown-competency", "mastry", "*")),
        (("mastry/pacing", "emerging"), ("unknown-competency", "mastry/pacing", "*")),
        (("foundational/mastry", "emerging"), ("unknown-competency", "foundational/mastry", "*")),
        (
            ("foundational/mastry/pacing", "emerging"),
            ("unknown-competency", "foundational/mastry/pacing", "*"),
        ),
        (("fundational/mastery", "emerging"), ("unknown-competency", "fundational/mastery", "*")),
        (("mastery/paceing", "emerging"), ("unknown-criterion", "mastery/paceing", "*")),
        (
            ("foundational/mastery/paceing", "emerging"),
            ("unknown-criterion", "foundational/mastery/paceing", "*"),
        ),
        (("mastery/units", "emergng"), ("unknown-level", "mastery/units", "level")),
        (("foundational/mastery", "emerging"), ("rated-twice", "foundational/mastery", "*")),
        (("mastery/units", "proficient"), None),
        (("foundational/mastery/units", "proficient"), None),
        (("coach-colleagues", "proficient"), None),
    ],
)
def test_a_self_assessment_rates_what_there_is_once(rating, expected) -> None:
    given = with_portfolio(self_assessments=(self_assessment(("mastery", "emerging"), rating),))
    wanted = [(expected[0], RATED, "ratings", *expected[1:])] if expected else []
    assert told(given) == wanted


def test_the_hint_for_a_criterion_comes_from_that_rubric() -> None:
    (finding,) = check(
        with_portfolio(self_assessments=(self_assessment(("mastery/paceing", "emerging")),)), History()
    )
    assert finding.hint == "did you mean pacing?"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"competency": "agncy"}, ("unknown-competency", ENTRY, "competency")),
        ({"course": "pace-by-dta"}, ("unknown-course", ENTRY, "course")),
        ({"companions": ("ben-okafor", "bne-okafor")}, ("unknown-person", ENTRY, "with", 1)),
        ({"kind": LogKind.OBSERVATION, "observed": "bne-okafor"}, ("unknown-person", ENTRY, "observed")),
        ({"kind": LogKind.OBSERVATION, "observed": "ben-okafor", "follow_up": "Talk."}, None),
        ({"observed": "ben-okafor"}, ("not-an-observation", ENTRY, "observed")),
        ({"follow_up": "Try it with the other group."}, None),
        ({"competency": None, "course": None, "companions": ()}, None),
    ],
)
def test_a_log_entry_names_what_there_is(changes, expected) -> None:
    given = with_portfolio(log=(log_entry(), log_entry(**changes)))
    assert told(given) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (credential("pace-a-unt"), ("unknown-achievement", "pace-a-unt.json")),
        (credential(signed=False), ("credential-without-proof", "pace-a-unit.json")),
        (credential(valid_until=date(2026, 11, 5)), ("credential-dates", "pace-a-unit.json", "validUntil")),
        (credential("leader"), None),
        (credential(valid_until=None), None),
    ],
)
def test_a_credential_is_for_something_signed_and_lasts(given, expected) -> None:
    assert told(with_portfolio(credentials={given.achievement: given})) == ([expected] if expected else [])

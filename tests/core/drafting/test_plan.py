"""A plan goes into a profile, and nothing else of it is touched."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.drafting.said import ROOT, demo, plans, profiles

from proofolio.adapters.files.documents.person import ProfileDocument
from proofolio.adapters.files.text import decode, split
from proofolio.adapters.files.yaml_reader import read_yaml
from proofolio.core.drafting.answers import clean
from proofolio.core.drafting.filled import plain
from proofolio.core.drafting.plan import KEYS, NEW, GoalAnswer, PlanAnswers, planned
from proofolio.core.drafting.settings import Unclear

DISTRICT = demo()
FILE = "portfolios/amina-yusuf/index.md"
AMINA = (ROOT / FILE).read_text("utf-8")


def read(text: str):
    """The settings and the body, as the loader reads them; None when it cannot."""
    decoded = decode(text.encode(), FILE)
    whole = split(decoded, FILE) if isinstance(decoded, str) else decoded
    data = read_yaml(whole.yaml, FILE) if hasattr(whole, "yaml") else None
    return (
        (data.data, whole.body)
        if data is not None and not data.findings and isinstance(data.data, dict)
        else None
    )


def others(data: dict[str, object]) -> dict[str, object]:
    """All but the plan's; the last line's end is the loader's business."""
    return {k: v.rstrip() if isinstance(v, str) else v for k, v in data.items() if k not in KEYS}


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_other_settings_and_the_body_stay_as_they_are(data: st.DataObject) -> None:
    before = data.draw(profiles())
    answers = data.draw(plans(DISTRICT))
    answers = replace(answers, plan=tuple(each for each in answers.plan if plain(clean(each.goal))))
    after = planned(before, answers)
    if isinstance(after, Unclear):
        return
    was, now = read(before), read(after)
    if was is None:
        return  # what cannot be read before needs not to be read after
    assert now is not None, after
    assert others(now[0]) == others(was[0])
    assert now[1] == was[1]
    assert list(others(now[0])) == list(others(was[0]))
    made = ProfileDocument.model_validate({key: each for key, each in now[0].items() if key in KEYS})
    assert (made.career_goal or "") == plain(clean(answers.career_goal))
    assert made.pathways == tuple(dict.fromkeys(answers.pathways))
    assert [each.goal for each in made.plan] == [plain(clean(each.goal)) for each in answers.plan]
    assert [each.how or "" for each in made.plan] == [plain(clean(each.how)) for each in answers.plan]
    assert [each.competency or "" for each in made.plan] == [each.competency for each in answers.plan]


PLAN = PlanAnswers("Lead teacher", ("teacher-leadership",), (GoalAnswer("Write less", by="2027-01-31"),))


def test_a_plan_takes_the_place_of_the_one_before() -> None:
    after = planned(AMINA, PLAN)
    assert isinstance(after, str)
    assert after.startswith(
        "---\nheadline: Grade 4, mathematics\ncareer_goal: Lead teacher\nvisibility: public\n"
        "showcase: [menu-maths]\n"
        "pathways: [teacher-leadership]\nrenewal: {profile: example-state, cycle_start: 2025-07-01}\n"
        "plan:\n  - goal: Write less\n    by: 2027-01-31\n---\nI have taught"
    )
    assert after.endswith(AMINA.split("---\n", 2)[2])


def test_a_new_profile_begins_inside_the_organisation() -> None:
    after = planned(NEW, PLAN)
    assert after == (
        "---\nvisibility: internal\ncareer_goal: Lead teacher\npathways: [teacher-leadership]\n"
        "plan:\n  - goal: Write less\n    by: 2027-01-31\n---\n"
    )


def test_an_emptied_plan_takes_its_line_away() -> None:
    after = planned(AMINA, PlanAnswers())
    assert isinstance(after, str)
    assert not re.search(r"(?m)^(plan|pathways|career_goal):", after)
    assert "renewal:" in after


@pytest.mark.parametrize(
    ("before", "kept"),
    [
        (
            "plan:\n  - goal: a # mine\n  # later\n  - goal: b\n# of renewal\nrenewal: x\n",
            ["# mine", "# later"],
        ),
        ("plan: []   # nothing yet\n", ["# nothing yet"]),
        ("plan:\n  - goal: 'a # b'\n", []),
    ],
)
def test_remarks_in_a_plan_are_kept_below_it(before: str, kept: list[str]) -> None:
    after = planned(f"---\n{before}---\n", PLAN)
    assert isinstance(after, str)
    block = after.split("by: 2027-01-31\n")[1]
    assert re.findall(r"(?m)^(# .*)$", block.split("# of renewal")[0]) == kept
    again = planned(after, PLAN)
    assert again == after


def test_line_ends_and_byte_order_marks_stay() -> None:
    before = "\ufeff---\r\nheadline: x\r\n---\r\nAbout\r\n"
    after = planned(before, PlanAnswers(career_goal="Lead"))
    assert after == "\ufeff---\r\nheadline: x\r\ncareer_goal: Lead\r\n---\r\nAbout\r\n"


@pytest.mark.parametrize(
    ("before", "reason", "line"),
    [
        ("About me", "undashed", 1),
        ("---\nheadline: x\n", "unclosed", 2),
        ("---\nplan\n---\n", "odd", 2),
        ('---\nheadline: "a\nplan: b"\n---\n', "odd", 2),
        ("---\npathways: [a,\nplan: b]\n---\n", "odd", 2),
        ("---\nplan: []\nheadline: x\nplan: []\n---\n", "twice", 4),
        ("---\n'plan': []\n---\n", "odd", 2),
    ],
)
def test_what_is_not_understood_is_left_alone(before: str, reason: str, line: int) -> None:
    assert planned(before, PLAN) == Unclear(reason, line)

"""Surveys: whom a respondent's code must not name, and what a survey has to be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.core.checking.builders import district
from tests.core.checking.portfolios import person

from proofolio.core.checking.check import check
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.history import History
from proofolio.core.model.survey import Answer, Moment, Survey, SurveyItem

FILE, ANSWERS = "competencies/surveys/pacing.yml", "competencies/surveys/pacing.csv"
PEOPLE = {
    "rosa-diaz": replace(person("rosa-diaz"), name="Rosa Díaz", github="rdiaz-cv"),
    "li-wu": replace(person("li-wu"), name="Li Wu", github=None),
}
SURVEY = Survey(
    "pacing", "Pacing", None, ("Not at all", "Quite"), {"pace": SurveyItem("pace", "They set the pace.")},
    None, None, None, None, Pointer(FILE),
)  # fmt: skip


def found(respondents: tuple[str, ...] = (), **changes: Any) -> list[Finding]:
    answers = tuple(
        Answer(each, Moment.BEFORE, {}, Pointer(ANSWERS, line=at, column=1))
        for at, each in enumerate(respondents, 2)
    )
    survey = replace(SURVEY, answers=answers, answered=Pointer(ANSWERS), **changes)
    every = check(district(people=PEOPLE, portfolios={}, surveys={"pacing": survey}), History())
    return [each for each in every if each.where.file in (FILE, ANSWERS)]


@pytest.mark.parametrize(
    ("code", "named"),
    [
        ("rosa-diaz", True),
        ("Rosa Díaz", True),
        ("diaz, rosa", True),
        ("ROSA_DIAZ", True),
        ("rdiaz-cv", True),
        ("Rosa", True),
        ("rosa@example.org", True),
        ("@somebody", True),
        ("wu li", True),
        ("li", False),  # too short to be anybody's name for sure
        ("rosa 7", False),
        ("green-7", False),
        ("17", False),
        ("=1+1", False),
        ("**", False),  # no letter at all, and somebody has no account
    ],
)
def test_a_code_is_nobodys_name(code: str, named: bool) -> None:
    told = found((code, "blue", code))
    assert [(each.rule.name, each.where.line) for each in told] == [("respondent-named", 2)] * named
    assert not any(code in each.message for each in told if len(code) > 2)


@pytest.mark.parametrize(
    ("changes", "rule", "route"),
    [
        ({"scale": ("One",)}, "bad-scale", ("scale",)),
        ({"scale": tuple("abcdefgh")}, "bad-scale", ("scale",)),
        ({"scale": ("Yes", "yes ")}, "bad-scale", ("scale", 1)),
        ({"scale": ("2", "1")}, "bad-scale", ("scale", 0)),
        ({"items": {}}, "survey-without-items", ("items",)),
        ({"items": {"moment": SurveyItem("moment", "When?")}}, "bad-id", ("items", "moment")),
        ({"micro_credential": "pace-a-unti"}, "unknown-micro-credential", ("micro_credential",)),
        ({"pathway": "laeder"}, "unknown-pathway", ("pathway",)),
        (
            {"before": date(2026, 9, 2), "after": date(2026, 9, 1)},
            "survey-dates-out-of-order",
            ("after",),
        ),
    ],
)
def test_what_a_survey_has_to_be(changes: dict[str, Any], rule: str, route: tuple[str | int, ...]) -> None:
    told = found(**changes)
    assert [(each.rule.name, each.where.route) for each in told][:1] == [(rule, route)]


def test_a_number_may_stand_at_its_own_place() -> None:
    assert found(scale=("1", "2", "3"), before=date(2026, 9, 1), after=date(2026, 9, 1)) == []


def test_many_addresses_are_one_finding() -> None:
    (told,) = found(tuple(f"somebody-{at}@example.org" for at in range(60)))
    assert told.message.endswith("(and 59 more)")
    assert told.where.line == 2

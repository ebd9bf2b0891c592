"""The record: flat rows under documented columns, the owner's alone."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from proofolio import pipeline
from proofolio.core.model.showcase import Showcase
from proofolio.core.recording.belongings import all_definitions, definitions, people
from proofolio.core.recording.record import TABLES, Record, record
from proofolio.pipeline import Inspection

DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def inspection(demo: Path) -> Inspection:
    return pipeline.inspect(demo, DAY)


@pytest.fixture(scope="module")
def amina(inspection: Inspection) -> Record:
    return record(inspection.district, inspection.progress["amina-yusuf"], DAY)


def test_every_row_has_the_columns_that_are_documented(amina: Record) -> None:
    assert set(amina.tables) == set(TABLES)
    for name, rows in amina.tables.items():
        assert rows, name
        assert all(tuple(each) == TABLES[name] for each in rows)
    again = json.loads(json.dumps(amina.document()))
    assert again["format"] == 1
    assert again["person"] == {"id": "amina-yusuf", "name": "Amina Yusuf"}


def test_what_was_earned_gives_its_hours_once(amina: Record) -> None:
    rows = {each["id"]: each for each in amina.tables["submissions"]}
    assert (rows["menu-maths"]["standing"], rows["menu-maths"]["hours"]) == ("earned", 15.0)
    assert rows["table-talk"]["standing"] == "draft"
    assert rows["table-talk"]["hours"] is None
    credited = [each for each in amina.tables["hours"] if each["id"] == "pace-a-unit"]
    assert [each["hours"] for each in credited] == [15.0]


def test_the_reviewers_of_a_blind_review_stay_unnamed(inspection: Inspection) -> None:
    district = inspection.district
    asked = district.micro_credentials["pace-a-unit"]
    blind = {
        **district.micro_credentials,
        "pace-a-unit": replace(asked, review=replace(asked.review, blind=True)),
    }
    made = record(replace(district, micro_credentials=blind), inspection.progress["amina-yusuf"], DAY)
    by = {str(each["submission"]): each["by"] for each in made.tables["ratings"]}
    assert by["menu-maths"] == "A reviewer"
    assert by["who-is-in-my-room"] != "A reviewer"


def test_only_what_the_portfolio_leans_on_comes_along(inspection: Inspection) -> None:
    district = inspection.district
    files = definitions(district, inspection.progress["amina-yusuf"])
    assert "competencies/micro-credentials/pace-a-unit.yml" in files
    assert "competencies/frameworks/foundational/mastery-approach.yml" in files
    assert "competencies/pathways/teacher-leadership.yml" in files
    assert "competencies/micro-credentials/coach-a-colleague.yml" not in files or "leadership" in str(files)
    named = people(district, "amina-yusuf")
    assert {"amina-yusuf", "rosa-diaz", "ben-okafor"} <= named
    assert "farid-haddad" not in named


def test_thanks_go_along_if_she_agreed_and_the_work_is_hers_alone(inspection: Inspection) -> None:
    district = inspection.district
    file = "competencies/recognitions/2026-11-19-choice-that-reaches-every-learner.md"
    assert file in definitions(district, inspection.progress["amina-yusuf"])
    assert "grace-oduya" in people(district, "amina-yusuf")
    assert file not in definitions(district, inspection.progress["dmitri-volkov"])
    (name,) = [key for key, each in district.recognitions.items() if each.source.file == file]
    together = replace(district.recognitions[name], work="amina-yusuf/three-line-feedback")
    joint = replace(district, recognitions={name: together})
    assert file not in definitions(joint, inspection.progress["amina-yusuf"])


def test_whose_work_is_agreed_to_be_shown_goes_along_with_a_name(inspection: Inspection) -> None:
    district = inspection.district
    portfolio = district.portfolios["ben-okafor"]
    assert portfolio.profile is not None
    assert "hugo-brandt" not in people(district, "ben-okafor")
    agreeing = replace(portfolio.profile, showcase=Showcase(works=("hugo-brandt/menu-of-proofs", "own-work")))
    portfolios = {**district.portfolios, "ben-okafor": replace(portfolio, profile=agreeing)}
    assert "hugo-brandt" in people(replace(district, portfolios=portfolios), "ben-okafor")


def test_not_even_all_definitions_tell_what_others_answered_or_are_thanked_for() -> None:
    kept = {"competencies/issuer.yml", "competencies/pathways/p.yml"}
    surveys = {"competencies/surveys/s.csv", "competencies/surveys/s.yml"}
    thanked = {"competencies/recognitions/2026-01-01-x.md"}
    assert all_definitions({*kept, *surveys, *thanked, "portfolios/roster.yml"}) == kept

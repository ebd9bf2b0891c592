"""The demo's survey, counted again from its table: page, JSON, CSV and command tell the same, and not who."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from proofolio import pipeline
from proofolio.adapters.reporting.figures_csv import report_tables
from proofolio.cli.main import main
from proofolio.core.model import address
from proofolio.core.publishing.page import Audience, SitePlan

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)
ANSWERS = "competencies/surveys/pacing-2026.csv"
SCALE = ("Not at all", "A little", "Quite", "Very")
BY_HAND = {
    # People who answered both times; sums before and after; higher, same, lower.
    "confidence": (12, 28, 37, (7, 5, 0)),
    "practice": (12, 24, 33, (8, 3, 1)),
    "engagement": (11, 23, 30, (7, 4, 0)),
}
SHOWN = {"confidence"}
"""Of the other two it is not told how many moved: some of them would be fewer than five."""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("files")
    for name in ("competencies", "portfolios"):
        shutil.copytree(ROOT / name, place / name)
    return place


@pytest.fixture(scope="module", params=list(Audience))
def planned(request: pytest.FixtureRequest, files: Path) -> SitePlan:
    return pipeline.inspect(files, TODAY).site(request.param)


def rows_of(root: Path) -> list[dict[str, str]]:
    with (root / ANSWERS).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def pairs(root: Path, item: str) -> Iterator[tuple[int, int]]:
    given = {
        (row["respondent"], row["moment"]): SCALE.index(row[item]) + 1 for row in rows_of(root) if row[item]
    }
    for who, moment in given:
        if moment == "before" and (who, "after") in given:
            yield given[who, "before"], given[who, "after"]


def view(planned: SitePlan, uri: str) -> Any:
    return next(each.view for each in planned.pages if each.uri == uri)


def survey_of(planned: SitePlan) -> dict[str, Any]:
    text = next(each.content for each in planned.documents if each.uri == address.FIGURES_JSON)
    (found,) = json.loads(text)["surveys"]
    return {each["item"]: each for each in found["items"]}


@pytest.mark.parametrize("item", BY_HAND)
def test_the_hand_counted_right(item: str) -> None:
    found = list(pairs(ROOT, item))
    moved = [(after > before) - (after < before) for before, after in found]
    n, before, after, ways = BY_HAND[item]
    assert (len(found), sum(one for one, _ in found), sum(two for _, two in found)) == (n, before, after)
    assert tuple(moved.count(each) for each in (1, 0, -1)) == ways


@pytest.mark.parametrize("item", BY_HAND)
def test_json_page_and_csv_tell_what_a_hand_counts(item: str, planned: SitePlan) -> None:
    n, before, after, ways = BY_HAND[item]
    moved = ways if item in SHOWN else (None, None, None)
    told = survey_of(planned)[item]
    assert (told["n"], told["before"], told["after"]) == (n, round(before / n, 2), round(after / n, 2))
    assert told["change"] == round((after - before) / n, 2)
    assert (told["up"], told["same"], told["down"]) == moved

    (survey,) = view(planned, address.FIGURES).surveys
    row = next(each for each in survey.rows if each.id == item)
    assert (row.n, row.before_value, row.after_value) == (str(n), told["before"], told["after"])
    assert (row.up, row.same, row.down) == tuple("" if each is None else str(each) for each in moved)

    text = next(each.content for each in planned.documents if each.uri == address.FIGURES_CSV)
    lines = {each["figure"]: each for each in csv.DictReader(io.StringIO(text)) if each["period"] == "all"}
    for name in ("before", "after", "change", "up", "same", "down"):
        line = lines[f"survey-{name}:pacing-2026/{item}"]
        assert line["value"] == ("" if told[name] is None else f"{told[name]:.2f}".rstrip("0").rstrip("."))
        assert (line["n"], line["suppressed"]) == (str(n), "true" if told[name] is None else "false")
        assert line["definition"]


def test_nobody_is_told_who_answered(planned: SitePlan) -> None:
    every = [repr(asdict(each.view)) for each in planned.pages]  # type: ignore[call-overload]
    every += [each.content for each in planned.documents] + [repr(each) for each in planned.records]
    codes = {row["respondent"] for row in rows_of(ROOT)}
    assert len(codes) == 14
    assert not [code for code in codes if any(code in text for text in every)]


def test_the_command_tells_it_in_a_terminal_and_in_a_table(files: Path) -> None:
    result = CliRunner().invoke(main, ["report", "--root", str(files), "--audience", "public"])
    assert "Pacing for mastery, 2026 (24 August 2026 – 16 November 2026)" in result.output
    assert "2.33 → 3.08  I feel confident letting learners set the pace." in result.output
    assert "of 12 who answered both times: 7 higher, 5 the same, 0 lower" in result.output
    table = report_tables(pipeline.inspect(files, TODAY).report(Audience.INTERNAL))["surveys.csv"]
    rows = {each["item"]: each for each in csv.DictReader(io.StringIO(table))}
    told = {key: int(each["n"]) for key, each in rows.items()}
    assert told == {key: each[0] for key, each in BY_HAND.items()}
    assert (rows["practice"]["up"], rows["practice"]["before_1"]) == ("", "")


def test_one_organisation_has_no_survey(files: Path) -> None:
    asked = ["report", "--root", str(files), "--organization", "valley-high"]
    assert "Asked before and after" not in CliRunner().invoke(main, asked).output
    assert json.loads(CliRunner().invoke(main, [*asked, "--format", "json"]).output)["surveys"] == []


def test_what_it_is_about_leads_to_it(planned: SitePlan) -> None:
    (link,) = view(planned, address.of_micro_credential("pace-a-unit")).surveys
    assert (link.id, link.uri) == ("pacing-2026", address.FIGURES)
    assert view(planned, address.of_micro_credential("strong-start")).surveys == ()


@pytest.mark.parametrize("slip", ["A little,A little,Perhaps", "amina-yusuf"])
def test_a_faulty_table_withholds_the_survey(files: Path, tmp_path: Path, slip: str) -> None:
    root = Path(shutil.copytree(files, tmp_path / "root"))
    with (root / ANSWERS).open("a", encoding="utf-8") as file:
        file.write(f"{slip},before,Quite,Quite,Quite\n" if "," not in slip else f"pearl-1,after,{slip}\n")
    inspection = pipeline.inspect(root, TODAY)
    assert len(inspection.findings) == 1
    for audience in Audience:
        planned = inspection.site(audience)
        assert view(planned, address.FIGURES).surveys == ()
        assert view(planned, address.of_micro_credential("pace-a-unit")).surveys == ()
        assert not any("pearl-1" in repr(each) for each in planned.withheld)


def test_without_answers_it_says_so_and_without_surveys_nothing(files: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(files, tmp_path / "root"))
    (root / ANSWERS).unlink()
    (survey,) = view(pipeline.inspect(root, TODAY).site(Audience.PUBLIC), address.FIGURES).surveys
    assert (survey.answered, {each.told for each in survey.rows}) == (False, {"unanswered"})
    shutil.rmtree(root / "competencies" / "surveys")
    assert view(pipeline.inspect(root, TODAY).site(Audience.PUBLIC), address.FIGURES).surveys == ()

"""``proofolio queue`` and the agreement in ``proofolio status``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from proofolio.cli.main import main


def queue(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, ["queue", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def data(*arguments: str | Path) -> dict[str, Any]:
    result = queue(*arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    return dict(json.loads(result.output))


def test_the_demo_has_work_that_waits_the_longest_first(demo: Path) -> None:
    found = data("--root", demo)
    days = [each["days"] for each in found["waiting"]]
    assert days
    assert days == sorted(days, reverse=True)
    status = json.loads(CliRunner().invoke(main, ["status", "--root", str(demo), "--format", "json"]).output)
    for each in found["waiting"]:
        decided = status["people"][each["person"]]["submissions"][each["submission"]]
        assert decided["complete"]
        assert not decided["competent"]
        assert decided["standing"] == each["standing"]
        assert decided["waits_for"] == each["waits_for"]
        assert each["person"] not in each["asked"]
    assert found["turnaround"]["n"] > 0
    assert found["turnaround"]["median_days"] >= 0


def test_everything_that_waits_for_a_review_is_in_it(demo: Path) -> None:
    status = json.loads(CliRunner().invoke(main, ["status", "--root", str(demo), "--format", "json"]).output)
    waiting = {
        (person, slug)
        for person, each in status["people"].items()
        for slug, decided in each["submissions"].items()
        if decided["standing"] in ("waiting", "stale")
    }
    found = {(each["person"], each["submission"]) for each in data("--root", demo)["waiting"]}
    assert waiting <= found


def test_for_one_reviewer(demo: Path) -> None:
    found = data("--root", demo, "--for", "rosa-diaz")["waiting"]
    assert found
    assert all("rosa-diaz" in each["asked"] for each in found)
    assert data("--root", demo, "--for", "amina-yusuf")["waiting"] == []


def test_somebody_who_is_not_on_the_roster(demo: Path) -> None:
    result = queue("--root", demo, "--for", "rosa-dias")
    assert result.exit_code == 2
    assert "did you mean rosa-diaz?" in result.output


def test_without_a_history_there_is_no_day(district: Path) -> None:
    found = data("--root", district)
    assert {each["since"] for each in found["waiting"]} == {None}
    assert found["turnaround"] == {"median_days": None, "n": 0, "over_days": 90}
    assert "since a day that the history does not tell" in queue("--root", district).output


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_it_can_be_read(demo: Path, form: str) -> None:
    text = queue("--root", demo, "--format", form).output
    assert "Rosa Díaz" in text
    assert "@" not in text
    assert "In the last 90 days" in text


def test_agreement_is_kept_for_the_reports(demo: Path) -> None:
    output = CliRunner().invoke(main, ["status", "--root", str(demo), "--format", "json"]).output
    found = json.loads(output)["agreement"]
    assert found["n"] == sum(each["n"] for each in found["micro_credentials"].values()) > 0
    one = CliRunner().invoke(main, ["status", "amina-yusuf", "--root", str(demo), "--format", "json"]).output
    assert json.loads(one)["agreement"]["n"] <= found["n"]


def test_the_rubrics_digest(demo: Path) -> None:
    def digest(*arguments: str) -> Result:
        return CliRunner().invoke(main, ["digest", "--root", str(demo), *arguments])

    found = digest("--rubric", "pace-a-unit").output
    assert found.startswith("sha256:")
    assert found != digest("--rubric", "feedback-that-moves-learning").output
    assert digest("--rubric", "pace-a-unti").exit_code == 2
    assert "did you mean pace-a-unit?" in digest("--rubric", "pace-a-unti").output
    assert digest().exit_code == 2
    assert digest("portfolios/amina-yusuf/menu-maths", "--rubric", "pace-a-unit").exit_code == 2

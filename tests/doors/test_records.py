"""``proofolio transcript`` and ``proofolio stipends``: complete, private, and safe to open."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

from click.testing import CliRunner, Result

from proofolio.cli.main import main


def run(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, [str(each) for each in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_a_transcript_agrees_with_the_status(demo: Path, tmp_path: Path) -> None:
    target = tmp_path / "amina.json"
    assert run("transcript", "amina-yusuf", "--root", demo, "--to", target).exit_code == 0
    told = json.loads(target.read_text())
    status = json.loads(run("status", "amina-yusuf", "--root", demo, "--format", "json").output)
    hours = status["people"]["amina-yusuf"]["hours"]
    assert told["total"] == hours["total"]
    assert dict(told["by_category"]) == hours["by_category"]
    earned = {each["title"] for each in told["credentials"]}
    assert "Pace a unit for mastery" in earned


def test_a_transcript_is_one_file_with_nothing_to_load(demo: Path, tmp_path: Path) -> None:
    target = tmp_path / "amina.html"
    result = run("transcript", "portfolios/amina-yusuf/", "--root", demo, "--to", target)
    assert result.exit_code == 0, result.output
    html = target.read_text()
    assert not re.search(r"<(script|link|img|iframe)|\ssrc=|url\(", html)
    assert "Amina Yusuf" in html
    assert html.count("<h1") == 1


def test_a_name_that_looks_like_markup_stays_text(district: Path, tmp_path: Path) -> None:
    entry = next((district / "portfolios/amina-yusuf/log").glob("*.md"))
    text = entry.read_text()
    entry.write_text(
        re.sub(r"^title: .*$", "title: 'Ratios & \"quotes\"'", text, count=1, flags=re.MULTILINE)
    )
    target = tmp_path / "amina.html"
    run("transcript", "amina-yusuf", "--root", district, "--to", target)
    assert "Ratios &amp; &#34;quotes&#34;" in target.read_text()


def test_nothing_private_is_written_into_the_repository_or_over_a_file(demo: Path, tmp_path: Path) -> None:
    for command in (["transcript", "amina-yusuf"], ["stipends"]):
        inside = run(*command, "--root", demo, "--to", demo / "docs" / "private.csv")
        assert inside.exit_code == 2
        assert "lies in the repository" in inside.output
        assert not (demo / "docs" / "private.csv").exists()
        there = tmp_path / "there"
        there.write_text("mine")
        over = run(*command, "--root", demo, "--to", there)
        assert over.exit_code == 2
        assert there.read_text() == "mine"


def test_a_stranger_is_told_with_a_suggestion(demo: Path) -> None:
    result = run("transcript", "amina-yusof", "--root", demo)
    assert result.exit_code == 2
    assert "did you mean amina-yusuf" in result.output


def test_stipends_as_csv_and_json_are_the_same_figures(demo: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("stipends", "--root", demo).output)))
    told = json.loads(run("stipends", "--root", demo, "--format", "json").output)
    assert rows
    assert [(row["person"], row["earned"], float(row["payable"])) for row in rows] == [
        (each["person"], each["earned"], each["payable"]) for each in told["stipends"]
    ]
    assert told["payable"]["USD"] == sum(float(row["payable"]) for row in rows)


def test_a_name_cannot_become_a_formula(district: Path) -> None:
    roster = district / "portfolios/roster.yml"
    roster.write_text(roster.read_text().replace("name: Amina Yusuf", 'name: "=HYPERLINK(1)"'))
    rows = list(csv.DictReader(io.StringIO(run("stipends", "--root", district).output)))
    names = {row["name"] for row in rows if row["person"] == "amina-yusuf"}
    assert names == {"'=HYPERLINK(1)"}


def test_the_limit_of_the_issuer_is_read(district: Path) -> None:
    issuer = district / "competencies/issuer.yml"
    issuer.write_text(
        issuer.read_text() + 'stipends: {at_most: {amount: 100, currency: USD}, year_starts: "07-01"}\n'
    )
    told = json.loads(run("stipends", "--root", district, "--format", "json").output)
    assert told["stipends"]
    assert all(each["payable"] <= 100 for each in told["stipends"])
    assert run("check", "--root", district).exit_code == 0

"""``proofolio check`` as somebody at a terminal meets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from proofolio.cli.main import main

WORK = "portfolios/amina-yusuf/menu-maths/index.md"


def check(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, ["check", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def break_(root: Path, path: str, old: str, new: str) -> int:
    """Replace a text once; returns the line it stands on."""
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_the_demo_has_no_findings(demo: Path) -> None:
    result = check("--root", demo)
    assert result.exit_code == 0, result.output
    assert "No findings" in result.output


def test_a_finding_names_file_line_column_and_the_near_word(district: Path) -> None:
    line = break_(district, WORK, "micro_credential: pace-a-unit", "micro_credential: pace-a-unti")
    result = check("--root", district)
    assert result.exit_code == 1
    assert f"error[unknown-micro-credential] → {WORK}:{line}:19" in result.output
    assert "did you mean pace-a-unit?" in result.output
    assert "\n" + " " * 0 in result.output
    assert "^" in result.output


def test_json_has_the_promised_shape(district: Path) -> None:
    line = break_(district, WORK, "micro_credential: pace-a-unit", "micro_credential: pace-a-unti")
    data = json.loads(check("--root", district, "--format", "json").output)
    assert set(data) == {"findings", "counts"}
    assert data["counts"] == {"error": 1, "warning": 0}
    (finding,) = data["findings"]
    assert finding["rule"] == "unknown-micro-credential"
    assert (finding["file"], finding["line"], finding["column"]) == (WORK, line, 19)
    assert finding["person"] == "amina-yusuf"
    assert finding["url"].endswith("/findings/unknown-micro-credential/")


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif", "markdown"])
def test_every_format_says_where(district: Path, form: str) -> None:
    break_(district, WORK, "status: submitted", "statsu: submitted")
    result = check("--root", district, "--format", form)
    assert result.exit_code == 1
    assert "unknown-key" in result.output
    assert "menu-maths/index.md" in result.output


def test_one_persons_work_only(district: Path) -> None:
    break_(district, WORK, "status: submitted", "statsu: submitted")
    assert check("--root", district, district / "portfolios" / "ben-okafor").exit_code == 0
    assert check("--root", district, "portfolios/ben-okafor").exit_code == 0
    assert check("--root", district, "portfolios/amina-yusuf").exit_code == 1
    assert check("--root", district, WORK).exit_code == 1


def test_one_broken_portfolio_never_hides_another(district: Path) -> None:
    (district / WORK).write_text("---\ntitle: [\n---\n", encoding="utf-8")
    (district / "portfolios/ben-okafor/index.md").write_bytes(b"\xff\xfe")
    output = check("--root", district).output
    assert "menu-maths/index.md" in output
    assert "portfolios/ben-okafor/index.md" in output


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--root", "/nowhere/at/all"), "there is no folder"),
        (("--root", "."), "neither competencies/ nor portfolios/"),
    ],
)
def test_what_cannot_run_says_so_and_exits_2(
    arguments: tuple[str, ...], words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = check(*arguments)
    assert result.exit_code == 2
    assert words in result.output
    assert "Traceback" not in result.output


def test_a_path_that_is_not_there_cannot_be_checked(demo: Path) -> None:
    result = check("--root", demo, "portfolios/nobody")
    assert result.exit_code == 2
    assert "there is no file or folder" in result.output

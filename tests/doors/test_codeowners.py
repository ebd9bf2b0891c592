"""``proofolio codeowners`` as somebody at a terminal meets it."""

from __future__ import annotations

import subprocess
from pathlib import Path

from click.testing import CliRunner, Result

from proofolio.cli.main import main

PLACE = ".github/CODEOWNERS"


def codeowners(root: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(main, ["codeowners", "--root", str(root), *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_print_write_and_check(district: Path) -> None:
    printed = codeowners(district)
    assert printed.exit_code == 0
    assert "/portfolios/amina-yusuf/ @" in printed.stdout
    missing = codeowners(district, "--check")
    assert missing.exit_code == 1
    assert "is missing" in missing.stdout or "is not what the roster says" in missing.stdout
    assert codeowners(district, "--write").exit_code == 0
    assert (district / PLACE).read_text(encoding="utf-8") == printed.stdout
    assert codeowners(district, "--check").exit_code == 0
    (district / PLACE).write_text(printed.stdout + "* @evil\n", encoding="utf-8")
    differs = codeowners(district, "--check")
    assert differs.exit_code == 1
    assert "is not what the roster says. Run proofolio codeowners --write" in differs.stdout


def test_a_roster_that_cannot_be_read_gives_no_file(district: Path) -> None:
    (district / "portfolios" / "roster.yml").write_text("people: [\n", encoding="utf-8")
    result = codeowners(district, "--write")
    assert result.exit_code == 2
    assert "portfolios/roster.yml cannot be read" in result.stderr
    assert not (district / PLACE).exists()


def test_in_a_subfolder_it_lies_at_the_repositorys_top(district: Path, tmp_path: Path) -> None:
    top = tmp_path / "top"
    top.mkdir()
    district.rename(top / "inner")
    subprocess.run(["git", "init", "--quiet", "--template=", str(top)], check=True)
    assert codeowners(top / "inner", "--write").exit_code == 0
    assert "/inner/portfolios/amina-yusuf/ @" in (top / PLACE).read_text(encoding="utf-8")
    assert codeowners(top / "inner", "--check").exit_code == 0

"""``proofolio forms``: what it writes is what forges read, and stays as the definitions are."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from proofolio.cli.main import main

FOLDER = Path(".github/ISSUE_TEMPLATE")


def forms(root: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(main, ["forms", *arguments, "--root", str(root)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_written_forms_are_checked_and_mended(district: Path) -> None:
    assert forms(district, "--check").exit_code == 1
    assert "written: .github/ISSUE_TEMPLATE/evidence-pace-a-unit.yml" in forms(district, "--write").output
    assert forms(district, "--check").exit_code == 0
    before = {each.name: each.read_bytes() for each in (district / FOLDER).iterdir()}
    assert forms(district, "--write").output == "the forms are as the definitions say\n"
    assert {each.name: each.read_bytes() for each in (district / FOLDER).iterdir()} == before


def test_a_form_of_a_micro_credential_that_is_gone_is_removed_and_others_are_left(district: Path) -> None:
    forms(district, "--write")
    (district / FOLDER / "bug.yml").write_text("name: Our own\n", encoding="utf-8")
    path = district / "competencies/micro-credentials/pace-a-unit.yml"
    path.rename(path.with_name("pace-any-unit.yml"))
    assert "evidence-pace-a-unit.yml" in forms(district, "--check").output
    forms(district, "--write")
    names = {each.name for each in (district / FOLDER).iterdir()}
    assert {"evidence-pace-any-unit.yml", "bug.yml"} <= names
    assert "evidence-pace-a-unit.yml" not in names


def test_texts_of_definitions_are_only_texts(district: Path) -> None:
    path = district / "competencies/micro-credentials/pace-a-unit.yml"
    text = path.read_text(encoding="utf-8").replace("title: Context", 'title: "yes: [no] #1 & *x"')
    path.write_text(text, encoding="utf-8")
    forms(district, "--write")
    made = yaml.safe_load((district / FOLDER / "evidence-pace-a-unit.yml").read_text(encoding="utf-8"))
    assert made["body"][3]["attributes"]["label"] == "yes: [no] #1 & *x"


def test_a_link_is_not_followed(district: Path, tmp_path: Path) -> None:
    (district / ".github").mkdir(exist_ok=True)
    (tmp_path / "elsewhere").mkdir()
    (district / FOLDER).symlink_to(tmp_path / "elsewhere")
    assert forms(district, "--write").exit_code == 2
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_this_repositorys_forms_are_up_to_date() -> None:
    root = Path(__file__).parents[2]
    if not (root / ".github").is_dir():
        pytest.skip("only in a checkout")
    assert forms(root, "--check").output == ""


def test_the_forges_schema_accepts_every_form(district: Path) -> None:
    pytest.importorskip("check_jsonschema", reason="make setup installs it")
    forms(district, "--write")
    made = sorted((district / FOLDER).glob("*.yml"))
    for schema, files in (
        ("vendor.github-issue-config", [each for each in made if each.name == "config.yml"]),
        ("vendor.github-issue-forms", [each for each in made if each.name != "config.yml"]),
    ):
        command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *map(str, files)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr

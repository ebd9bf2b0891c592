"""The option ``--form``, as a workflow uses it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.doors.pulls.district import Repository
from tests.doors.pulls.forms import BOT, PAGE, proposed
from tests.doors.pulls.judging import judge, run


def test_a_form_beside_a_persons_account_is_left_aside_and_this_is_said(clone: Repository) -> None:
    proposed()(clone)
    result = judge(clone, "ada-moss", "--format", "json")
    assert result.exit_code == 0
    assert "The form is left aside: it counts only for what github-actions[bot] proposed." in result.stderr
    assert "Judged as the change of Ada Moss (ada-moss) against main" in result.stderr


@pytest.mark.parametrize("command", ["check", "summary"])
def test_a_form_needs_an_account(clone: Repository, command: str) -> None:
    proposed()(clone)
    clone.commit()
    given = ["--root", str(clone.root), "--base", "main", "--form", str(clone.form)]
    assert run(command, *given).exit_code == 2
    assert "--form" in run(command, *given).stderr


def test_without_the_form_a_workflow_is_nobody(clone: Repository) -> None:
    proposed()(clone)
    clone.form = None
    assert "unknown-actor" in judge(clone, BOT).stdout


@pytest.mark.parametrize(("text", "refused"), [("", []), ("\nMore.\n", ["form-differs"])])
def test_the_summary_says_the_same(clone: Repository, text: str, refused: list[str]) -> None:
    proposed()(clone)
    clone.add(PAGE, text)
    clone.commit()
    given = ["--root", str(clone.root), "--base", "main", "--head", "work", "--actor", BOT]
    result = run("summary", *given, "--form", str(clone.form), "--format", "json")
    found = json.loads(result.stdout)
    assert [each["rule"] for each in found["refused"]] == refused


def test_what_is_no_issue_is_refused_in_words(clone: Repository, tmp_path: Path) -> None:
    proposed()(clone)
    clone.form = tmp_path / "other.json"
    clone.form.write_text("[]", encoding="utf-8")
    result = judge(clone, BOT)
    assert result.exit_code == 2
    assert "other.json tells of no issue" in result.stderr

"""Every rule has a repository that breaks it and one that does not; the reports are golden."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.cases.case import HERE, RULES, make, report

from proofolio.core.diagnostics.rulebook import RULEBOOK
from proofolio.core.diagnostics.rules import authority

GOLDEN = "expected.txt"


def test_every_rule_has_a_case_and_every_case_a_rule() -> None:
    of_changes = {each.name for each in authority.RULES}  # their cases are pull requests, tests/doors/pulls
    assert sorted(RULEBOOK.keys() - of_changes) == RULES


def test_the_base_has_no_findings(tmp_path: Path) -> None:
    _, rules = report(make("_base", "pass", tmp_path / "repository"))
    assert rules == []


@pytest.mark.parametrize("rule", RULES)
def test_fail(rule: str, tmp_path: Path) -> None:
    text, rules = report(make(rule, "fail", tmp_path / "repository"))
    golden = HERE / rule / GOLDEN
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(text, encoding="utf-8")
    assert rules == [rule], f"one fault is one finding, with no others in its wake:\n{text}"
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("rule", RULES)
def test_pass(rule: str, tmp_path: Path) -> None:
    text, rules = report(make(rule, "pass", tmp_path / "repository"))
    assert rules == [], text

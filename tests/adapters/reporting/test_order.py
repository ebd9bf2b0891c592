"""The order and the counts that all formats share."""

from __future__ import annotations

import random
import re

import pytest

from proofolio.adapters.reporting.formats import FORMATS, reporter
from proofolio.adapters.reporting.located import in_order, tally

DOCS = "https://docs.example.org/proofolio/"


def test_findings_stand_by_file_line_column_and_rule(shuffled) -> None:
    assert [each.finding.message for each in in_order(shuffled)] == ["1", "2", "3", "4", "5", "6"]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_the_same_whatever_order_findings_come_in(shuffled, name: str) -> None:
    expected = reporter(name).report(shuffled, DOCS)
    for seed in range(5):
        random.Random(seed).shuffle(shuffled)
        assert reporter(name).report(shuffled, DOCS) == expected


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_keeps_the_order(located, name: str) -> None:
    findings = [located(file=f"portfolios/{letter}.md", message=f"wrong {letter}") for letter in "dacb"]
    report = reporter(name).report(findings, DOCS)
    assert re.findall(r"wrong ([a-d])", report) == list("abcd")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_leads_to_the_documentation(located, name: str) -> None:
    address = "https://docs.example.org/proofolio/findings/unknown-competency/"
    assert address in reporter(name).report([located()], DOCS).replace("%3A", ":")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_be_printed(located, name: str) -> None:
    odd = "caf\udce9 \x1b[31m \u202e \x00"
    report = reporter(name).report([located(file=odd, message=odd, hint=odd, snippet=odd)], DOCS)
    report.encode("utf-8")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\u202e]", report)


@pytest.mark.parametrize(
    ("errors", "warnings", "files", "sentence"),
    [
        (2, 1, 2, "2 errors, 1 warning in 2 files."),
        (1, 0, 1, "1 error in 1 file."),
        (0, 2, 1, "2 warnings in 1 file."),
        (0, 0, 0, "No findings. Everything that can be checked by machine is in order."),
    ],
)
def test_the_summary_counts(located, errors: int, warnings: int, files: int, sentence: str) -> None:
    findings = [
        located(warning=number >= errors, file=f"{number % max(files, 1)}.md")
        for number in range(errors + warnings)
    ]
    assert str(tally(findings)) == sentence


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(KeyError):
        reporter("xml")

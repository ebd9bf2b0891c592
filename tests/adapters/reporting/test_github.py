"""Workflow commands: escaped as the runner's own toolkit does it."""

from __future__ import annotations

import pytest

from proofolio.adapters.reporting.github import GitHubReporter

DOCS = "https://docs.example.org"
URL = "https://docs.example.org/findings/unknown-competency/"


def test_a_command_for_each_finding(located) -> None:
    report = GitHubReporter().report([located(), located(file="b.md", warning=True, hint=None)], DOCS)
    assert report.splitlines() == [
        "::warning file=b.md,line=3,col=19,title=A competency that nobody defined (unknown-competency)"
        f"::there is no competency 'pace-a-unti'%0A{URL}",
        "::error file=portfolios/amina-yusuf/menu-maths/index.md,line=3,col=19,"
        "title=A competency that nobody defined (unknown-competency)"
        f"::there is no competency 'pace-a-unti'%0AHint: did you mean pace-a-unit?%0A{URL}",
    ]


@pytest.mark.parametrize(
    ("message", "escaped"),
    [
        ("50% done", "50%25 done"),
        ("a%0Ab", "a%250Ab"),
        ("one\ntwo", "one%0Atwo"),
        ("one\r\ntwo\rthree", "one%0Atwo%0Athree"),
        ("a: b, c", "a: b, c"),
        ("x\n::set-env name=A::b", "x%0A::set-env name=A::b"),
        ("\x1b[31m", "\ufffd[31m"),
    ],
)
def test_messages_are_escaped(located, message: str, escaped: str) -> None:
    report = GitHubReporter().report([located(message=message, hint=None)], DOCS)
    assert report.count("\n") == 1
    assert report.endswith(f"::{escaped}%0A{URL}\n")


@pytest.mark.parametrize(
    ("file", "escaped"),
    [
        ("a,b.md", "a%2Cb.md"),
        ("a:b.md", "a%3Ab.md"),
        ("a::error::b.md", "a%3A%3Aerror%3A%3Ab.md"),
        ("100%.md", "100%25.md"),
        ("a\n::stop-commands::x", "a%0A%3A%3Astop-commands%3A%3Ax"),
    ],
)
def test_properties_escape_commas_and_colons_too(located, file: str, escaped: str) -> None:
    report = GitHubReporter().report([located(file=file)], DOCS)
    assert report.startswith(f"::error file={escaped},line=3,col=19,title=")
    assert report.count("\n") == 1


def test_no_findings_print_nothing() -> None:
    assert GitHubReporter().report([], DOCS) == ""

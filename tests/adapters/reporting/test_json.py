"""The report for programs, in the exact shape of formats.md."""

from __future__ import annotations

import json

from proofolio.adapters.reporting.json import JsonReporter


def test_a_whole_report(located) -> None:
    findings = [
        located(related=(("portfolios/roster.yml", 7, 3, "first named here"),)),
        located(
            file="competencies/issuer.yml", line=1, column=1, message="Zoë\u2028", hint=None, warning=True
        ),
    ]
    report = JsonReporter().report(findings, "https://docs.example.org/")
    assert report.isascii()
    assert json.loads(report) == {
        "findings": [
            {
                "rule": "unknown-competency",
                "severity": "warning",
                "message": "Zoë\u2028",
                "hint": None,
                "file": "competencies/issuer.yml",
                "line": 1,
                "column": 1,
                "person": None,
                "url": "https://docs.example.org/findings/unknown-competency/",
                "related": [],
            },
            {
                "rule": "unknown-competency",
                "severity": "error",
                "message": "there is no competency 'pace-a-unti'",
                "hint": "did you mean pace-a-unit?",
                "file": "portfolios/amina-yusuf/menu-maths/index.md",
                "line": 3,
                "column": 19,
                "person": "amina-yusuf",
                "url": "https://docs.example.org/findings/unknown-competency/",
                "related": [
                    {"file": "portfolios/roster.yml", "line": 7, "column": 3, "message": "first named here"}
                ],
            },
        ],
        "counts": {"error": 1, "warning": 1},
    }


def test_no_findings_have_counts_too() -> None:
    assert json.loads(JsonReporter().report([], "")) == {"findings": [], "counts": {"error": 0, "warning": 0}}

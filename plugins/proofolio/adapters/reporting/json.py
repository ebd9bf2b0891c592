"""The report for other programs, in the shape that formats.md fixes."""

from __future__ import annotations

import json
from collections.abc import Sequence

from proofolio.adapters.reporting.located import Located, in_order, tally


class JsonReporter:
    """``{"findings": […], "counts": {"error": …, "warning": …}}``; keys may be added, none goes away."""

    def report(self, findings: Sequence[Located], docs_url: str) -> str:
        """One JSON document in plain ASCII, so that no terminal or pipe can spoil it."""
        ordered = in_order(findings)
        counts = tally(ordered)
        document = {
            "findings": [_finding(each, docs_url) for each in ordered],
            "counts": {"error": counts.errors, "warning": counts.warnings},
        }
        return json.dumps(document, indent=2) + "\n"


def _finding(each: Located, docs_url: str) -> dict[str, object]:
    finding = each.finding
    return {
        "rule": finding.rule.name,
        "severity": str(finding.rule.severity),
        "message": finding.message,
        "hint": finding.hint,
        "file": each.file,
        "line": each.line,
        "column": each.column,
        "person": finding.person,
        "url": each.help_address(docs_url),
        "related": [
            {"file": file, "line": line, "column": column, "message": message}
            for file, line, column, message in each.related
        ],
    }

"""The report as SARIF 2.1.0, for code-scanning services and editors."""

from __future__ import annotations

import json
from collections.abc import Sequence
from urllib.parse import quote

from proofolio import __version__
from proofolio.adapters.reporting.located import Located, in_order

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"

Node = dict[str, object]


class SarifReporter:
    """One run of one tool, with the rules that were broken and a result for each finding."""

    def report(self, findings: Sequence[Located], docs_url: str) -> str:
        """One SARIF document; files are relative to ``%SRCROOT%``, the repository's root."""
        ordered = in_order(findings)
        found = {each.finding.rule.name: each for each in ordered}
        names = sorted(found)
        driver: Node = {
            "name": "Proofolio",
            "version": __version__,
            "rules": [_rule(found[name], docs_url) for name in names],
        }
        if docs_url:
            driver["informationUri"] = docs_url
        run: Node = {
            "tool": {"driver": driver},
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": {_ROOT: {"description": {"text": "The repository's root."}}},
            "results": [_result(each, names.index(each.finding.rule.name)) for each in ordered],
        }
        return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(each: Located, docs_url: str) -> Node:
    rule = each.finding.rule
    described: Node = {
        "id": rule.name,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
        "help": {"text": rule.fix},
        "defaultConfiguration": {"level": str(rule.severity)},
    }
    if docs_url:  # SARIF wants an absolute address here
        described["helpUri"] = each.help_address(docs_url)
    return described


def _result(each: Located, rule_index: int) -> Node:
    finding = each.finding
    message = f"{finding.message}\nHint: {finding.hint}" if finding.hint else finding.message
    result: Node = {
        "ruleId": finding.rule.name,
        "ruleIndex": rule_index,
        "level": str(finding.rule.severity),
        "message": {"text": _literal(message)},
        "locations": [{"physicalLocation": _place(each.file, each.line, each.column)}],
    }
    if each.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "message": {"text": _literal(text)},
                "physicalLocation": _place(file, line, column),
            }
            for number, (file, line, column, text) in enumerate(each.related, 1)
        ]
    return result


def _place(file: str, line: int, column: int) -> Node:
    uri = quote(file.encode("utf-8", "surrogateescape"), safe="/")
    return {
        "artifactLocation": {"uri": uri, "uriBaseId": _ROOT},
        "region": {"startLine": max(line, 1), "startColumn": max(column, 1)},
    }


def _literal(text: str) -> str:
    """Text without meaning of its own: SARIF knows ``[links](…)`` and ``{placeholders}`` in messages."""
    for special in ("\\", "[", "]"):
        text = text.replace(special, "\\" + special)
    return text.replace("{", "{{").replace("}", "}}")

"""SARIF 2.1.0: the essential structure of the standard's schema, and what we say in it."""

from __future__ import annotations

import json

import jsonschema
import pytest

from proofolio.adapters.reporting.sarif import SarifReporter

DOCS = "https://docs.example.org"
TEXT = {
    "type": "object",
    "required": ["text"],
    "properties": {"text": {"type": "string"}},
    "additionalProperties": False,
}
PLACE = {
    "type": "object",
    "required": ["artifactLocation", "region"],
    "additionalProperties": False,
    "properties": {
        "artifactLocation": {
            "type": "object",
            "required": ["uri", "uriBaseId"],
            "additionalProperties": False,
            "properties": {
                "uri": {"type": "string", "pattern": r"^[A-Za-z0-9._~/%-]+$"},
                "uriBaseId": {"const": "%SRCROOT%"},
            },
        },
        "region": {
            "type": "object",
            "required": ["startLine", "startColumn"],
            "additionalProperties": False,
            "properties": {name: {"type": "integer", "minimum": 1} for name in ("startLine", "startColumn")},
        },
    },
}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
# The parts of the published schema that a report of ours can hold, with its names and its limits.
ESSENTIAL = {
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "additionalProperties": False,
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "originalUriBaseIds": {
                        "type": "object",
                        "additionalProperties": {"type": "object", "properties": {"description": TEXT}},
                    },
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {"type": "string"},
                                    "version": {"type": "string"},
                                    "informationUri": {"type": "string", "format": "uri"},
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {
                                            "type": "object",
                                            "required": ["id"],
                                            "additionalProperties": False,
                                            "properties": {
                                                "id": {"type": "string"},
                                                "shortDescription": TEXT,
                                                "fullDescription": TEXT,
                                                "help": TEXT,
                                                "helpUri": {"type": "string", "pattern": "^https?://"},
                                                "defaultConfiguration": {"properties": {"level": LEVEL}},
                                            },
                                        },
                                    },
                                },
                            }
                        },
                    },
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["message", "ruleId", "ruleIndex", "level", "locations"],
                            "additionalProperties": False,
                            "properties": {
                                "ruleId": {"type": "string"},
                                "ruleIndex": {"type": "integer", "minimum": 0},
                                "level": LEVEL,
                                "message": TEXT,
                                "locations": {
                                    "type": "array",
                                    "items": {
                                        "type": "object",
                                        "properties": {"physicalLocation": PLACE},
                                        "additionalProperties": False,
                                    },
                                },
                                "relatedLocations": {
                                    "type": "array",
                                    "uniqueItems": True,
                                    "items": {
                                        "type": "object",
                                        "additionalProperties": False,
                                        "properties": {
                                            "id": {"type": "integer", "minimum": 0},
                                            "message": TEXT,
                                            "physicalLocation": PLACE,
                                        },
                                    },
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}


def sarif(findings, docs_url: str = DOCS) -> dict:
    document = json.loads(SarifReporter().report(findings, docs_url))
    jsonschema.Draft202012Validator(ESSENTIAL).validate(document)
    return document["runs"][0]


def test_results_name_their_rules(located) -> None:
    findings = [
        located(rule="b", file="2.md"),
        located(rule="a", file="3.md", warning=True),
        located(rule="b", file="1.md"),
    ]
    run = sarif(findings)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["a", "b"]
    assert rules[0]["helpUri"] == "https://docs.example.org/findings/a/"
    assert rules[0]["defaultConfiguration"]["level"] == "warning"
    assert rules[1]["help"]["text"] == "Correct it."
    assert [(rules[each["ruleIndex"]]["id"], each["ruleId"], each["level"]) for each in run["results"]] == [
        ("b", "b", "error"),
        ("b", "b", "error"),
        ("a", "a", "warning"),
    ]


def test_places(located) -> None:
    run = sarif([located(related=(("portfolios/roster.yml", 7, 3, "first named here"),), line=0, column=0)])
    result = run["results"][0]
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 1, "startColumn": 1}
    related = result["relatedLocations"][0]
    assert related["physicalLocation"]["region"] == {"startLine": 7, "startColumn": 3}
    assert related["message"]["text"] == "first named here"
    assert run["columnKind"] == "unicodeCodePoints"
    assert "%SRCROOT%" in run["originalUriBaseIds"]


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("portfolios/a b/ü.md", "portfolios/a%20b/%C3%BC.md"),
        ("a#b?c%20.md", "a%23b%3Fc%2520.md"),
        ("c:/x.md", "c%3A/x.md"),
        ("caf\udce9.md", "caf%E9.md"),
    ],
)
def test_file_names_are_percent_encoded(located, file: str, uri: str) -> None:
    place = sarif([located(file=file)])["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == uri


def test_messages_mean_nothing_but_themselves(located) -> None:
    result = sarif([located(message="[click](https://evil.example) {0} \\", hint=None)])["results"][0]
    assert result["message"]["text"] == "\\[click\\](https://evil.example) {{0}} \\\\"


def test_without_documentation_there_are_no_addresses(located) -> None:
    driver = sarif([located()], docs_url="")["tool"]["driver"]
    assert "informationUri" not in driver
    assert "helpUri" not in driver["rules"][0]


def test_no_findings_are_an_empty_run() -> None:
    assert sarif([])["results"] == []

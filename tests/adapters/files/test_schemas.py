"""The JSON Schemas accept what loads, and refuse what an editor should underline."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from proofolio.adapters.files.places import Kind, place_of
from proofolio.adapters.files.read import read_sheet
from proofolio.adapters.files.schema import SCHEMAS, file_name, make_schema, schema_text, write_schemas
from proofolio.adapters.files.tree import SourceFile

EXAMPLES = Path(__file__).parent / "examples"
FILES = sorted(path.relative_to(EXAMPLES).as_posix() for path in EXAMPLES.rglob("*") if path.suffix != ".txt")
FILES = [each for each in FILES if (EXAMPLES / each).is_file()]


def kind_of(file: str) -> Kind:
    place = place_of(file)
    assert place is not None
    return place.kind


def as_json(value: Any) -> Any:
    """The data as an editor hands it to the schema: days are texts there."""
    if isinstance(value, dict):
        return {key: as_json(each) for key, each in value.items()}
    if isinstance(value, list):
        return [as_json(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def data_of(file: str) -> Any:
    content = (EXAMPLES / file).read_bytes()
    sheet, findings = read_sheet(SourceFile(file, len(content), "", content))
    assert findings == []
    assert sheet is not None
    return as_json(sheet.data)


def validator(kind: str) -> Draft202012Validator:
    schema = json.loads(make_schema(kind))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def test_the_examples_hold_every_kind_of_file() -> None:
    assert {kind_of(file).value for file in FILES} == {Kind(each).value for each in SCHEMAS}


@pytest.mark.parametrize("file", FILES)
def test_every_example_is_accepted(file: str) -> None:
    errors = [
        f"{list(each.path)}: {each.message}" for each in validator(kind_of(file)).iter_errors(data_of(file))
    ]
    assert errors == []


@pytest.mark.parametrize(
    ("file", "change"),
    [
        ("competencies/issuer.yml", {"nmae": "x"}),
        ("competencies/issuer.yml", {"id": "Lake District"}),
        ("competencies/issuer.yml", {"url": "ftp://lakes.example.org"}),
        ("competencies/frameworks/basics/framework.yml", {"levels": "four"}),
        ("competencies/micro-credentials/pace-one-unit.yml", {"submission": {"impact": "maybe"}}),
        (
            "competencies/micro-credentials/pace-one-unit.yml",
            {"submission": {"artifacts": {"kinds": {"vidoe": 1}}}},
        ),
        ("competencies/micro-credentials/pace-one-unit.yml", {"expires": "3 years"}),
        ("competencies/pathways/lead-teacher.yml", {"rule": {"allof": ["a"]}}),
        ("competencies/renewal/lake-state.yml", {"examples": [{"given": {}, "expect": "yes"}]}),
        ("competencies/opportunities/lead.yml", {"evidence": {"atleast": 1}}),
        ("competencies/opportunities/lead.yml", {"contact": "javascript:alert(1)"}),
        ("competencies/opportunities/lead.yml", {"requires": {"allof": ["a"]}}),
        ("portfolios/roster.yml", {"people": {"mei-tan": {"name": "Mei", "roles": ["teacher"]}}}),
        ("portfolios/mei-tan/index.md", {"visibility": "hidden"}),
        ("portfolios/mei-tan/two-ways/index.md", {"status": "done"}),
        ("portfolios/mei-tan/two-ways/index.md", {"micro-credential": "x"}),
        ("portfolios/mei-tan/two-ways/index.md", {"applied": {"date": "last week"}}),
        ("portfolios/mei-tan/two-ways/index.md", {"artifacts": [{"file": "a.pdf", "title": "A"}]}),
        ("portfolios/mei-tan/two-ways/reviews/2026-11-02-jon-hale.md", {"verdict": "maybe"}),
        ("portfolios/mei-tan/two-ways/reviews/2026-11-02-jon-hale.md", {"reviewed": "sha256:12"}),
        ("portfolios/mei-tan/log/2026-09-12-watched-jon.md", {"kind": "lunch"}),
        ("portfolios/mei-tan/self-assessments/2026-09-01.yml", {"ratings": {"pacing": 3}}),
        ("portfolios/mei-tan/credentials/listen-again.json", {"type": []}),
    ],
)
def test_what_an_editor_underlines(file: str, change: dict[str, Any]) -> None:
    assert not validator(kind_of(file)).is_valid(data_of(file) | change)


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_a_schema_says_what_it_is_and_is_shipped(name: str) -> None:
    schema = json.loads(schema_text(name))
    assert schema["$id"] == f"urn:proofolio:schema:{name}:1"
    assert schema["description"]


def test_schemas_are_written_into_a_new_folder(tmp_path: Path) -> None:
    written = write_schemas(tmp_path / "new" / "schemas")
    assert [each.name for each in written] == [file_name(each) for each in sorted(SCHEMAS)]
    assert written[0].read_text(encoding="utf-8") == make_schema(sorted(SCHEMAS)[0])

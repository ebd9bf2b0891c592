"""The page about files tells what is: its tables are made, and each of its examples loads."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.house.files_page import ALSO, PAGE, SHOWN, TODAY, WORK, Block, blocks, build, examples, made

from proofolio import pipeline
from proofolio.adapters.files.content_type import ALLOWED
from proofolio.adapters.files.load import load
from proofolio.adapters.files.places import Kind, Place, place_of
from proofolio.adapters.files.read import read_sheet
from proofolio.adapters.files.schema import SCHEMAS, make_schema
from proofolio.adapters.files.tree import SourceFile
from proofolio.adapters.files.validate import validate
from proofolio.core.model.standing import Standing

TEXT = PAGE.read_text(encoding="utf-8")
FILES = examples(TEXT)
READ = {path: text for path, text in FILES.items() if not path.endswith(".csv")}
NOT_BY_HAND = {
    *(Kind.KEYS, Kind.STATUS_LIST, Kind.REVOCATION),
    *(Kind.LEARNER_RECORD, Kind.EXTERNAL, Kind.EXTERNAL_RECORD),
    *(Kind.PROVENANCE, Kind.IMPORTED_RECORD, Kind.IMPORTED),
}
"""What commands write whole: no example of it would hold in a made-up district."""
MAKE = "python -m tests.house.files_page writes it"


def _pieces() -> list[tuple[str, Block]]:
    """Pieces of files, each with the path of the example that stands before it."""
    found, before = [], ""
    for block in blocks(TEXT):
        before = block.title or before
        if block.title is None and block.language == "yaml":
            found.append((before, block))
    return found


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("page")
    build(TEXT, target)
    return target


def place(path: str) -> Place:
    found = place_of(path)
    assert found is not None, f"nothing is read from {path}"
    return found


def data_of(path: str, text: str) -> dict[str, Any]:
    content = text.encode()
    sheet, findings = read_sheet(SourceFile(path, len(content), "", content))
    assert findings == []
    assert sheet is not None
    return sheet.data


def as_json(value: Any) -> Any:
    """As an editor sees it: days are texts."""
    if isinstance(value, dict):
        return {key: as_json(each) for key, each in value.items()}
    if isinstance(value, list):
        return [as_json(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def test_what_is_made_is_up_to_date() -> None:
    assert made(TEXT) == TEXT, MAKE


def test_every_kind_of_file_has_an_example_and_its_keys() -> None:
    assert {place(path).kind for path in FILES} == set(Kind) - NOT_BY_HAND
    for kind in SCHEMAS:
        assert f"<!-- keys: {kind} -->" in TEXT


def test_the_first_table_names_the_place_of_every_kind() -> None:
    rows = [
        line.split("`")[1]
        for line in TEXT.splitlines()
        if line.startswith(("| `competencies/", "| `portfolios/"))
    ]
    filled = [row.replace("<date>", "2026-10-05").replace("<", "").replace(">", "") for row in rows]
    assert sorted(place(path).kind.value for path in filled) == sorted(kind.value for kind in Kind)


def test_the_examples_are_a_district_without_findings(root: Path) -> None:
    inspection = pipeline.inspect(root, TODAY)
    assert [(each.file, each.line, each.finding.message) for each in inspection.located()] == []
    district = inspection.district
    assert set(district.micro_credentials) == {"plan-a-fair-test", *ALSO}
    assert SHOWN in FILES
    assert inspection.progress["dmitri-volkov"].decisions["which-salt"].standing is Standing.REVISE


@pytest.mark.parametrize("path", READ)
def test_editors_accept_every_example(path: str) -> None:
    schema = json.loads(make_schema(place(path).kind.value))
    jsonschema.Draft202012Validator(schema).validate(as_json(data_of(path, READ[path])))


@pytest.mark.parametrize(("path", "block"), _pieces(), ids=lambda each: str(each)[-20:])
def test_pieces_fit_into_the_example_before_them(path: str, block: Block) -> None:
    text = READ[path]
    whole = {**data_of(path, text), **data_of("competencies/issuer.yml", block.text)}
    content = text.encode()
    sheet, _ = read_sheet(SourceFile(path, len(content), "", content))
    assert sheet is not None
    sheet.data.clear()
    sheet.data.update(whole)
    document, findings = validate(sheet, SCHEMAS[place(path).kind.value])
    assert (findings, document is None) == ([], False)


def test_the_digest_is_made_as_the_page_says(root: Path) -> None:
    person, slug = WORK.split("/")[1:]
    submission = load(root).district.submission((person, slug))
    assert submission is not None
    assert submission.reviews[0].reviewed == submission.digest, f"write {submission.digest} into the example"
    (recipe,) = (each.text for each in blocks(TEXT) if each.language == "python")
    known: dict[str, Any] = {}
    exec(recipe, known)
    assert known["digest"](root / WORK) == submission.digest


MADE = {"kept"}
"""Keys that only commands write."""


def test_the_examples_use_every_key_that_people_meet_first() -> None:
    used = {
        kind: set(as_json(data_of(path, READ[path]))) for path in READ if (kind := place(path).kind.value)
    }
    for kind in ("issuer", "framework", "profile", "course", "renewal", "pathway"):
        known = {field.alias or name for name, field in SCHEMAS[kind].model_fields.items()}
        assert used[kind] == known - MADE


def test_types_of_files_are_all_told() -> None:
    assert all(f"`.{ending}`" in TEXT for ending in ALLOWED)


def test_every_key_is_described() -> None:
    for name in SCHEMAS:
        schema = json.loads(make_schema(name))
        for shape in (schema, *schema.get("$defs", {}).values()):
            for key, each in shape.get("properties", {}).items():
                assert each.get("description"), f"{name}: {key}"

"""What is imported goes through real files and comes back as it was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.converting.frameworks import SIGNS, frameworks

from proofolio.adapters.files.yaml_reader import ORGANISATIONAL, read_yaml
from proofolio.adapters.interchange.framework_files import planned, read_back, write_files
from proofolio.adapters.interchange.framework_text import framework_texts
from proofolio.adapters.interchange.yaml_text import yaml_text
from proofolio.core.converting.mahara.read import read as read_mahara
from proofolio.core.converting.sheet.guide import example
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.model.framework import Framework

texts = st.text(SIGNS + "\x00\x85\u2029\ufffe\U000e0001😀", max_size=30) | st.sampled_from(
    [
        "null",
        "089",
        "1e3",
        "2026-10-05",
        "~",
        "a\n\nb\n",
        "  a\nb",
        "a\n ",
        "long words " * 20,
        "- a",
        "a: b # c",
    ]
)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**15), 10**15) | st.floats(-1e6, 1e6) | texts,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(texts.filter(lambda key: key != "<<"), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(["one", "two", "y"]), values, max_size=3))
def test_every_value_is_read_back_as_it_was(data: dict[str, object]) -> None:
    text = yaml_text(data)
    read = read_yaml(text, "x.yml", ORGANISATIONAL)
    assert (read.findings, read.data or {}) == ([], data), text


@settings(max_examples=25, deadline=None)
@given(frameworks())
def test_frameworks_are_read_back_as_they_were(framework: Framework) -> None:
    assert read_back(framework_texts(framework), framework.id) == framework


def test_files_are_pleasant_to_read() -> None:
    texts = framework_texts(example())
    folder = "competencies/frameworks/inquiry-example"
    assert texts[f"{folder}/framework.yml"].splitlines()[:8] == [
        "# yaml-language-server: $schema=../../../.proofolio/schemas/framework.schema.json",
        "title: Inquiry in the classroom (example)",
        'version: "2026.1"',
        "source:",
        "  title: What we mean by inquiry",
        "  publisher: Science department",
        "  url: https://science.example.org",
        "  licence: CC-BY-4.0",
    ]
    assert "  - {id: secure, title: Secure, mastery: true}" in texts[f"{folder}/framework.yml"]
    competency = texts[f"{folder}/investigate-with-learners.yml"]
    assert "sets: [starters]\n" in competency
    assert max(map(len, competency.splitlines())) <= 100


def test_originals_of_other_formats_come_through_files() -> None:
    html = "<p>One\r\n\ttwo</p>\u2028<ul><li>x</li></ul>"
    data = {
        "framework": {
            "name": "N",
            "description": html,
            "standards": [{"name": "S", "mine": [1, None, 2.5, {}]}],
        }
    }
    (found,) = read_mahara(data)
    again = read_back(framework_texts(found.framework), "n")
    assert again == found.framework
    assert json.dumps(again.kept["mahara"]["data"]["description"]) == json.dumps(html)


def test_nothing_is_written_over_and_all_or_nothing_is_written(tmp_path: Path) -> None:
    files = planned(tmp_path, [example()])
    assert not list(tmp_path.iterdir())
    write_files(tmp_path, files)
    folder = tmp_path / "competencies/frameworks"
    assert [each.name for each in folder.iterdir()] == ["inquiry-example"]
    before = {each.name: each.read_bytes() for each in (folder / "inquiry-example").iterdir()}
    with pytest.raises(ProofolioError, match="inquiry-example is there already"):
        planned(tmp_path, [example()])
    with pytest.raises(OSError, match="not empty"):
        write_files(tmp_path, files)
    assert {each.name: each.read_bytes() for each in (folder / "inquiry-example").iterdir()} == before
    assert [each.name for each in folder.iterdir()] == ["inquiry-example"]

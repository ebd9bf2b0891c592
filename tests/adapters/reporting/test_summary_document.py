"""The summary as a document that may have been forged on its way."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.adapters.reporting.summaries import HOSTILE, SITUATIONS, hostile

from proofolio.adapters.reporting.summary_document import LARGEST, read_summary, summary_json
from proofolio.core.diagnostics.error import ProofolioError

Change = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize("name", SITUATIONS)
def test_there_and_back(name: str, tmp_path: Path) -> None:
    given = SITUATIONS[name]
    data = summary_json(given)
    assert len(data) <= LARGEST
    assert read_summary(data) == given
    assert summary_json(read_summary(data)) == data
    (tmp_path / "summary.json").write_bytes(data)
    assert read_summary(tmp_path / "summary.json") == given


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_words(text: str) -> None:
    assert read_summary(summary_json(hostile(text))) == hostile(text)


def changed(change: Change) -> bytes:
    document = json.loads(summary_json(SITUATIONS["reviewed"]))
    change(document)
    return json.dumps(document).encode()


def put(*route: Any, value: Any) -> Change:
    def change(document: dict[str, Any]) -> None:
        place: Any = document
        for step in route[:-1]:
            place = place[step]
        place[route[-1]] = value

    return change


FORGED: dict[str, Change] = {
    "another kind": put("proofolio", value="report"),
    "another version": put("version", value=2),
    "an unknown key": put("extra", value=1),
    "an unknown key further in": put("works", 0, "url", value="https://evil.example"),
    "a key less": lambda document: document.pop("findings"),
    "a number for a text": put("works", 0, "title", value=5),
    "a text for a number": put("others", value="5"),
    "a truth for a number": put("others", value=True),
    "a number for a truth": put("works", 0, "complete", value=1),
    "a fraction": put("others", value=1.5),
    "less than nothing": put("others", value=-1),
    "too much": put("others", value=10**9),
    "no number": put("people", 0, "hours_after", value=float("nan")),
    "without end": put("people", 0, "hours_after", value=float("inf")),
    "an unheard-of standing": put("works", 0, "after", value="genius"),
    "no commit": put("head", value="main"),
    "a commit and more": put("head", value="b" * 40 + "\n"),
    "too long a text": put("works", 0, "title", value="x" * 401),
    "too long a list": put(
        "works", value=[json.loads(summary_json(SITUATIONS["reviewed"]))["works"][0]] * 21
    ),
    "too many lines": put("works", 0, "missing", value=["x"] * 21),
    "a line break": put("works", 0, "title", value="a\nb"),
    "a carriage return": put("works", 0, "title", value="a\rb"),
    "a control character": put("works", 0, "title", value="a\x1b[31mb"),
    "nothing": put("works", 0, "title", value="a\x00b"),
    "a turned direction": put("works", 0, "title", value="a\u202eb"),
    "an invisible character": put("works", 0, "title", value="a\u200bb"),
    "a line separator": put("works", 0, "title", value="a\u2028b"),
    "half a character": put("works", 0, "title", value="a\ud800b"),
    "a control character in the offer": put("works", 0, "offer", value="a\n\x07"),
    "too long an offer": put("works", 0, "offer", value="x" * 4_001),
    "a path outside": put("works", 0, "file", value="../x"),
    "an absolute path": put("works", 0, "file", value="/etc/passwd"),
    "a path with a dot": put("works", 0, "file", value="a/./b"),
    "a path that is none": put("works", 0, "file", value=""),
    "a path of another world": put("works", 0, "file", value="a\\b"),
    "a list for a person": put("people", 0, value=[]),
    "nothing for the works": put("works", value=None),
}


@pytest.mark.parametrize("name", FORGED)
def test_anything_else_is_refused(name: str) -> None:
    with pytest.raises(ProofolioError) as caught:
        read_summary(changed(FORGED[name]))
    assert "evil" not in caught.value.message


@pytest.mark.parametrize("rule", ["../../x", "Rule", "a--b", "a/b", "", "x" * 65, "a\n"])
def test_a_rule_is_a_name(rule: str) -> None:
    document = json.loads(summary_json(SITUATIONS["findings"]))
    document["findings"][0]["rule"] = rule
    with pytest.raises(ProofolioError):
        read_summary(json.dumps(document).encode())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b'{"proofolio": "summary"',
        b"[" * 100_000,
        b" " * (LARGEST + 1),
        summary_json(SITUATIONS["complete"]) + b" " * LARGEST,
        b"PK\x03\x04",
    ],
)
def test_what_is_no_summary_at_all(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(ProofolioError):
        read_summary(data)
    (tmp_path / "x").write_bytes(data)
    with pytest.raises(ProofolioError):
        read_summary(tmp_path / "x")


@given(st.binary(max_size=200))
def test_no_bytes_end_in_anything_but_a_refusal(data: bytes) -> None:
    with pytest.raises(ProofolioError):
        read_summary(data)

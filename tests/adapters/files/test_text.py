"""Bytes to text, and front matter apart from the body."""

from __future__ import annotations

import pytest

from proofolio.adapters.files.text import Split, decode, split
from proofolio.core.diagnostics.finding import Finding


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        (b"\xef\xbb\xbfa: b", "a: b"),
        ("Amélie 日本 👩‍🏫 שלום".encode(), "Amélie 日本 👩‍🏫 שלום"),
        ("می‌خواهم \u200f".encode(), "می‌خواهم \u200f"),
        (b"tab\there", "tab\there"),
        (b"", ""),
    ],
)
def test_what_is_text(data, text) -> None:
    assert decode(data, "a.md") == text


@pytest.mark.parametrize(
    ("data", "rule", "place"),
    [
        (b"a\nna\xefve", "not-utf8", (2, 3)),
        ("é\ncafé".encode("latin-1"), "not-utf8", (1, 1)),
        ("title: x".encode("utf-16"), "not-utf8", (1, 1)),
        (b"a\xed\xa0\x80", "not-utf8", (1, 2)),
        (b"a\0b", "hidden-character", (1, 2)),
        ("ab\u202ec".encode(), "hidden-character", (1, 3)),
        ("a\n\u2066b".encode(), "hidden-character", (2, 1)),
        ("a\u2028b".encode(), "hidden-character", (1, 2)),
        ("a\ufeffb".encode(), "hidden-character", (1, 2)),
        ("é\x0bb".encode(), "hidden-character", (1, 2)),
        ("a\U000e0041".encode(), "hidden-character", (1, 2)),
    ],
)
def test_what_is_refused_and_where(data, rule, place) -> None:
    found = decode(data, "a.md")
    assert isinstance(found, Finding)
    assert (found.rule.name, (found.where.line, found.where.column)) == (rule, place)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("---\na: b\n---\nBody\n", Split("a: b", 2, "Body\n", 4)),
        ("---\n---\n", Split("", 2, "", 3)),
        ("---  \na: b\n--- \nBody", Split("a: b", 2, "Body", 4)),
        ("---\na: b\n...\nBody", Split("a: b", 2, "Body", 4)),
        ("---\na: b\n---", Split("a: b", 2, "", 4)),
        ("---\na: b\n---\n\nText\n\n---\n\nMore", Split("a: b", 2, "\nText\n\n---\n\nMore", 4)),
        ("---\na: |\n  ---\n---\nBody", Split("a: |\n  ---", 2, "Body", 5)),
    ],
)
def test_front_matter_and_body(text, parts) -> None:
    assert split(text, "a.md") == parts


@pytest.mark.parametrize(
    ("text", "rule", "hint"),
    [
        ("", "front-matter-missing", None),
        ("Hello", "front-matter-missing", None),
        ("\n---\na: b\n---\n", "front-matter-missing", "the very first line"),
        (" ---\na: b\n---\n", "front-matter-missing", "the very first line"),
        ("--\na: b\n--\n", "front-matter-missing", "exactly three dashes"),
        ("----\na: b\n----\n", "front-matter-missing", "exactly three dashes"),
        ("+++\na = 1\n+++\n", "front-matter-missing", "exactly three dashes"),
        ("---\na: b\n\nBody", "front-matter-unclosed", "after the last setting"),
        ("---\na: b\n ---\nBody", "front-matter-unclosed", "after the last setting"),
        ("---", "front-matter-unclosed", "after the last setting"),
    ],
)
def test_what_cannot_be_told_apart(text, rule, hint) -> None:
    found = split(text, "a.md")
    assert isinstance(found, Finding)
    assert (found.rule.name, found.where.line) == (rule, 1)
    assert hint is None or hint in (found.hint or "")

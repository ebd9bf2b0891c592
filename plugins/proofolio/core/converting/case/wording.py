"""Statements of CASE as titles and plain text, and back: what is said once is kept once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from proofolio.core.converting.case.value import text
from proofolio.core.converting.plain import cut, description, line, title

HEADLINE = 80
LONGEST = 200
UNTITLED = "Untitled"
_MARKS = (
    (re.compile(r"^\s{0,3}#{1,6}\s+", re.MULTILINE), ""),
    (re.compile(r"^(\s*)[-*+]\s+", re.MULTILINE), r"\1• "),
    (re.compile(r"!?\[([^\[\]]*)\]\((https?://[^\s()]+)\)"), r"\1 (\2)"),
    (re.compile(r"(\*\*|__)(?=\S)(.{1,500}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"`([^`\n]+)`"), r"\1"),
)


def plain(value: object) -> str:
    """Text of any length, without the marks of HTML and Markdown."""
    given = text(value)
    for mark, instead in _MARKS:
        given = mark.sub(instead, given)
    return description(given)


def one_line(value: object) -> str:
    """The same as one line, as titles are."""
    return cut(line(plain(title(text(value)))), LONGEST)


def headline(code: str | None, statement: str) -> str:
    """A title for what has none: its code and its first words."""
    return cut(line(f"{code or ''} {statement}"), HEADLINE) or UNTITLED


def titles(item: Mapping[str, Any]) -> tuple[str, str, str | None]:
    """An item's title, statement and code."""
    code = one_line(item.get("humanCodingScheme")) or None
    statement = plain(item.get("fullStatement"))
    return one_line(item.get("abbreviatedStatement")) or headline(code, statement), statement, code

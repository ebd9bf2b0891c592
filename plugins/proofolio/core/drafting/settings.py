"""The settings between a file's two lines of dashes as blocks of lines, one for each key.

Only so much of YAML is understood as it takes to say where one key's lines end and the next one's begin;
where that cannot be said for sure, nothing is said at all. ``assets/write/settings.js`` is the same in the
browser.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

_KEY = re.compile(r"([A-Za-z_][A-Za-z0-9_-]*):(?:[ \t]+([^\n]*))?")
_END = re.compile(r"(?:---|\.\.\.)[ \t]*")
_SPACE = " \t\r"
_OPENS = {"[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Block:
    """A key with its lines, ``start`` to ``end`` (not included), counted from 0 in the whole file."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Settings:
    """A file's lines with their ends, and where its settings stand; ``close`` is the second dashed line."""

    lines: tuple[str, ...]
    blocks: tuple[Block, ...]
    close: int
    newline: str

    def block(self, key: str) -> Block | None:
        """The block of a key; None when there is none."""
        return next((each for each in self.blocks if each.key == key), None)


@dataclass(frozen=True, slots=True)
class Unclear:
    """Why the settings cannot be told apart: ``reason`` names it, ``line`` counts from 1."""

    reason: str
    line: int


UNDASHED, UNCLOSED, ODD, TWICE = "undashed", "unclosed", "odd", "twice"
"""The reasons: no dashes above, none below, a line that is no ``key: value``, a key that stands twice."""


def settings(text: str) -> Settings | Unclear:
    """Tell the blocks apart. A byte-order mark and either kind of line end are left as they are."""
    lines = re.findall(r"[^\n]*\n|[^\n]+", text)
    bare = [each.rstrip("\r\n") for each in lines]
    if not bare or not re.fullmatch(r"\ufeff?---[ \t]*", bare[0]):
        return Unclear(UNDASHED, 1)
    close = next((at for at in range(1, len(bare)) if _END.fullmatch(bare[at])), None)
    if close is None:
        return Unclear(UNCLOSED, len(bare))
    starts = [at for at in range(1, close) if not _goes_on(bare[at])]
    blocks: list[Block] = []
    ends = [*starts, close]
    if any(_says(bare[at]) for at in range(1, ends[0])):
        return Unclear(ODD, 2)
    for start, after in pairwise(ends):
        found = _KEY.fullmatch(bare[start])
        if found is None or not _closed(found[2] or "", bare[start + 1 : after]):
            return Unclear(ODD, start + 1)
        if any(each.key == found[1] for each in blocks):
            return Unclear(TWICE, start + 1)
        blocks.append(Block(found[1], start, _end(bare, start, after)))
    newline = "\r\n" if lines[0].endswith("\r\n") else "\n"
    return Settings(tuple(lines), tuple(blocks), close, newline)


def _goes_on(line: str) -> bool:
    """Whether a line belongs to the key above it, as far as one can see: set in, a list's item, a remark."""
    return not line or line[0] in " \t\r#" or line == "-" or line.startswith("- ")


def _says(line: str) -> bool:
    """Whether something but space and a remark at the margin stands in a line."""
    return bool(line.strip(_SPACE)) and not line.startswith("#")


def _end(bare: list[str], start: int, after: int) -> int:
    """Empty lines and remarks at the margin before the next key are that one's."""
    end = after
    while end > start + 1 and not _says(bare[end - 1]):
        end -= 1
    return end


def _closed(value: str, rest: list[str]) -> bool:
    """Whether a text in quotes, or between brackets, is closed before the next key begins."""
    if value[:1] in ("'", '"'):
        return _quoted("\n".join((value, *rest)))
    if value[:1] in _OPENS:
        return _balanced("\n".join((value, *rest)))
    return value[:1] not in ("&", "*", "!", "%", "@", "`")


def _quoted(text: str) -> bool:
    sign = text[0]
    found = re.match(r'"(?:[^"\\]|\\.)*"' if sign == '"' else r"'(?:[^']|'')*'", text, re.DOTALL)
    return found is not None and not _left(text[found.end() :])


def _balanced(text: str) -> bool:
    """Whether every bracket is closed, and nothing follows the last one."""
    opened: list[str] = []
    at = 0
    while at < len(text):
        sign = text[at]
        quoted = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'", re.DOTALL).match(text, at)
        if quoted and text[at - 1] in " \t\n,[{:":
            at = quoted.end()
            continue
        if sign in _OPENS:
            opened.append(_OPENS[sign])
        elif sign in "]}":
            if not opened or opened.pop() != sign:
                return False
            if not opened:
                return not _left(text[at + 1 :])
        at += 1
    return False


def _left(text: str) -> bool:
    """Whether something but space and remarks is left."""
    rows = (re.sub(r"(?:^|[ \t])#[^\n]*", "", row) for row in text.split("\n"))
    return any(row.strip(_SPACE) for row in rows)

"""A comment's lines, as far as they can say something: without quotations, code and hidden remarks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

INFO = "review"
"""The word after a fence that marks a block which is meant to be read."""

LONGEST = 3_000
"""How much of a line is read; all of it is kept."""

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_FENCE = re.compile(r"[ \t]*(?:[-*+][ \t]+)?(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>[^`\n]*)$")
_BULLET = re.compile(r"(?:[-*+•–—]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_RULE = re.compile(r"[ \t|:+-]*$")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]")
_LIKE_ASCII = str.maketrans({**dict.fromkeys("“”„‟«»", '"'), **dict.fromkeys("‘’‚‛", "'")})
_WIDE = str.maketrans("：＝｜＞，；", ":=|>,;")
_DRESS = re.compile(r"\*\*|__|``?|~~|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: as written, and bare of bullets, emphasis and odd characters.

    ``number`` counts from 0; ``indent`` is in columns, to where the words start. ``read`` is False
    for what is quoted, code or empty: it stays text, whatever it says.
    """

    number: int
    raw: str
    bare: str
    indent: int
    read: bool
    code: bool = False


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a comment. Hidden remarks are gone; nothing else is lost."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    plain = _COMMENT.sub(lambda found: "\n" * found.group().count("\n"), plain)
    return tuple(_lines(plain.split("\n")))


def _lines(rows: list[str]) -> Iterator[Line]:
    fence = ""
    readable = False
    for number, row in enumerate(rows):
        found = _FENCE.match(row)
        if fence:
            if found and not found["info"].strip() and found["fence"].startswith(fence):
                fence = ""
                yield Line(number, "" if readable else row, "", 0, read=False)
            else:
                yield _line(number, row, readable, code=not readable)
            continue
        if found:
            fence, readable = found["fence"], found["info"].strip().lower() == INFO
            yield Line(number, "" if readable else row, "", 0, read=False)
            continue
        yield _line(number, row, not row.lstrip().startswith(">"), code=False)


def _line(number: int, row: str, read: bool, code: bool) -> Line:
    text = _SPACES.sub(" ", row[:LONGEST]).translate(_LIKE_ASCII).translate(_WIDE)
    stripped = text.lstrip(" ")
    bullet = _BULLET.match(stripped)
    words = stripped[bullet.end() :] if bullet else stripped
    bare = _cells(words) if words.startswith("|") else words
    bare = bare.strip().strip('"').strip()
    bare = re.sub(r"^#{1,6}[ ]+", "# ", _DRESS.sub("", bare)).strip().strip('"')
    bare = re.sub(r" {2,}", " ", bare)
    return Line(number, row, bare, len(text) - len(words), read and bool(bare), code)


def _cells(row: str) -> str:
    """A table's row as a line: the cells with a dash between them; nothing for its ruled line."""
    if _RULE.fullmatch(row):
        return ""
    cells = [cell.strip() for cell in row.strip().strip("|").split("|")]
    return " | ".join(cell for cell in cells if cell)

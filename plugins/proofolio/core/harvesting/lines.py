"""A comment's lines, as far as they can say something: without quotations, code and hidden remarks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

INFO = "review"
"""The word after a fence that marks a block which is meant to be read."""

WORDS = "<!-- words"
"""How a line begins from which on everything is words: kept as they are, and read for no rating.

They end where the next block begins.
"""

LONGEST = 3_000
"""How much of a line is read; all of it is kept."""

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_WORDS = re.compile(rf"^{WORDS}\b.*-->[ \t]*$", re.MULTILINE)
_BELOW = "\x00"
"""Stands for that line while hidden remarks are taken out."""
_FENCE = re.compile(r"[ \t]*(?:[-*+][ \t]+)?(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>[^`\n]*)$")
_BULLET = re.compile(r"(?:[-*+•–—]|\d{1,3}[.)]|[A-Za-z]\))[ \t]+(?:\[(?P<tick>[ xX])\][ \t]+)?")
_QUOTED = re.compile(r"(?:[ \t]*>)+[ \t]*")
_MENTIONS = re.compile(r"(?:@[A-Za-z0-9-]{1,60}(?:\[bot\])?[,:]?[ ]+){1,5}")
_TAG = re.compile(r"</?(?:b|strong|i|em|u|code|p|li|ul|ol|span|div|h[1-6])\s*>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_RULE = re.compile(r"[ \t|:+-]*$")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]")
_LIKE_ASCII = str.maketrans({**dict.fromkeys("“”„‟«»", '"'), **dict.fromkeys("‘’‚‛", "'")})
_WIDE = str.maketrans("：＝｜＞，；➔➙➜➝➞➡", ":=|>,;→→→→→→", "\ufe0e\ufe0f")
_INNER = re.compile(r"(?<=[«‹])[ \u00a0\u202f]+|[ \u00a0\u202f]+(?=[»›])")
_DRESS = re.compile(r"\*\*|__|``?|~~|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: as written, and bare of bullets, emphasis and odd characters.

    ``number`` counts from 0; ``indent`` is in columns, to where the words start. ``read`` is False
    for what is quoted, code, words or empty: it stays text, whatever it says. ``ticked`` is None for a
    line without a box to tick.
    """

    number: int
    raw: str
    bare: str
    indent: int
    read: bool
    code: bool = False
    quoted: bool = False
    words: bool = False
    ticked: bool | None = None


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a comment. Hidden remarks are gone; nothing else is lost."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    plain = _COMMENT.sub(lambda found: "\n" * found.group().count("\n"), _WORDS.sub(_BELOW, plain))
    return tuple(_lines(plain.split("\n")))


def _lines(rows: list[str]) -> Iterator[Line]:
    fence = ""
    readable = words = False
    for number, row in enumerate(rows):
        found = _FENCE.match(row)
        if words and not (found and found["info"].strip().lower() == INFO):
            yield replace(_line(number, row, read=False, code=False), words=True)
            continue
        words = row == _BELOW and not fence
        if words:
            yield Line(number, "", "", 0, read=False)
            continue
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
    text = _SPACES.sub(" ", _INNER.sub("", row[:LONGEST])).translate(_LIKE_ASCII).translate(_WIDE)
    stripped = text.lstrip(" ")
    quote = _QUOTED.match(stripped)
    stripped = stripped[quote.end() :] if quote else stripped
    bullet = _BULLET.match(stripped)
    words = stripped[bullet.end() :] if bullet else stripped
    bare = undressed(_cells(words) if words.startswith("|") else words)
    ticked = bullet["tick"] in "xX" if bullet and bullet["tick"] else None
    indent = len(text) - len(words)
    return Line(number, row, bare, indent, read and bool(bare), code, quote is not None, ticked=ticked)


def undressed(words: str) -> str:
    """Words without emphasis, simple tags, quotation marks around them and the name they are sent to."""
    plain = _TAG.sub("", _BREAK.sub(" ", words)) if "<" in words else words
    plain = _unquoted(plain.strip()).strip()
    plain = _unquoted(re.sub(r"^#{1,6}[ ]+", "# ", _DRESS.sub("", plain)).strip())
    said = _MENTIONS.match(plain)
    return re.sub(r" {2,}", " ", plain[said.end() :] if said else plain)


def _unquoted(words: str) -> str:
    """Words without quotation marks around them; one that closes a quotation within them stays."""
    closes = words.endswith('"') and not words.startswith('"') and words.count('"') % 2 == 0
    return words if closes else words.strip('"')


def cells_of(row: str) -> tuple[str, ...]:
    """The cells of a table's row, undressed, the empty ones too."""
    text = _SPACES.sub(" ", _INNER.sub("", row[:LONGEST])).translate(_LIKE_ASCII).translate(_WIDE).strip()
    inside = text.removeprefix("|").removesuffix("|")
    return tuple(undressed(cell) for cell in inside.split("|"))


def _cells(row: str) -> str:
    """A table's row as a line: the cells with a dash between them; nothing for its ruled line."""
    if _RULE.fullmatch(row):
        return ""
    cells = [cell.strip() for cell in row.strip().strip("|").split("|")]
    return " | ".join(cell for cell in cells if cell)

"""A text as passages (its second-level sections), and each passage as words with the gaps before them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from proofolio.core.telling.plain import plain, unruled

_HEADING = re.compile(r"^ {0,3}##(?!#)[ \t]*(?P<title>.*?)[ \t]*#*[ \t]*$")
_UNDERLINE = re.compile(r"^-+[ ]*$")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_MARKS = re.compile(r"[*_`]")
# An ideograph or a kana is a word by itself, because nothing stands between them.
_WORD = re.compile(
    "(?P<gap>\\s*)(?P<word>[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
    "|[^\\s\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+)"
)
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_OPENS_LINE = re.compile(r"[-*+]$|\d{1,9}[.)]$|[|>#]|```|~~~")
_SENTENCE_END = re.compile(r"[.!?…。！？؟۔]['\"”’»)\]*_]*$")

_MOST = 200
"""Headings after so many are told as words of the text."""

PARAGRAPH = "\n\n"
LINE = "\n"


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its punctuation.

    ``gap`` is what parts it from the one before: "", " ", :data:`LINE` or :data:`PARAGRAPH`.
    """

    word: str
    gap: str

    @property
    def ends_sentence(self) -> bool:
        """Whether a sentence ends with this word."""
        return _SENTENCE_END.search(self.word) is not None

    @property
    def counts(self) -> bool:
        """Whether this is a word, and not only a sign."""
        return any(each.isalnum() for each in self.word)


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands below one second-level heading; ``title`` is "" before the first."""

    title: str
    tokens: tuple[Token, ...]


def passages(body: str) -> tuple[Passage, ...]:
    """The passages of a Markdown body in reading order; one before the first heading only if it has words."""
    rows = plain(body).split("\n")
    found: list[tuple[str, list[str]]] = [("", [])]
    fence = None
    skip = False
    for at, row in enumerate(rows):
        if skip:
            skip = False
            continue
        mark = _FENCE.match(row)
        if mark and (fence is None or mark[1].startswith(fence)):
            fence = mark[1] if fence is None else None
        title = None if fence or len(found) > _MOST else _title(rows, at)
        if title is None:
            found[-1][1].append(row)
        else:
            found.append((title, []))
            skip = _UNDERLINE.match(rows[at + 1]) is not None if at + 1 < len(rows) else False
    made = [Passage(title, tokens(unruled("\n".join(lines)))) for title, lines in found]
    return tuple(each for each in made if each.title or each.tokens)


def _title(rows: list[str], at: int) -> str | None:
    """The title when a row is a second-level heading, with signs before it or a line below it."""
    heading = _HEADING.match(rows[at])
    if heading:
        return _MARKS.sub("", heading["title"]).strip() or None
    alone = at == 0 or not rows[at - 1].strip()
    underlined = at + 1 < len(rows) and _UNDERLINE.match(rows[at + 1]) is not None
    row = rows[at].strip()
    return _MARKS.sub("", row).strip() or None if alone and underlined and row.strip("-") else None


def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text. A line that was merely wrapped is no break; a list's item is one."""
    made: list[Token] = []
    for found in _WORD.finditer(text.rstrip()):
        gap, word = found["gap"], found["word"]
        if not made:
            gap = ""
        elif _BLANK_LINE.search(gap):
            gap = PARAGRAPH
        elif "\n" in gap and _OPENS_LINE.match(word):
            gap = LINE
        else:
            gap = " " if gap else ""
        made.append(Token(word, gap))
    return tuple(made)

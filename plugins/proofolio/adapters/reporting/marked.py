"""Changed words for a terminal: marked by signs or by colours, and wrapped to its width."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from proofolio.adapters.reporting.visible import visible, width
from proofolio.core.model.story import Span, Words

_SIGNS = {Span.ADDED: ("{+", "+}"), Span.REMOVED: ("[-", "-]")}
# Underlined green and struck-through red: not by colour alone.
_CODES = {Span.ADDED: "\x1b[32;4m", Span.REMOVED: "\x1b[31;9m"}
_END = "\x1b[0m"
_PIECE = re.compile(r"(?P<gap>\s*)(?P<word>\S+)")
_Piece = tuple[str, str, Span]


def marked(words: Iterable[Words], columns: int, colour: bool) -> Iterator[str]:
    """The words as lines of at most ``columns``; a paragraph keeps an empty line before it.

    Everything but the marks is made visible first: the text is somebody else's.
    """
    line: list[_Piece] = []
    room = columns
    for gap, word, span in _pieces(words, colour):
        if "\n" in gap and line:
            yield _laid(line, colour)
            if "\n\n" in gap:
                yield ""
            line, room, gap = [], columns, ""
        gap = " " if gap else ""
        needed = len(gap) + width(word)
        if line and needed > room:
            yield _laid(line, colour)
            line, room, gap, needed = [], columns, "", width(word)
        line.append((gap if line else "", word, span))
        room -= needed
    if line:
        yield _laid(line, colour)


def _pieces(words: Iterable[Words], colour: bool) -> Iterator[_Piece]:
    """Every word with the gap before it; without colours a run's first and last word carry the signs."""
    for each in joined(words):
        found = [(piece["gap"], visible(piece["word"])) for piece in _PIECE.finditer(each.text)]
        opening, closing = _SIGNS.get(each.span, ("", "")) if not colour else ("", "")
        for at, (gap, word) in enumerate(found):
            # a run over several paragraphs is marked in each of them
            starts = at == 0 or "\n" in gap
            ends = at + 1 == len(found) or "\n" in found[at + 1][0]
            yield gap, f"{opening if starts else ''}{word}{closing if ends else ''}", each.span


def joined(words: Iterable[Words]) -> Iterator[Words]:
    """The runs, with those that belong together as one: whether words still stand is not told here."""
    for span, runs in groupby(words, key=lambda each: each.span):
        yield Words(span, "".join(each.text for each in runs))


def _laid(line: list[_Piece], colour: bool) -> str:
    if not colour:
        return "".join(gap + word for gap, word, _ in line)
    text, on = "", Span.SAME
    for gap, word, span in line:
        if span is not on:
            text += (_END if on in _CODES else "") + gap + _CODES.get(span, "") + word
            on = span
        else:
            text += gap + word
    return text + (_END if on in _CODES else "")

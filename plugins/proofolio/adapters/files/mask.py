"""A Markdown text without what is not meant: comments, code and escaped characters blanked out.

What is blanked keeps its length and its line breaks, so every place in the result is the same place
in the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_FENCE = r"^ {0,3}(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})[^\n]*$"
_MARK = re.compile(
    rf"{_FENCE}|(?P<escape>\\[^\w\s])|(?P<ticks>`+)|(?P<comment><!--)",
    re.MULTILINE,
)
_OPENER = re.compile(_FENCE, re.MULTILINE)
_CLOSER = re.compile(r"^ {0,3}(?P<fence>`{3,}|~{3,})[ \t]*$", re.MULTILINE)
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
_VISIBLE = re.compile(r"[^\n]")


@dataclass(frozen=True, slots=True)
class Masked:
    """The same text twice: ``shown`` lacks comments and fenced code, ``plain`` all code and escapes."""

    shown: str
    plain: str


def mask(text: str) -> Masked:
    """Blank out what a reader of the page would not take for text, or a machine not for markup."""
    hidden: list[tuple[int, int]] = []
    literal: list[tuple[int, int]] = []
    endless: set[tuple[str, int]] = set()
    at = 0
    while found := _MARK.search(text, at):
        at = found.end()
        if found["fence"]:
            end = _fence_end(text, found, endless)
            at = end or found.end("fence")
            _note(hidden, found.start(), end)
        elif found["comment"]:
            end = text.find("-->", at) + 3 if ("-->", 0) not in endless else 2
            if end == 2:  # never closed: the page shows it as text
                endless.add(("-->", 0))
            else:
                _note(hidden, found.start(), end)
                at = end
        elif found["ticks"]:
            end = _span_end(text, found, endless)
            _note(literal, found.start(), end)
            at = end or at
        else:
            _note(literal, found.start(), found.end())
    return Masked(_blanked(text, hidden), _blanked(text, sorted(hidden + literal)))


def _note(places: list[tuple[int, int]], start: int, end: int | None) -> None:
    if end is not None:
        places.append((start, end))


def _fence_end(text: str, opened: re.Match[str], endless: set[tuple[str, int]]) -> int | None:
    """Where a fence ends; None when it is never closed, so that it is no fence.

    ``endless`` remembers what was looked for in vain: a text full of openings must not take long.
    """
    sign, length = opened["fence"][0], len(opened["fence"])
    if any(other == sign and length >= most for other, most in endless):
        return None
    for closed in _CLOSER.finditer(text, opened.end()):
        if closed["fence"][0] == sign and len(closed["fence"]) >= length:
            return closed.end()
    endless.add((sign, length))
    return None


def _span_end(text: str, opened: re.Match[str], endless: set[tuple[str, int]]) -> int | None:
    """Where inline code ends, within its paragraph and before any fenced code."""
    paragraph = _PARAGRAPH_END.search(text, opened.end())
    stop = paragraph.start() if paragraph else len(text)
    ticks = opened["ticks"]
    closed = re.compile(rf"(?<!`){ticks}(?!`)").search(text, opened.end(), stop)
    if closed is None:
        return None
    fences = _OPENER.finditer(text, opened.end(), closed.start())
    return None if any(_fence_end(text, each, endless) for each in fences) else closed.end()


def _blanked(text: str, places: list[tuple[int, int]]) -> str:
    pieces, last = [], 0
    for start, end in places:
        pieces += [text[last:start], _VISIBLE.sub(" ", text[start:end])]
        last = end
    return "".join((*pieces, text[last:]))

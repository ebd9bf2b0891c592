"""Leaving out what stayed the same, but for a few words around each change."""

from __future__ import annotations

import re
from collections.abc import Sequence

from proofolio.core.model.story import Span, Words

CUT = "…"
_AROUND = 9
_NEAR = 14
"""A sentence that ends or begins within so many words is shown whole."""
_WORTH_IT = 8
"""Fewer words than this are not worth a cut."""
_PIECE = re.compile(r"\s*\S+")
_SENTENCE = re.compile(r"[.!?…。！？؟۔]['\"”’»)\]*_]*$")


def fold(words: Sequence[Words]) -> tuple[Words, ...]:
    """The same words with long unchanged runs cut short; a cut is a run of its own that says "…"."""
    found: list[Words] = []
    for start, end, span in _stretches(words):
        run = words[start:end]
        found.extend(run if span is not Span.SAME else _short(run, start == 0, end == len(words)))
    return tuple(found)


def _stretches(words: Sequence[Words]) -> list[tuple[int, int, Span]]:
    found: list[tuple[int, int, Span]] = []
    for at, each in enumerate(words):
        if found and found[-1][2] is each.span:
            found[-1] = (found[-1][0], at + 1, each.span)
        else:
            found.append((at, at + 1, each.span))
    return found


def _short(run: Sequence[Words], first: bool, last: bool) -> list[Words]:
    """An unchanged stretch: its end leads up to the next change, its beginning leads off the last."""
    pieces = [(piece, each.stands) for each in run for piece in _PIECE.findall(each.text)]
    head = 0 if first else _head([piece for piece, _ in pieces])
    tail = 0 if last else _tail([piece for piece, _ in pieces])
    if len(pieces) - head - tail < _WORTH_IT:
        return list(run)
    after = pieces[len(pieces) - tail :]
    gap = "" if first else _break(pieces[head:])
    return [*_joined(pieces[:head]), Words(Span.SAME, gap + CUT), *_joined(after)]


def _head(pieces: list[str]) -> int:
    """How many words lead off a change: to the end of the sentence or paragraph, if that is near."""
    for at, piece in enumerate(pieces[: _NEAR + 1]):
        if at and "\n" in piece[: len(piece) - len(piece.lstrip())]:
            return at
        if at < _NEAR and _SENTENCE.search(piece):
            return at + 1
    return min(_AROUND, len(pieces))


def _tail(pieces: list[str]) -> int:
    """How many words lead up to a change: from where the sentence or paragraph begins, if that is near."""
    for back in range(1, min(_NEAR + 1, len(pieces)) + 1):
        piece = pieces[-back]
        if "\n" in piece[: len(piece) - len(piece.lstrip())]:
            return back
        if back > 1 and _SENTENCE.search(piece):
            return back - 1
    return min(_AROUND, len(pieces))


def _break(pieces: list[tuple[str, bool]]) -> str:
    """What parts a cut from the words before it: a space, unless a paragraph ends there."""
    text = pieces[0][0]
    blanks = text[: len(text) - len(text.lstrip())]
    return blanks or " "


def _joined(pieces: list[tuple[str, bool]]) -> list[Words]:
    found: list[Words] = []
    for piece, stands in pieces:
        if found and found[-1].stands is stands:
            found[-1] = Words(Span.SAME, found[-1].text + piece, stands)
        else:
            found.append(Words(Span.SAME, piece, stands))
    return found

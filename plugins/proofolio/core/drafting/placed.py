"""A text of somebody's own as one section of a body: as it was typed, and no further than its section.

Unlike :func:`contained`, which takes in what a stranger sent, this leaves Markdown to its author: lists,
emphasis, tables, links, pictures and code are hers. Only what would reach beyond the section is turned
into text: headings as high as the section's own, code and comments that are never closed, tags.
A form in the browser (``assets/write/body.js``) writes the same bytes.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from proofolio.core.drafting.answers import clean
from proofolio.core.drafting.contained import literal

_LONGEST, _PIECE = 4_000, 600
_HEADING = re.compile(r" {0,3}(#{1,6})(.*)")
_RULE = re.compile(r" {0,3}(?:-+|=+)[ \t]*")
_LOOKS_FENCED = re.compile(r" {0,3}(?:`{3,}|~{3,}).*")
_FENCE = re.compile(r"(`{3,}|~{3,})[ \t]*[A-Za-z0-9_+#.-]*[ \t]*")
_CLOSER = re.compile(r" {0,3}(`{3,}|~{3,})[ \t]*")
# An escaped sign, code within the line, an address between angle brackets, or what could begin a tag.
_TAG = re.compile(
    r"\\[!-/:;=-@\[-`{-~]|(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)|<https?://[^\s<>\"'\\@]+>|<(?=[A-Za-z/!?])"
)
_STOPPER = re.compile(
    r"<!\[|\]\(\s*<?[A-Za-z]+://\[|\[{40}|\({200}|(?:\[[^\[\]\n]{0,3}){60}|^(?:[ \t]*[>*+-]){40}"
)
"""What stops or stalls a program that lays pages out; the reader of files refuses it."""


def placed(text: str, starters: Iterable[str] = ()) -> str:
    """The text ready to stand below its heading.

    A starter that was put in and left as it is becomes a comment: nobody wrote it, so it counts no words.
    """
    known = {folded for each in starters if (folded := " ".join(clean(each).split()))}
    lines = clean(text).split("\n")
    closing = _fences(lines)
    out: list[str] = []
    inside: int | None = None
    for number, line in enumerate(lines):
        if inside is not None:
            out.append(line)
            inside = None if number == inside else inside
        elif number in closing:
            inside = closing[number]
            out.append(line)
        elif (folded := " ".join(line.split())) in known:
            out.extend(["", f"<!-- {folded.replace('--', '–').replace('>', '›')} -->", ""])
        else:
            out.extend(_line(line, bool(out and out[-1].strip())))
    return "\n".join(out).strip("\n")


def _line(line: str, follows: bool) -> list[str]:
    """One line outside of code, with an empty one before it where it would underline what it follows."""
    if len(line) > _LONGEST:
        return [each for piece in _pieces(line) for each in _line(piece, True)]
    made = _made(line)
    if len(made) > _LONGEST or _STOPPER.search(made):
        return [literal(piece) for piece in _pieces(line)]
    if _RULE.fullmatch(made):
        return ["", made.lstrip(" ")] if follows else [made.lstrip(" ")]
    return [made]


def _made(line: str) -> str:
    if _LOOKS_FENCED.fullmatch(line):
        at = len(line) - len(line.lstrip(" "))
        return f"\\{line[at:]}".replace("<", "&lt;")
    heading = _HEADING.fullmatch(line)
    if heading:
        signs, rest = heading.groups()
        apart = not rest or rest[0] in " \t"
        line = (signs.rjust(3, "#") if apart else "\\" + signs) + rest
    return _TAG.sub(lambda found: "&lt;" if found[0] == "<" else found[0], line)


def _fences(lines: list[str]) -> dict[int, int]:
    """Where each block of code begins and ends, as far as every reader of Markdown sees the same block."""
    closers = [(at, end[1]) for at, line in enumerate(lines) if (end := _CLOSER.fullmatch(line))]
    unsound = [at for at, line in enumerate(lines) if len(line) > _LONGEST or _STOPPER.search(line)]
    ends: dict[str, int] = {}
    found: dict[int, int] = {}
    last = -1
    for number, line in enumerate(lines):
        opened = _FENCE.fullmatch(line) if number > last else None
        if opened is None:
            continue
        sign = opened[1]
        if ends.get(sign, number) <= number:
            after = (at for at, closer in closers if at > number and closer.startswith(sign))
            ends[sign] = next(after, len(lines))
        stop = ends[sign]
        whole = stop < len(lines) and bisect_left(unsound, number) == bisect_left(unsound, stop)
        if whole and lines[stop].rstrip(" ") == sign:
            found[number] = last = stop
    return found


def _pieces(line: str) -> list[str]:
    """A line in short pieces, parted at spaces where there are any."""
    pieces = []
    while len(line) > _PIECE:
        at = line.rfind(" ", 1, _PIECE)
        at = at if at > 0 else _PIECE
        pieces.append(line[:at])
        line = line[at:].lstrip(" ")
    return [*pieces, line]

"""The part of a source line that is worth showing, and where the caret goes below it."""

from __future__ import annotations

from proofolio.adapters.reporting.visible import visible, width

BEFORE, AFTER = 50, 46
"""Characters shown at most before and after the place in question."""
TAB = 4
_CUT = "…"


def window(line: str, column: int) -> tuple[str, int]:
    """A readable piece of ``line`` around ``column`` (1-based, in characters).

    Returns:
        The piece, with tabs as spaces and cuts as "…", and the caret's offset in terminal columns.
    """
    line = line.rstrip("\r\n")
    place = min(max(column - 1, 0), len(line))
    start = 0 if place <= BEFORE else place - BEFORE
    end = min(len(line), place + AFTER)
    # A piece never starts with an accent whose letter was cut off: it would sit on the "…".
    while start < place and not width(visible(line[start])):
        start += 1
    left = _flat(line[start:place], _CUT if start else "")
    piece = _flat(line[place:end], left)
    return piece + (_CUT if end < len(line) else ""), width(left)


def _flat(text: str, after: str) -> str:
    """``after`` with ``text`` appended, each tab filling up to the next stop."""
    for character in text:
        after += " " * (TAB - width(after) % TAB) if character == "\t" else visible(character)
    return after

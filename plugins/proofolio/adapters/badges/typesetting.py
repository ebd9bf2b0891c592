"""Breaking a title into lines and finding the size in which it fills its banner."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import combinations

from proofolio.adapters.badges.lettering import font

SMALLEST = 27.0
_MOST_LINES = 3
_SMALL_WORDS = frozenset(
    {"a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with"}
)
_SIZE_OF_LINES = {1: 64.0, 2: 52.0, 3: 43.0}


@dataclass(frozen=True, slots=True)
class Setting:
    """Lines and their size (in the picture's units)."""

    lines: tuple[str, ...]
    size: float


def set_title(text: str, width: float) -> Setting:
    """The largest setting on up to three lines; what does not fit at the smallest size is cut, with …"""
    words = text.split()
    best: tuple[float, Setting] | None = None
    for count in range(1, min(_MOST_LINES, len(words)) + 1):
        for cuts in combinations(range(1, len(words)), count - 1):
            lines = tuple(" ".join(words[a:b]) for a, b in zip((0, *cuts), (*cuts, len(words)), strict=True))
            size = min(_SIZE_OF_LINES[count], *(width / font().width(line, 1) for line in lines))
            if size < SMALLEST:
                continue
            worth = size * (1 - 0.06 * (count - 1)) - _unevenness(lines) - _dangling(lines)
            if best is None or worth > best[0] + 1e-9:
                best = worth, Setting(lines, math.floor(size * 10) / 10)
    return best[1] if best else Setting(_cut(words, width), SMALLEST)


def shortened(text: str, width: float, size: float, spacing: float) -> str:
    """A text of one line, cut with … when it is wider than ``width``."""
    if font().width(text, size, spacing) <= width:
        return text
    kept = text
    while kept and font().width(kept + "…", size, spacing) > width:
        kept = kept[:-1].rstrip(" ,.-–")
    return kept + "…" if kept else ""


def _unevenness(lines: tuple[str, ...]) -> float:
    widths = [font().width(line, 1) for line in lines]
    return 9 * (max(widths) - min(widths)) / max(widths)


def _dangling(lines: tuple[str, ...]) -> float:
    """A line should not end with a word that leans on the next."""
    return 2.0 * sum(line.rpartition(" ")[2].casefold() in _SMALL_WORDS for line in lines[:-1])


def _cut(words: list[str], width: float) -> tuple[str, ...]:
    """As many words as three lines hold; a word that is too long for a line is cut as well."""
    lines: list[str] = []
    rest = [shortened(word, width, SMALLEST, 0) for word in words]
    while rest and len(lines) < _MOST_LINES:
        line = rest.pop(0)
        while rest and font().width(f"{line} {rest[0]}", SMALLEST) <= width:
            line = f"{line} {rest.pop(0)}"
        lines.append(line)
    if rest:
        lines[-1] = shortened(f"{lines[-1]} {rest[0]}…", width, SMALLEST, 0)
    return tuple(lines)

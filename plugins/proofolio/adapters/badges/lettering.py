"""Text as outlines: a badge needs no font where it is shown, and looks the same everywhere."""

from __future__ import annotations

import json
import math
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_LIKE_A_SPACE = frozenset("\t\n\r\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f")
_PLAIN = str.maketrans({"‐": "-", "‑": "-", "ʼ": "’", "'": "’", "″": "”", "′": "’", "−": "–"})


@dataclass(frozen=True, slots=True)
class Font:
    """Advances and outlines in thousandths of an em, y downwards from the base line."""

    glyphs: dict[str, tuple[int, str]]
    kerning: dict[str, int]
    capital: int

    def width(self, text: str, size: float, spacing: float = 0) -> float:
        """How wide a text is. ``spacing`` is added after each letter, in thousandths of an em."""
        return sum(self.steps(text, spacing)) * size / 1000

    def steps(self, text: str, spacing: float = 0) -> list[float]:
        """How far each letter moves the next one."""
        following = [*text[1:], ""]
        return [
            self.glyphs[letter][0] + self.kerning.get(letter + after, 0) + (spacing if after else 0)
            for letter, after in zip(text, following, strict=True)
        ]


@cache
def font() -> Font:
    """The letters that come with Proofolio."""
    source = files("proofolio.adapters.badges") / "font" / "roboto-condensed-bold.json"
    data = json.loads(source.read_text(encoding="utf-8"))
    glyphs = {letter: (advance, outline) for letter, (advance, outline) in data["glyphs"].items()}
    return Font(glyphs, data["kerning"], data["capital"])


def legible(text: str) -> str | None:
    """A text in letters that there are; None when it is written in others, which must not be drawn.

    Pictures, marks and invisible characters are left out; a letter never is.
    """
    known = font().glyphs
    kept = []
    for letter in unicodedata.normalize("NFC", text).translate(_PLAIN):
        if letter in _LIKE_A_SPACE:
            kept.append(" ")
        elif letter in known:
            kept.append(letter)
        elif unicodedata.category(letter)[0] in "LMN":
            return None
    return " ".join("".join(kept).split()) or None


def along(text: str, x: float, baseline: float, size: float, spacing: float = 0) -> str:
    """Outlines of a text in a line that begins at ``x``."""
    scale = size / 1000
    parts, at = [], x
    for letter, step in zip(text, font().steps(text, spacing), strict=True):
        outline = font().glyphs[letter][1]
        if outline:
            parts.append(
                f'<path transform="translate({n(at)} {n(baseline)}) scale({n(scale, 4)})" d="{outline}"/>'
            )
        at += step * scale
    return "".join(parts)


def around(
    text: str, centre: tuple[float, float], radius: float, size: float, spacing: float, *, below: bool = False
) -> str:
    """Outlines of a text on an arc, its middle at the top, or at the bottom and read from left to right."""
    scale = size / 1000
    steps = font().steps(text, spacing)
    angle = -sum(steps) * scale / 2 / radius
    parts = []
    for letter, step in zip(text, steps, strict=True):
        advance, outline = font().glyphs[letter]
        middle = angle + advance * scale / 2 / radius
        turned = -math.degrees(middle) if below else math.degrees(middle)
        shift = radius if below else -radius
        if outline:
            place = f"rotate({n(turned)} {n(centre[0])} {n(centre[1])})"
            start = f"translate({n(centre[0] - advance * scale / 2)} {n(centre[1] + shift)})"
            parts.append(f'<path transform="{place} {start} scale({n(scale, 4)})" d="{outline}"/>')
        angle += step * scale / radius
    return "".join(parts)


def n(value: float, places: int = 2) -> str:
    """A number as short as it can be written; the same on every machine."""
    text = f"{value:.{places}f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text

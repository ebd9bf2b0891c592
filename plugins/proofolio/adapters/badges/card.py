"""The picture that other sites show beside a link: 1200 × 630, drawn here, with letters as outlines."""

from __future__ import annotations

import io
import math
from functools import cache, lru_cache

import resvg_py
from PIL import Image

from proofolio.adapters.badges.lettering import along, font, legible, n
from proofolio.adapters.badges.palette import PAPER
from proofolio.adapters.badges.typesetting import shortened
from proofolio.core.publishing.head import SocialCard

WIDTH, HEIGHT = 1200, 630
_EDGE = 80.0
_BADGE = 440
_GROUND, _GROUND_LOW, _MARK, _QUIET = "#154652", "#0d333c", "#8fdccb", "#c4dfe3"
_TITLE, _SMALLEST, _LINES = 88.0, 52.0, 3
_COLOURS = 256
# A hill and a second one, as on the badges; it also stands where a name has letters that there are none for.
_HILLS = (
    f'<path fill="{_GROUND_LOW}" d="M0 470C220 400 380 560 640 520S1040 400 1200 450V630H0Z"/>'
    '<path fill="#0a2830" d="M0 560C300 500 520 600 760 575S1080 520 1200 545V630H0Z"/>'
)


def card_png(card: SocialCard, badge: bytes | None = None) -> bytes:
    """The card as PNG; the same bytes each time. ``badge`` is the PNG of a badge, to stand on the right.

    What many cards share is drawn once: the ground, a badge, a name. Drawing is the slow part.
    """
    room = WIDTH - 2 * _EDGE - (_BADGE + 30 if badge else 0)
    drawn = _ground().copy()
    if badge:
        place = round(WIDTH - _EDGE - _BADGE + 20), round((HEIGHT - _BADGE) / 2)
        picture = _shrunk(badge)
        drawn.paste(picture, place, picture)
    title = legible(card.title)
    lines, size = _set(title, room) if title else ((), 0.0)
    at = 190.0
    for each in lines:
        at += size * 1.08
        _write(drawn, each, at, size, PAPER)
    for text, baseline, height, colour, spacing in (
        (card.label.upper(), 146.0, 30.0, _MARK, 60.0),
        (card.under, at + 62, 38.0, _QUIET, 0.0),
        (card.issuer, HEIGHT - 56.0, 30.0, _QUIET, 0.0),
    ):
        if known := legible(text):
            _write(drawn, shortened(known, room, height, spacing), baseline, height, colour, spacing)
    few = drawn.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    made = io.BytesIO()
    few.save(made, "PNG", compress_level=6)
    return made.getvalue()


@cache
def _ground() -> Image.Image:
    mark = f'<rect x="{n(_EDGE)}" y="88" width="64" height="8" rx="4" fill="{_MARK}"/>'
    return _drawn(
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{_GROUND}"/>{_HILLS}{mark}', WIDTH, HEIGHT
    ).convert("RGB")


@lru_cache(maxsize=256)
def _shrunk(badge: bytes) -> Image.Image:
    return Image.open(io.BytesIO(badge)).convert("RGBA").resize((_BADGE, _BADGE), Image.Resampling.LANCZOS)


def _write(
    card: Image.Image, text: str, baseline: float, size: float, colour: str, spacing: float = 0
) -> None:
    line = _line(text, size, colour, spacing)
    card.paste(line, (round(_EDGE), round(baseline - size)), line)


@lru_cache(maxsize=1024)
def _line(text: str, size: float, colour: str, spacing: float) -> Image.Image:
    """One line of text on a clear ground, its base line ``size`` below the top."""
    outlines = along(text, 0, size, size, spacing)
    width = math.ceil(font().width(text, size, spacing)) + 2
    return _drawn(f'<g fill="{colour}">{outlines}</g>', width, math.ceil(size * 1.3))


def _drawn(inside: str, width: int, height: int) -> Image.Image:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{inside}</svg>'
    made = resvg_py.svg_to_bytes(svg_string=svg, width=width, height=height, skip_system_fonts=True)
    return Image.open(io.BytesIO(bytes(made))).convert("RGBA")


def _set(title: str, room: float) -> tuple[tuple[str, ...], float]:
    """The title on as few lines as hold it, in the largest size that fits."""
    size = _TITLE
    while True:
        lines = _wrapped(title.split(), room, size)
        if len(lines) <= (2 if size > 64 else _LINES) or size <= _SMALLEST:
            break
        size -= 6
    if len(lines) > _LINES:
        lines = [*lines[: _LINES - 1], " ".join(lines[_LINES - 1 :])]
    return tuple(lines), size


def _wrapped(words: list[str], room: float, size: float) -> list[str]:
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font().width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines

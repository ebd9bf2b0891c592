"""What holds the picture of a badge: rings, the banner with the title, a seal and ribbons for a pathway."""

from __future__ import annotations

import math
from collections.abc import Sequence

from proofolio.adapters.badges.lettering import along, around, font, n
from proofolio.adapters.badges.palette import GOLD, GOLD_DARK, GOLD_LIGHT, PAPER, Palette
from proofolio.adapters.badges.typesetting import Setting, set_title, shortened

CENTRE = (300.0, 284.0)
OUTER, INNER = 258.0, 210.0
BANNER_MIDDLE = 368.0
BANNER_LEFT, BANNER_RIGHT = 22.0, 578.0
_TEXT_WIDTH = 466.0
_RING_SIZES = (25.0, 23.0, 21.0, 19.0)
_RING_SPACING = 90.0
_ISSUER_ANGLE, _KIND_ANGLE = 2.75, 1.6


def rings(colours: Palette) -> str:
    """A dark ring between light lines, so that the badge stands out on any ground."""
    return (
        f'<circle cx="300" cy="284" r="{n(OUTER)}" fill="{PAPER}"/>'
        f'<circle cx="300" cy="284" r="{n(OUTER - 6)}" fill="{colours.ink}"/>'
        f'<circle cx="300" cy="284" r="{n(INNER + 5)}" fill="{PAPER}"/>'
    )


def seal(colours: Palette) -> str:
    """For a pathway: ribbons that hang down, and a golden rosette under the rings."""
    tails = ""
    for side in (-1, 1):
        points = [(300 + side * x, y) for x, y in ((38, 470), (128, 440), (186, 578), (134, 562), (112, 598))]
        tails += _edged(points, colours.sun, 5)
        fold = [(300 + side * x, y) for x, y in ((38, 470), (128, 440), (146, 484), (62, 520))]
        tails += f'<path d="{_line(fold)}" fill="{colours.ink}" fill-opacity="0.28"/>'
    return tails + _rosette(OUTER + 18, PAPER) + _rosette(OUTER + 13, GOLD) + _rosette(OUTER + 5, GOLD_LIGHT)


def gilding() -> str:
    """The golden lines along the rings of a pathway."""
    return "".join(
        f'<circle cx="300" cy="284" r="{n(radius)}" fill="none" stroke="{colour}" stroke-width="{n(width)}"/>'
        for radius, colour, width in ((OUTER - 3, GOLD_DARK, 3), (OUTER - 7, GOLD, 6), (INNER + 3, GOLD, 6))
    )


def ring_text(issuer: str | None, kinds: Sequence[str]) -> str:
    """Who issues it along the top of the ring, what it is along the bottom: the first that fits."""
    parts = _on_ring([issuer.upper()], _ISSUER_ANGLE, below=False) if issuer else ""
    parts += _on_ring([each.upper() for each in kinds], _KIND_ANGLE, below=True)
    return f'<g fill="{PAPER}">{parts}</g>'


def _on_ring(texts: Sequence[str], angle: float, *, below: bool) -> str:
    middle = (OUTER - 6 + INNER + 5) / 2
    for size in _RING_SIZES:
        capital = font().capital * size / 1000
        radius = middle + capital / 2 if below else middle - capital / 2
        for text in texts:
            if font().width(text, size, _RING_SPACING) <= radius * angle:
                return around(text, CENTRE, radius, size, _RING_SPACING, below=below)
    text = shortened(texts[-1], radius * angle, size, _RING_SPACING)
    return around(text, CENTRE, radius, size, _RING_SPACING, below=below)


def marks(count: int, y: float, colour: str, *, stars: bool) -> str:
    """A small mark for each of several criteria, or stars for a pathway; nine at the most."""
    shown = min(count, 9) if count > 1 else 0
    gap = 34.0 if stars else 22.0
    parts = ""
    for index in range(shown):
        x = 300 + gap * (index - (shown - 1) / 2)
        parts += _star(x, y, 15) if stars else f'<circle cx="{n(x)}" cy="{n(y)}" r="6"/>'
    return f'<g fill="{colour}">{parts}</g>'


def banner(title: str, colours: Palette, *, gilded: bool) -> str:
    """The title on a band across the badge, with folded ends."""
    setting = set_title(title, _TEXT_WIDTH)
    line = setting.size * 1.1
    height = max(86.0, line * len(setting.lines) + 30)
    top, bottom = BANNER_MIDDLE - height / 2, BANNER_MIDDLE + height / 2
    edge = GOLD if gilded else colours.ink
    ends = ""
    for side in (-1, 1):
        outer, inner = 300 + side * 296, 300 + side * 226
        tail = [
            (inner, top + 22),
            (outer, top + 22),
            (outer - side * 22, (top + bottom) / 2 + 22),
            (outer, bottom + 22),
            (inner, bottom + 22),
        ]
        ends += _edged(tail, colours.deep, 4)
        fold = [(300 + side * 262, bottom), (inner, bottom + 22), (inner, bottom)]
        ends += f'<path d="{_line(fold)}" fill="{colours.ink}"/>'
    width = 2 * 262
    whole = f'x="38" y="{n(top)}" width="{n(width)}" height="{n(height)}" rx="5"'
    inset = f'x="44" y="{n(top + 6)}" width="{n(width - 12)}" height="{n(height - 12)}" rx="2"'
    band = f'<rect {whole} fill="{PAPER}"/><rect {inset} fill="none" stroke="{edge}" stroke-width="3"/>'
    return ends + band + _title(setting, colours)


def _title(setting: Setting, colours: Palette) -> str:
    line = setting.size * 1.1
    capital = font().capital * setting.size / 1000
    first = BANNER_MIDDLE - line * (len(setting.lines) - 1) / 2 + capital / 2
    parts = "".join(
        along(text, 300 - font().width(text, setting.size) / 2, first + line * index, setting.size)
        for index, text in enumerate(setting.lines)
    )
    return f'<g fill="{colours.ink}">{parts}</g>'


def _edged(points: Sequence[tuple[float, float]], fill: str, width: float) -> str:
    """A shape with a light edge."""
    edge = f'stroke="{PAPER}" stroke-width="{n(width)}" stroke-linejoin="round"'
    return f'<path d="{_line(points)}" fill="{fill}" {edge}/>'


def _rosette(radius: float, fill: str) -> str:
    """A disc with a scalloped edge."""
    count, line = 32, ""
    valley = radius - 8
    bow = n(math.pi * valley / count * 1.08)
    for index in range(count + 1):
        angle = 2 * math.pi * index / count
        x, y = CENTRE[0] + valley * math.cos(angle), CENTRE[1] + valley * math.sin(angle)
        line += f"A{bow} {bow} 0 0 1 {n(x)} {n(y)}" if line else f"M{n(x)} {n(y)}"
    return f'<path d="{line}Z" fill="{fill}"/>'


def _star(x: float, y: float, radius: float) -> str:
    points = []
    for index in range(10):
        angle = math.pi * (index / 5 - 0.5)
        reach = radius * 0.45 if index % 2 else radius
        points.append((x + reach * math.cos(angle), y + reach * math.sin(angle)))
    return f'<path d="{_line(points)}"/>'


def _line(points: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{n(x)} {n(y)}" for x, y in points) + "Z"

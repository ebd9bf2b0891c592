"""What stands at the horizon of a badge's picture."""

from __future__ import annotations

import itertools

from proofolio.adapters.badges.brush import Point, disc, path, stroke
from proofolio.adapters.badges.chance import Chance
from proofolio.adapters.badges.lettering import n
from proofolio.adapters.badges.palette import PAPER, Palette, mixed

LEFT, RIGHT = 40.0, 560.0
FLOOR = 560.0


def peaks(chance: Chance, colours: Palette) -> str:
    """Three mountains with snow."""
    parts = []
    places = sorted((chance.between(90, 510) for _ in range(3)), key=lambda at: -abs(at - 300))
    for index, x in enumerate(places):
        top = chance.between(165, 205) - 22 * index
        half = chance.between(105, 150)
        parts.append(_peak(x, top, half, 330, colours.light if index < 2 else colours.mid, colours))
    return "".join(parts)


def mesas(chance: Chance, colours: Palette) -> str:
    """Flat-topped rocks in layers."""
    parts = []
    x = chance.between(20, 80)
    while x < RIGHT:
        width, top = chance.between(95, 170), chance.between(190, 245)
        slope = chance.between(16, 30)
        body = [(x, 330.0), (x + slope, top), (x + width - slope, top), (x + width, 330.0)]
        parts.append(path(body, colours.light))
        for at in (0.3, 0.62):
            y = top + (330 - top) * at
            inset = slope * (1 - at)
            stripe = [(x + inset, y), (x + width - inset, y), (x + width - inset, y + 7), (x + inset, y + 7)]
            parts.append(path(stripe, colours.mid, 0.55))
        x += width * chance.between(0.72, 1.05)
    return "".join(parts)


def domes(chance: Chance, colours: Palette) -> str:
    """Round hills."""
    parts = []
    for index in range(4):
        x, radius = 95 + 137 * index + chance.between(-25, 25), chance.between(78, 118)
        parts.append(disc(x, 318 + chance.between(-6, 18), radius, colours.light))
        parts.append(disc(x, 318 + radius * 0.3, radius * 0.72, colours.mid, 0.35))
    return "".join(parts)


def ranges(chance: Chance, colours: Palette) -> str:
    """Ridges one behind the other, the far ones paler."""
    parts = []
    for index, part in enumerate((0.4, 0.7, 1.0)):
        points: list[Point] = [(LEFT - 40, FLOOR)]
        x, up = LEFT - 40, bool(chance.below(2))
        while x < RIGHT + 60:
            height = chance.between(38, 62) if up else chance.between(2, 16)
            points.append((x, 232 + 28 * index - height))
            x += chance.between(34, 70)
            up = not up
        parts.append(path([*points, (RIGHT + 60, FLOOR)], mixed(colours.light, colours.sky, part)))
    return "".join(parts)


def summit(chance: Chance, colours: Palette) -> str:
    """One high peak between two others, a trail that winds up to it, a flag on top."""
    x, top = 300 + chance.between(-28, 28), 128.0
    sides = [
        _peak(x + side * chance.between(118, 150), chance.between(196, 222), 120, 340, colours.light, colours)
        for side in (-1, 1)
    ]
    main = _peak(x, top, chance.between(150, 172), 350, colours.mid, colours)
    pole = stroke(f"M{n(x)} {n(top + 4)}V{n(top - 44)}", colours.ink, 5)
    flag = path([(x + 2, top - 44), (x + 40, top - 33), (x + 2, top - 21)], colours.sun)
    turns = [(x, top + 70)]
    side = 1 if chance.below(2) else -1
    for step in range(1, 5):
        turns.append((x + side * (10 + 11 * step), top + 70 + 36 * step))
        side = -side
    trail = f"M{n(turns[0][0])} {n(turns[0][1])}"
    for (_, y), (bx, by) in itertools.pairwise(turns):
        trail += f"C{n(bx)} {n(y + 10)} {n(bx)} {n(by - 18)} {n(bx)} {n(by)}"
    dots = stroke(trail, PAPER, 7, "1 14")
    return "".join((*sides, main, dots, pole, flag))


def _peak(x: float, top: float, half: float, foot: float, fill: str, colours: Palette) -> str:
    """A mountain with its lit and its shaded side, and snow."""
    snow = 0.3
    drop = (foot - top) * snow
    left, right = x - half * snow, x + half * snow
    cap = [
        (x, top),
        (right, top + drop),
        (x + half * 0.11, top + drop * 0.68),
        (x, top + drop * 1.12),
        (x - half * 0.12, top + drop * 0.7),
        (left, top + drop),
    ]
    body = path([(x - half, foot), (x, top), (x + half, foot)], fill)
    shade = path([(x, top), (x + half, foot), (x + half * 0.12, foot)], colours.ink, 0.16)
    return body + shade + path(cap, PAPER)

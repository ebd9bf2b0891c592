"""What lies and grows in front, in a badge's picture."""

from __future__ import annotations

import math

from proofolio.adapters.badges.brush import Point, bar, disc, path
from proofolio.adapters.badges.chance import Chance
from proofolio.adapters.badges.lettering import n
from proofolio.adapters.badges.palette import Palette

FLOOR = 560.0


def rolling(chance: Chance, base: float, height: float) -> list[Point]:
    """The line of soft hills, as many points as make it look round."""
    one, two = chance.between(150, 230), chance.between(70, 110)
    shift, other = chance.between(0, 6.3), chance.between(0, 6.3)
    top = [
        (
            float(x),
            base + height * (0.7 * math.sin(x / one * 2 + shift) + 0.3 * math.sin(x / two * 2 + other)),
        )
        for x in range(20, 590, 10)
    ]
    return [(20.0, FLOOR), *top, (580.0, FLOOR)]


def pines(chance: Chance, colours: Palette, base: float) -> str:
    """A wood of firs."""
    ground = rolling(chance, base, 14)
    parts = [path(ground, colours.deep)]
    for x, y in ground[2:-2:2]:
        height, at = chance.between(42, 92), x + chance.between(-7, 7)
        for level in range(3):
            half, peak = height * (0.15 + 0.05 * level), y - 0.84 * height + height * 0.24 * level
            parts.append(
                path(
                    [(at - half, peak + height * 0.42), (at, peak), (at + half, peak + height * 0.42)],
                    colours.deep,
                )
            )
        parts.append(bar(at - 2.5, y - height * 0.14, 5, height * 0.2 + 8, colours.deep))
    return "".join(parts)


def rows(chance: Chance, colours: Palette, base: float) -> str:
    """A field in furrows that meet at the horizon."""
    meet = (chance.between(180, 420), base)
    parts = [path([(20, base), (580, base), (580, FLOOR), (20, FLOOR)], colours.light)]
    for each in range(-7, 8, 2):
        one, other = 300 + each * 92, 300 + (each + 1) * 92
        parts.append(path([meet, (one, FLOOR), (other, FLOOR)], colours.deep))
    return "".join(parts)


def waves(chance: Chance, colours: Palette, base: float) -> str:
    """A lake or the sea."""
    parts = []
    for index, (fill, opacity) in enumerate(((colours.light, 1.0), (colours.mid, 0.9), (colours.deep, 1.0))):
        length, shift, y = chance.between(62, 84), chance.between(0, 80), base - 26 + 25 * index
        line = f"M-20 {n(FLOOR)}V{n(y)}"
        x = -20 - shift
        while x < 600:
            line += f"Q{n(x + length / 2)} {n(y + 21)} {n(x + length)} {n(y)}"
            x += length
        parts.append(f'<path d="{line}V{n(FLOOR)}Z" fill="{fill}" fill-opacity="{n(opacity)}"/>')
    return "".join(parts)


def grove(chance: Chance, colours: Palette, base: float) -> str:
    """Trees with round crowns."""
    ground = rolling(chance, base, 16)
    parts = [path(ground, colours.deep)]
    for x, y in ground[3:-3:4]:
        radius, at = chance.between(17, 33), x + chance.between(-12, 12)
        parts.append(bar(at - 3.5, y - radius, 7, radius + 12, colours.ink))
        parts.append(disc(at, y - radius * 1.5, radius, colours.deep))
        parts.append(disc(at - radius * 0.25, y - radius * 1.72, radius * 0.6, colours.mid, 0.6))
    return "".join(parts)

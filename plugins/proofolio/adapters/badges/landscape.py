"""The picture in a badge: a landscape, another one for each name, all of one family."""

from __future__ import annotations

import math
from collections.abc import Callable

from proofolio.adapters.badges.backdrop import domes, mesas, peaks, ranges
from proofolio.adapters.badges.backdrop import summit as at_summit
from proofolio.adapters.badges.brush import disc, path
from proofolio.adapters.badges.chance import Chance
from proofolio.adapters.badges.foreground import grove, pines, rolling, rows, waves
from proofolio.adapters.badges.lettering import n
from proofolio.adapters.badges.palette import PAPER, Palette


def landscape(name: str, colours: Palette, *, summit: bool) -> str:
    """Sky, sun, a far ridge, hills and what grows in front. With a ``summit``: its peak, trail and flag."""
    chance = Chance(f"landscape:{name}")
    far: Callable[[Chance, Palette], str] = chance.one_of((peaks, mesas, domes, ranges))
    near: Callable[[Chance, Palette, float], str] = chance.one_of((pines, rows, waves, grove))
    parts = [_sky(chance, colours), at_summit(chance, colours) if summit else far(chance, colours)]
    base = chance.between(268, 292)
    parts.append(path(rolling(chance, base, 26), colours.mid))
    parts.append(near(chance, colours, base + chance.between(34, 48)))
    return "".join(parts)


def _sky(chance: Chance, colours: Palette) -> str:
    x, y = chance.between(205, 395), chance.between(140, 200)
    radius = chance.between(34, 50)
    style = chance.below(3)
    parts = [f'<rect x="0" y="0" width="600" height="600" fill="{colours.sky}"/>']
    if style == 0:
        for step in (3.4, 2.3):
            parts.append(disc(x, y, radius * step, PAPER, 0.45))
    elif style == 1:
        count = 9 + 2 * chance.below(4)
        turn = chance.part()
        for each in range(count):
            one, other = (2 * math.pi * (each + turn + shift) / count for shift in (-0.22, 0.22))
            fan = [(x, y), *((x + 620 * math.cos(at), y + 620 * math.sin(at)) for at in (one, other))]
            parts.append(path(fan, PAPER, 0.55))
    else:
        for each in range(3):
            width, height = chance.between(90, 170), chance.between(13, 18)
            left, top = chance.between(70, 400), 120 + 46 * each + chance.between(-9, 9)
            parts.append(
                f'<rect x="{n(left)}" y="{n(top)}" width="{n(width)}" height="{n(height)}" '
                f'rx="{n(height / 2)}" fill="{PAPER}" fill-opacity="0.75"/>'
            )
    parts.append(disc(x, y, radius, colours.sun))
    return "".join(parts)

"""The few strokes that a badge's picture is made of."""

from __future__ import annotations

from collections.abc import Sequence

from proofolio.adapters.badges.lettering import n

Point = tuple[float, float]


def path(points: Sequence[Point], fill: str, opacity: float = 1.0) -> str:
    """A shape with straight sides."""
    line = "M" + "L".join(f"{n(x, 1)} {n(y, 1)}" for x, y in points) + "Z"
    return f'<path d="{line}" fill="{fill}"{_opacity(opacity)}/>'


def disc(x: float, y: float, radius: float, fill: str, opacity: float = 1.0) -> str:
    """A filled circle."""
    return f'<circle cx="{n(x, 1)}" cy="{n(y, 1)}" r="{n(radius, 1)}" fill="{fill}"{_opacity(opacity)}/>'


def bar(x: float, y: float, width: float, height: float, fill: str) -> str:
    """An upright rectangle."""
    return f'<rect x="{n(x)}" y="{n(y)}" width="{n(width)}" height="{n(height)}" fill="{fill}"/>'


def stroke(line: str, colour: str, width: float, dashes: str = "") -> str:
    """A line with round ends, along SVG path data."""
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    look = f'stroke="{colour}" stroke-width="{n(width)}" stroke-linecap="round"{dashed}'
    return f'<path d="{line}" fill="none" {look}/>'


def _opacity(value: float) -> str:
    return "" if value == 1.0 else f' fill-opacity="{n(value)}"'

"""The same picture as PNG, for wallets and social networks that take no SVG."""

from __future__ import annotations

import resvg_py

from proofolio.adapters.badges.art import SIZE, Art, svg


def png(art: Art, size: int = SIZE) -> bytes:
    """The picture as a PNG with a clear ground, ``size`` pixels wide and high; the same bytes each time."""
    return bytes(resvg_py.svg_to_bytes(svg_string=svg(art), width=size, height=size, skip_system_fonts=True))

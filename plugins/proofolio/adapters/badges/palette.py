"""The colours of a badge: a few sets that were chosen by eye, one of which a framework's domain gets."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.adapters.badges.chance import Chance

PAPER = "#fffaf0"
GOLD, GOLD_LIGHT, GOLD_DARK = "#d9a52b", "#f6d679", "#8a5f0e"


@dataclass(frozen=True, slots=True)
class Palette:
    """From the darkest to the lightest, then the sky and the sun. ``ink`` carries and is the text."""

    name: str
    ink: str
    deep: str
    mid: str
    light: str
    sky: str
    sun: str


PALETTES = (
    Palette("forest", "#12362f", "#1f5c4a", "#3f8f6b", "#9cc9a0", "#f6e6bd", "#f08a3c"),
    Palette("lake", "#11304f", "#1f5480", "#3b86ae", "#93c6d6", "#fae8c6", "#ef7f4d"),
    Palette("canyon", "#4a1d24", "#8a2f2c", "#c6553a", "#eb9a62", "#fce2b8", "#f9c24c"),
    Palette("dusk", "#2c1f4a", "#513a7d", "#8460ad", "#c69bcb", "#fddcc0", "#f59a4c"),
    Palette("coast", "#0f3b45", "#17646b", "#2f9c95", "#93d0c0", "#fde8c4", "#f26b5b"),
    Palette("prairie", "#3d310f", "#6d5a17", "#ad8d26", "#dcc163", "#fbf1d0", "#d9552f"),
    Palette("berry", "#451536", "#7d2457", "#b94679", "#e592a5", "#fde1cf", "#f4b04a"),
    Palette("slate", "#1f2a3d", "#3d4f6d", "#6a83a6", "#b3c5d6", "#f7ecd3", "#e8903a"),
    Palette("night", "#0d1b3a", "#1f3570", "#4463b0", "#8fa9dc", "#f6ddc6", "#f2b34b"),
    Palette("moss", "#26340f", "#4a6418", "#7d9a33", "#bccf7c", "#fbeec4", "#e2703a"),
)


def palette_of(domain: str) -> Palette:
    """The same for the same domain, wherever and whenever it is asked."""
    return PALETTES[Chance(f"palette:{domain}").below(len(PALETTES))]


def mixed(one: str, other: str, part: float) -> str:
    """``part`` of the first colour in the second."""
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a * part + b * (1 - part)):02x}" for a, b in pairs)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2, 1.4.3)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

"""The picture of a micro-credential or a pathway: drawn from what it is, the same each time."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from xml.sax.saxutils import escape

from proofolio.adapters.badges.frame import CENTRE, INNER, banner, gilding, marks, ring_text, rings, seal
from proofolio.adapters.badges.landscape import landscape
from proofolio.adapters.badges.lettering import legible, n
from proofolio.adapters.badges.palette import GOLD_LIGHT, PAPER, palette_of

SIZE = 600
"""Width and height of the picture, in its own units."""
_STARS = 3


class Achieved(StrEnum):
    """What a badge is for."""

    MICRO_CREDENTIAL = "micro-credential"
    PATHWAY = "pathway"


@dataclass(frozen=True, slots=True)
class Art:
    """What the picture is drawn from.

    ``id`` gives the landscape, ``domain`` (``framework/domain``) the colours. ``criteria`` is how many
    the rubric has, ``hours`` the clock hours on award; both may be left out.
    """

    id: str
    title: str
    issuer: str
    kind: Achieved = Achieved.MICRO_CREDENTIAL
    domain: str = ""
    criteria: int = 0
    hours: float | None = None

    @property
    def description(self) -> str:
        """The picture in words, for people who do not see it."""
        hours = f" It counts for {self.hours:g} hours." if self.hours else ""
        return (
            f"The badge for the {self.kind.value} “{_plain(self.title)}” from {_plain(self.issuer)}.{hours}"
        )


def svg(art: Art) -> str:
    """The picture as SVG. Letters are outlines: it needs no font, nothing from elsewhere and no script."""
    colours = palette_of(art.domain)
    pathway = art.kind is Achieved.PATHWAY
    title, issuer = legible(art.title), legible(art.issuer)
    mark = hashlib.sha256(repr(art).encode("utf-8", "replace")).hexdigest()[:10]
    hole = f'<circle cx="{n(CENTRE[0])}" cy="{n(CENTRE[1])}" r="{n(INNER)}"/>'
    place = "" if pathway else ' transform="translate(0 14)"'
    drawn = [
        seal(colours) if pathway else "",
        rings(colours),
        gilding() if pathway else "",
        f'<g clip-path="url(#c{mark})">{_picture(art, lowered=title is None)}</g>',
        _earth(art, title is not None),
        ring_text(issuer, _kinds(art)),
        banner(title, colours, gilded=pathway) if title else "",
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}" width="{SIZE}" height="{SIZE}" '
        f'role="img" aria-labelledby="t{mark} d{mark}">'
        f'<title id="t{mark}">{escape(_plain(art.title))}</title>'
        f'<desc id="d{mark}">{escape(art.description)}</desc>'
        f'<defs><clipPath id="c{mark}">{hole}</clipPath></defs>'
        f"<g{place}>{''.join(drawn)}</g></svg>\n"
    )


def _picture(art: Art, *, lowered: bool) -> str:
    """The landscape; without a banner in front of it, further down and larger."""
    colours = palette_of(art.domain)
    picture = landscape(art.id, colours, summit=art.kind is Achieved.PATHWAY)
    if not lowered:
        return picture
    sky = f'<rect x="0" y="0" width="{SIZE}" height="{SIZE}" fill="{colours.sky}"/>'
    return f'{sky}<g transform="translate(-60 20) scale(1.2)">{picture}</g>'


def _kinds(art: Art) -> tuple[str, ...]:
    """What it is and how many hours it counts for, from the fullest wording to the shortest."""
    name = "Pathway" if art.kind is Achieved.PATHWAY else "Micro-credential"
    if not art.hours:
        return (name,)
    unit = "hour" if art.hours == 1 else "hours"
    return f"{name} · {art.hours:g} {unit}", f"{name} · {art.hours:g} h", name


def _earth(art: Art, has_banner: bool) -> str:
    """The marks below the banner; without a banner they stand on the landscape."""
    pathway = art.kind is Achieved.PATHWAY
    y = 468.0 if has_banner else 440.0
    return marks(_STARS if pathway else art.criteria, y, GOLD_LIGHT if pathway else PAPER, stars=pathway)


def _plain(text: str) -> str:
    """Without characters that XML cannot hold."""
    kept = "".join(each if each.isprintable() or each == " " else " " for each in text)
    return " ".join(kept.split())

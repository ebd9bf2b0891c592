"""What machines are told of a page: search engines, networks that show a picture of it, feed readers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Told = Mapping[str, Any]
"""A JSON object. A value ``{PLACE: uri}`` in it stands for the web address of a page or file."""
PLACE = "@place"


@dataclass(frozen=True, slots=True)
class SocialCard:
    """A picture of 1200 × 630 pixels to be shown beside a link to a page.

    ``title`` and ``under`` are drawn, as far as there are letters for them; ``label`` says what sort of
    thing it is, ``issuer`` whose site. ``badge`` is the URI (without ending) of a badge to draw beside
    them. ``alt`` is the picture in words.
    """

    uri: str
    title: str
    under: str
    label: str
    issuer: str
    alt: str
    badge: str | None = None


@dataclass(frozen=True, slots=True)
class Followed:
    """A feed that belongs to a page: its address, and what it is called."""

    title: str
    uri: str


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of one page says.

    ``kind`` is Open Graph's type; ``changed`` the ISO day of the last known change, for the sitemap;
    ``graph`` what the page is about in the words of schema.org.
    """

    kind: str
    card: str | None
    alt: str
    follow: tuple[Followed, ...]
    changed: str | None
    graph: tuple[Told, ...]

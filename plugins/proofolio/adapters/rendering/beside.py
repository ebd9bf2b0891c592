"""Files that belong to the pages of a site on the web: feeds, pictures for links, and what robots ask for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from proofolio.adapters.badges.album import Album
from proofolio.adapters.rendering.atom import atom
from proofolio.core.model.address import on_web
from proofolio.core.publishing.page import SitePlan

ROBOTS = "robots.txt"


def beside(
    plan: SitePlan, album: Album, site: str | None, language: str, made: Mapping[str, str | bytes]
) -> Iterator[tuple[str, bytes]]:
    """Address and bytes of each. ``site`` is the site's web address: all of this names it, so without one
    there is none of it. ``made`` has the badges, which some pictures show, ``album`` the pictures of before.
    """
    if not site:
        yield ROBOTS, b"User-agent: *\nDisallow: /\n"
        return
    yield ROBOTS, f"User-agent: *\nAllow: /\nSitemap: {on_web(site, 'sitemap.xml')}\n".encode()
    for feed in plan.feeds:
        yield feed.uri, atom(feed, site, language)
    for card in plan.cards:
        badge = made.get(f"{card.badge}.png") if card.badge else None
        yield card.uri, album.png(card, badge if isinstance(badge, bytes) else None)

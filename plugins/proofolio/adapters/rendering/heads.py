"""What the head of a page tells machines: description, pictures for links, feeds, schema.org."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from proofolio.adapters.rendering.atom import TYPE
from proofolio.core.language.say import say, spoken
from proofolio.core.model.address import on_web
from proofolio.core.publishing.head import PLACE, Head
from proofolio.core.publishing.page import Page

_HEAD_ENDS = re.compile(r"</head>", re.IGNORECASE)
_ENDS = re.compile(r"</div>\s*\Z")
_META = Markup('<meta property="{}" content="{}">')
_NAMED = Markup('<meta name="{}" content="{}">')
_FEED = Markup('<link rel="alternate" type="' + TYPE + '" title="{}" href="{}">')
_LINK = Markup('<a href="{}">{}</a>')
_DATA = '<script type="application/ld+json">{}</script>'
_WIDTH, _HEIGHT = 1200, 630
_ESCAPED = {ord(each): f"\\u{ord(each):04x}" for each in "<>&\u2028\u2029"}

Link = Callable[[str], str]


def tell(html: str, page: Page, site: str | None, name: str, link: Link) -> str:
    """The page's HTML with what machines are told in its head.

    ``site`` is the site's web address, without which there is nothing to tell; ``name`` the site's name;
    ``link`` makes addresses from the page.
    """
    if page.head is None or not site:
        return html
    told = "".join((*_tags(page, page.head, site, name), *_feeds(page.head, link), _data(page.head, site)))
    return _HEAD_ENDS.sub(lambda end: told + end[0], html, count=1)


def follow(html: str, page: Page, link: Link) -> str:
    """The page's content with its feeds at the end, for people."""
    feeds = page.head.follow if page.head else ()
    if not feeds:
        return html
    links = Markup(" · ").join(_LINK.format(link(each.uri), each.title) for each in feeds)
    label = say("Follow with a feed reader:")
    line = Markup('<p class="pf-follow"><span>{}</span> {}</p>\n</div>').format(label, links)
    return _ENDS.sub(lambda end: str(line), html, count=1)


def _tags(page: Page, head: Head, site: str, name: str) -> list[Markup]:
    tags = [
        _META.format("og:type", head.kind),
        _META.format("og:site_name", name),
        _META.format("og:title", page.title),
        _META.format("og:description", page.description),
        _META.format("og:url", on_web(site, page.uri)),
    ]
    if "-" in spoken().code:
        tags.append(_META.format("og:locale", spoken().code.replace("-", "_")))
    if head.card is None:
        return [*tags, _NAMED.format("twitter:card", "summary")]
    return [
        *tags,
        _META.format("og:image", on_web(site, head.card)),
        _META.format("og:image:type", "image/png"),
        _META.format("og:image:width", _WIDTH),
        _META.format("og:image:height", _HEIGHT),
        _META.format("og:image:alt", head.alt),
        _NAMED.format("twitter:card", "summary_large_image"),
    ]


def _feeds(head: Head, link: Link) -> list[Markup]:
    return [_FEED.format(each.title, link(each.uri)) for each in head.follow]


def _data(head: Head, site: str) -> str:
    """A block of data, which no browser runs; nothing in it can end it."""
    if not head.graph:
        return ""
    graph = [_placed(each, site) for each in head.graph]
    document = {"@context": "https://schema.org", **(graph[0] if len(graph) == 1 else {"@graph": graph})}
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return _DATA.format(text.translate(_ESCAPED))


def _placed(value: Any, site: str) -> Any:
    """The same with web addresses in the places of pages and files."""
    if isinstance(value, dict):
        if PLACE in value:
            return on_web(site, value[PLACE]) + value.get("then", "")
        return {key: _placed(each, site) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_placed(each, site) for each in value]
    return value

"""Feeds as Atom (RFC 4287)."""

from __future__ import annotations

import re
from datetime import date
from xml.etree import ElementTree as Xml

from proofolio.core.model.address import on_web
from proofolio.core.publishing.feed import Feed, News

ATOM = "http://www.w3.org/2005/Atom"
TYPE = "application/atom+xml"
_NEVER = "1970-01-01T00:00:00Z"
"""When nothing has happened yet, a feed must still say when it changed last."""
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

Xml.register_namespace("", ATOM)


def atom(feed: Feed, site: str, language: str) -> bytes:
    """The feed as XML. ``site`` is the site's web address; all addresses in the feed begin with it."""
    own = on_web(site, feed.uri)
    root = Xml.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": language})
    _text(root, "id", own)
    _text(root, "title", feed.title)
    _text(root, "updated", max((_moment(each.on) for each in feed.news), default=_NEVER))
    _author(root, feed.issuer)
    _add(root, "link", {"rel": "self", "type": TYPE, "href": own})
    _add(root, "link", {"rel": "alternate", "type": "text/html", "href": on_web(site, feed.home)})
    _text(root, "generator", "Proofolio")
    for each in feed.news:
        _entry(root, each, site)
    Xml.indent(root, " ")
    made: bytes = Xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return made + b"\n"


def _entry(root: Xml.Element, news: News, site: str) -> None:
    page = on_web(site, news.uri)
    entry = _add(root, "entry")
    _text(entry, "id", f"{page}#{news.part}")
    _text(entry, "title", news.title)
    _text(entry, "updated", _moment(news.on))
    _text(entry, "published", _moment(news.first))
    _author(entry, news.author)
    _add(entry, "link", {"rel": "alternate", "type": "text/html", "href": page})
    for ref, subject in zip(news.refs, news.subjects, strict=True):
        _add(entry, "category", {"term": ref, "label": _legal(subject)})
    _text(entry, "summary", news.summary)


def _author(parent: Xml.Element, name: str) -> None:
    _text(_add(parent, "author"), "name", name)


def _text(parent: Xml.Element, name: str, text: str) -> None:
    _add(parent, name).text = _legal(text)


def _add(parent: Xml.Element, name: str, attributes: dict[str, str] | None = None) -> Xml.Element:
    return Xml.SubElement(parent, f"{{{ATOM}}}{name}", attributes or {})


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _legal(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return _ILLEGAL.sub("", text)

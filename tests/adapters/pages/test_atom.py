"""Feeds are Atom as RFC 4287 says, whatever people call their work."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urlsplit
from xml.etree import ElementTree as Xml

import pytest

from proofolio.adapters.rendering.atom import ATOM, atom
from proofolio.core.publishing.feed import Feed, News

SITE = "https://valley.example.org/base/"
TITLES = [
    "Plain",
    "a < b & c > d",
    "حساب النِّسَب",
    "Ratios 🧮 👩🏽‍🏫",
    "“quoted” ]]> <!-- -->",
    "tab\tand\x07bell",
    "e\u0301",
]


def news(title: str, number: int = 1) -> News:
    return News(
        f"portfolios/ann/work-{number}/index.md",
        "work",
        title,
        f"About {title}",
        "ann",
        "Ann Exämple",
        "north",
        date(2026, 11, number),
        date(2026, 10, 1),
        ("main/mastery",),
        (title,),
    )


def parsed(*titles: str) -> Xml.Element:
    feed = Feed("feed.xml", "index.md", "What is new", "Valley", tuple(map(news, titles, range(1, 20))))
    return Xml.fromstring(atom(feed, SITE, "en"))


def texts(parent: Xml.Element, name: str) -> list[str]:
    return [each.text or "" for each in parent.findall(f"{{{ATOM}}}{name}")]


def check(root: Xml.Element) -> None:
    """The rules of RFC 4287 that a feed can break."""
    moment = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)")
    assert root.tag == f"{{{ATOM}}}feed"
    entries = root.findall(f"{{{ATOM}}}entry")
    for each in (root, *entries):
        for name in ("id", "title", "updated"):
            (found,) = texts(each, name)  # 4.1.1, 4.1.2: exactly one
            assert found.strip()
        assert moment.fullmatch(texts(each, "updated")[0])
        assert urlsplit(texts(each, "id")[0]).scheme
        (author,) = each.findall(f"{{{ATOM}}}author")
        assert texts(author, "name")[0]
        links = each.findall(f"{{{ATOM}}}link")
        assert all(urlsplit(one.attrib["href"]).scheme == "https" for one in links)
        kinds = [(one.attrib["rel"], one.attrib["type"]) for one in links]
        assert len(set(kinds)) == len(kinds)  # 4.1.1: no two alternates of one type
        assert any(rel == "alternate" for rel, _ in kinds)
    assert [one.attrib["rel"] for one in root.findall(f"{{{ATOM}}}link")] == ["self", "alternate"]
    ids = [texts(each, "id")[0] for each in entries]
    assert len(set(ids)) == len(ids)
    for each in entries:
        assert len(texts(each, "summary")) == 1
        assert all(one.attrib["term"] for one in each.findall(f"{{{ATOM}}}category"))


@pytest.mark.parametrize("title", TITLES)
def test_any_title_makes_a_valid_feed_and_comes_out_as_it_went_in(title: str) -> None:
    root = parsed(title)
    check(root)
    (entry,) = root.findall(f"{{{ATOM}}}entry")
    assert texts(entry, "title") == [title.replace("\x07", "")]


def test_ids_and_addresses_are_whole_and_stay_the_same() -> None:
    root = parsed("One", "Two")
    assert texts(root, "id") == ["https://valley.example.org/base/feed.xml"]
    entries = root.findall(f"{{{ATOM}}}entry")
    assert texts(entries[0], "id") == ["https://valley.example.org/base/portfolios/ann/work-1/#work"]
    assert texts(root, "updated") == ["2026-11-02T00:00:00Z"]


def test_an_empty_feed_is_valid_too() -> None:
    check(parsed())


def test_the_same_news_give_the_same_bytes() -> None:
    feed = Feed("feed.xml", "index.md", "New", "Valley", (news("One"),))
    assert atom(feed, SITE, "es") == atom(feed, SITE.rstrip("/"), "es")


def test_feed_readers_agree() -> None:
    feedparser = pytest.importorskip("feedparser")
    feed = Feed("feed.xml", "index.md", "New", "Valley", tuple(map(news, TITLES, range(1, 20))))
    read = feedparser.parse(atom(feed, SITE, "en"))
    assert not read.bozo
    assert read.version == "atom10"
    assert len(read.entries) == len(TITLES)

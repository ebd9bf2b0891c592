"""What machines are told in a page's head cannot break out of it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape

import pytest
from tests.core.publishing.builders import district, page, portfolio, reviewed, site, submission

from proofolio.adapters.rendering.heads import follow, tell
from proofolio.adapters.rendering.inline_scripts import inline_scripts
from proofolio.core.publishing.page import Page

SITE = "https://valley.example.org/"
HTML = "<html><head><title>x</title></head><body>y</body></html>"
NASTY = [
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<!-- ",
    "a & b \u2028 c",
    "🧮 حساب",
]


def work(title: str = "Plain") -> Page:
    made = reviewed(replace(submission("ann", "paced"), title=title))
    return page(site(district(portfolio("ann", made))), "portfolios/ann/paced/index.md")


def told(given: Page) -> str:
    return tell(HTML, given, SITE, "Valley", lambda uri: f"../../../{uri}")


@pytest.mark.parametrize("title", NASTY)
def test_no_title_gets_out_of_its_place(title: str) -> None:
    html = told(work(title))
    assert inline_scripts(html) == ()
    assert html.count("<script") == html.count("</script>") == 1
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert not set("<>&\u2028") & set(block)
    graph = json.loads(block)["@graph"]
    assert graph[0]["name"] == title
    (shown,) = re.findall(r'<meta property="og:title" content="([^"]*)">', html)
    assert unescape(shown) == title
    assert html.endswith("</head><body>y</body></html>")


def test_addresses_are_whole() -> None:
    html = told(work())
    assert '"url":"https://valley.example.org/portfolios/ann/paced/"' in html
    assert 'content="https://valley.example.org/portfolios/ann/card.png"' in html
    assert "@place" not in html
    for name in ("og:image:width", "og:image:height", "og:image:alt", "og:description", "og:url", "og:type"):
        assert html.count(f'property="{name}"') == 1
    assert 'name="twitter:card" content="summary_large_image"' in html


def test_the_search_is_told_of_at_the_front_door() -> None:
    html = told(page(site(district()), "index.md"))
    assert '"urlTemplate":"https://valley.example.org/search/?q={search_term_string}"' in html


def test_a_site_without_an_address_tells_nothing() -> None:
    assert tell(HTML, work(), None, "Valley", str) == HTML
    assert tell(HTML, work(), "", "Valley", str) == HTML


def test_feeds_are_linked_for_machines_and_for_people() -> None:
    given = page(site(district(portfolio("ann", submission("ann", "paced")))), "portfolios/ann/index.md")
    html = told(given)
    assert re.search(
        r'<link rel="alternate" type="application/atom\+xml" title="[^"]+" href="[^"]+feed.xml">', html
    )
    content = follow('<div class="pf" id="pf">\n<p>x</p>\n</div>', given, lambda uri: uri)
    assert content.count("feed.xml") == 1
    assert content.endswith("</p>\n</div>")
    assert follow("<div></div>", work(), str) == "<div></div>"

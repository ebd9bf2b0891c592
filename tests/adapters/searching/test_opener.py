"""The way to the search in the head of every page."""

from __future__ import annotations

import re

import pytest

from proofolio.adapters.searching.finder import scripts
from proofolio.adapters.searching.opener import opened, searching

HEADS = {
    "with a switch of colours": '<header class="md-header"><nav><a>x</a><form class="md-header__option">'
    "</form></nav></header>",
    "without one": '<header class="md-header"><nav><a>x</a></nav></header>',
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_every_head_gets_one_link_and_is_otherwise_left_alone(head: str) -> None:
    html = f"<!doctype html><head></head><body>{head}<nav></nav></body>"
    made = opened(html, "../search/", "../find.js")
    assert made.count("pf-seek") == 2
    assert 'href="../search/" data-pf-seek="../find.js"' in made
    link = made[made.index("<a class=") : made.index("</a>\n") + 5]
    assert made.replace(link, "") == html


def test_a_page_without_a_header_stays_as_it_is() -> None:
    assert opened("<p>x</p>", "search/", "find.js") == "<p>x</p>"


def test_without_a_search_the_link_leads_to_the_lists() -> None:
    made = opened(HEADS["without one"], "search/", None)
    assert 'href="search/"' in made
    assert "data-pf-seek" not in made
    page = searching("<head></head><p data-pf-trouble hidden>", lambda path: f"../{path}", works=False)
    assert "<script" not in page
    assert "<p data-pf-trouble>" in page


def test_the_page_that_searches_has_its_script() -> None:
    page = searching("<head></head><p data-pf-trouble hidden>", lambda path: f"../{path}", works=True)
    assert '<script type="module" src="../assets/proofolio/find/page.js"></script></head>' in page
    assert "data-pf-trouble hidden" in page


def test_our_scripts_put_in_text_as_text_and_ask_nobody_else() -> None:
    for path, data in scripts().items():
        text = data.decode()
        assert not re.search(r"innerHTML|insertAdjacentHTML|outerHTML|document\.write|eval\(", text), path
        assert not re.search(r"https?://", text), path

"""Links to forms and into the forge: large enough, reached by keyboard, dated when they are followed."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from tests.e2e.browse import DESKTOP, NARROWEST, PAGES, open_page

pytestmark = pytest.mark.slow

KINDS = ("portfolio", "submission earned", "micro-credential", "competency")
LINKS = ".pf-actions a.pf-button"
FOLD = ".pf-actions__fold > summary"
FORGE = "https://forge.example.org/cedar-valley/portfolios/"


@pytest.mark.parametrize("kind", KINDS)
def test_every_target_is_large_enough_and_leads_to_a_form_or_to_the_forge(
    browser: Any, address: str, kind: str
) -> None:
    page, trouble = open_page(browser, address + PAGES[kind], NARROWEST)
    page.evaluate("document.querySelectorAll('.pf-actions details').forEach(each => { each.open = true })")
    targets = page.query_selector_all(f"{LINKS}, .pf-actions summary")
    boxes = [each.bounding_box() for each in targets]
    found = [
        (each.get_attribute("href"), each.get_attribute("rel")) for each in page.query_selector_all(LINKS)
    ]
    words = page.inner_text(".pf-actions")
    page.context.close()
    assert boxes
    assert all(box["width"] >= 44 and box["height"] >= 43.5 for box in boxes)
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= NARROWEST[0] for box in boxes)
    forms = [href for href, _ in found if "/write/" in href]
    assert all(each.startswith("../") for each in forms)
    assert all(href.startswith(FORGE) and rel == "noopener" for href, rel in found if href not in forms)
    assert bool(forms) == (kind != "competency")
    assert "belongs to nobody" in words
    assert trouble == []


def test_they_are_reached_by_keyboard_and_seen_when_they_are(browser: Any, address: str) -> None:
    page, _ = open_page(browser, address + PAGES["portfolio"])
    folded = page.is_visible(LINKS)
    page.query_selector(FOLD).focus()
    page.keyboard.press("Enter")
    reached = []
    for _ in range(6):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate(
                "(() => { const each = document.activeElement;"
                " return [each.textContent, getComputedStyle(each).outlineStyle]; })()"
            )
        )
    page.context.close()
    assert not folded, "most readers only read"
    assert ["Add a reflection to the log", "solid"] in reached
    assert {style for _, style in reached} == {"solid"}


def test_a_new_review_is_dated_when_the_link_is_followed(browser: Any, address: str) -> None:
    page, _ = open_page(
        browser, address + PAGES["submission earned"], DESKTOP, timezone_id="Pacific/Auckland"
    )
    page.route(f"{FORGE}**", lambda route: route.fulfill(body="the editor"))
    page.click(FOLD)
    page.click("text=Write a review")
    page.wait_for_url(f"{FORGE}**")
    (name,) = parse_qs(urlsplit(page.url).query)["filename"]
    today = page.evaluate("new Date().toLocaleDateString('sv-SE', {timeZone: 'Pacific/Auckland'})")
    page.context.close()
    assert re.fullmatch(rf"portfolios/amina-yusuf/menu-maths/reviews/{today}-[a-z-]+\.md", name)


@pytest.mark.parametrize("kind", KINDS)
def test_they_are_not_on_paper(browser: Any, address: str, kind: str) -> None:
    page, _ = open_page(browser, address + PAGES[kind])
    page.emulate_media(media="print")
    shown = page.is_visible(".pf-actions")
    page.context.close()
    assert not shown

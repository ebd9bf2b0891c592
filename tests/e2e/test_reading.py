"""Reading in other ways: without script, in the dark, on paper, by keyboard, over a slow line."""

from __future__ import annotations

import gzip
from typing import Any

import pytest
from tests.e2e.browse import DESKTOP, PAGES, PHONE, open_page

pytestmark = pytest.mark.slow

NAVIGATION = ".md-header, .md-tabs, .md-sidebar, .md-footer, .md-top, .pf-filter, .pf-jump, .pf-doors"
FIRST_VISIT = 150_000


def test_a_portfolio_reads_without_script(browser: Any, address: str) -> None:
    page, _ = open_page(browser, address + PAGES["portfolio"], PHONE, java_script_enabled=False)
    assert page.get_by_role("heading", level=1).inner_text() == "Amina Yusuf"
    assert page.get_by_role("link", name="Menu maths: ratios with a real restaurant").first.is_visible()
    assert page.get_by_role("table", name="1 of 12 competencies demonstrated").is_visible()
    entry = page.locator(".pf-log__entry").first
    assert not entry.locator(".prose").is_visible()
    entry.locator("summary").click()
    assert entry.locator(".prose").is_visible()
    page.context.close()


def test_every_card_is_there_without_script(browser: Any, address: str) -> None:
    page, _ = open_page(browser, address + PAGES["library"], java_script_enabled=False)
    assert page.get_by_role("link", name="Pace a unit for mastery").is_visible()
    assert not page.locator(".pf-filter").is_visible()
    page.context.close()


def test_the_dark_can_be_chosen_and_stays(browser: Any, address: str) -> None:
    page, trouble = open_page(browser, address + PAGES["portfolio"])
    scheme = "document.body.getAttribute('data-md-color-scheme')"
    ground = "getComputedStyle(document.body).backgroundColor"
    bright = page.evaluate(ground)
    assert page.evaluate(scheme) == "default"
    page.get_by_title("Switch to dark colours").click()
    assert page.evaluate(scheme) == "slate"
    assert page.evaluate(ground) != bright
    page.goto(address + PAGES["submission earned"], wait_until="networkidle")
    assert page.evaluate(scheme) == "slate"
    page.context.close()
    assert trouble == []


ON_PAPER = ["landing", "portfolio", "submission earned", "competency", "library", "guide"]


@pytest.mark.parametrize("kind", ON_PAPER)
def test_paper_has_the_words_and_no_navigation(browser: Any, address: str, kind: str) -> None:
    page, _ = open_page(browser, address + PAGES[kind])
    page.emulate_media(media="print")
    left = [each.get_attribute("class") for each in page.locator(NAVIGATION).all() if each.is_visible()]
    title = page.get_by_role("heading", level=1)
    paper = page.pdf(format="A4")
    assert left == []
    assert title.is_visible()
    assert paper.startswith(b"%PDF")
    page.context.close()


def test_paper_unfolds_what_was_written(browser: Any, address: str) -> None:
    page, _ = open_page(browser, address + PAGES["portfolio"])
    page.emulate_media(media="print")
    entries = page.locator(".pf-log__entry .prose")
    assert entries.count() > 3
    assert all(each.is_visible() for each in entries.all())
    assert not page.locator(".pf-log__entry summary").first.is_visible()
    page.context.close()


def test_a_person_is_found_by_keyboard_alone(browser: Any, address: str) -> None:
    page, _ = open_page(browser, address + PAGES["people"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText").strip() == "Skip to content"
    name = ""
    for _ in range(40):
        page.keyboard.press("Tab")
        name = page.evaluate("document.activeElement.innerText || ''").strip()
        if name == "Amina Yusuf":
            break
    assert name == "Amina Yusuf"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.wait_for_url("**/portfolios/amina-yusuf/")
    page.context.close()


def test_a_first_visit_to_evidence_is_light(browser: Any, address: str) -> None:
    page = browser.new_context(viewport={"width": DESKTOP[0], "height": DESKTOP[1]}).new_page()
    loaded: dict[str, bytes] = {}
    page.on("response", lambda each: loaded.__setitem__(each.url, each.body()))
    page.goto(address + PAGES["submission in review"], wait_until="networkidle")
    page.context.close()
    # As a server sends it: text compressed.
    weight = sum(len(gzip.compress(body)) for body in loaded.values())
    assert weight <= FIRST_VISIT, {url: len(body) for url, body in loaded.items()}

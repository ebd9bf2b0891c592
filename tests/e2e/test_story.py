"""The story of a piece of work in a browser: on a phone, on paper, without script, in the dark."""

from __future__ import annotations

from typing import Any

import pytest
from tests.e2e.browse import DESKTOP, NARROWEST, PAGES, PHONE, open_page

pytestmark = pytest.mark.slow

OPEN_ALL = "document.querySelectorAll('details.pf-changed').forEach(each => each.open = true)"
EARNED, CHANGED = PAGES["submission earned"], PAGES["submission changed since"]


def test_the_rounds_are_a_list_that_ends_in_the_decision(browser: Any, address: str) -> None:
    page, trouble = open_page(browser, address + EARNED)
    heads = page.locator(".pf-story > li > h3").all_inner_texts()
    assert [" ".join(each.split()) for each in heads] == [
        "First version",
        "Version 2",
        "Version 3 as it stands today",
        "Decision",
    ]
    assert "Earned" in page.locator(".pf-round--end").inner_text()
    page.locator(".pf-said a").first.click()
    assert page.evaluate("location.hash") == "#review-1"
    assert page.locator("#review-1").is_visible()
    page.context.close()
    assert trouble == []


def test_what_changed_unfolds_without_script(browser: Any, address: str) -> None:
    page, _ = open_page(browser, address + EARNED, PHONE, java_script_enabled=False)
    added = page.locator(".pf-ins").first
    assert not added.is_visible()
    page.locator(".pf-changed > summary").first.click()
    assert added.is_visible()
    page.context.close()


def test_work_that_changed_since_stands_unfolded(browser: Any, address: str) -> None:
    page, _ = open_page(browser, address + CHANGED)
    last = page.locator(".pf-round--stale")
    assert "Changed since it was reviewed" in last.inner_text()
    assert last.locator(".pf-ins").first.is_visible()
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [NARROWEST, DESKTOP], ids=str)
def test_an_unfolded_story_fits_its_page(
    browser: Any, address: str, size: tuple[int, int], scheme: str
) -> None:
    page, _ = open_page(browser, address + EARNED, size, scheme)
    page.evaluate(OPEN_ALL)
    page.locator(".pf-diff").first.evaluate("each => each.textContent += ' ' + 'x'.repeat(400)")
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    page.context.close()


def test_added_words_are_told_apart_by_more_than_colour(browser: Any, address: str) -> None:
    page, _ = open_page(browser, address + EARNED)
    page.evaluate(OPEN_ALL)
    mixed = page.locator(".pf-diff:not(.pf-diff--added) > .pf-ins").first
    assert "underline" in mixed.evaluate("each => getComputedStyle(each).textDecorationLine")
    whole = page.locator(".pf-diff--added").first
    assert whole.evaluate("each => getComputedStyle(each, '::before').content") == '"+"'
    assert mixed.locator(".pf-sr").first.text_content() == "[added: "
    page.context.close()


def test_paper_has_what_changed_and_no_list_of_saves(browser: Any, address: str) -> None:
    page, _ = open_page(browser, address + EARNED)
    page.emulate_media(media="print")
    assert all(each.is_visible() for each in page.locator(".pf-diff").all())
    assert not page.get_by_text("Every saved change").is_visible()
    page.context.close()

"""Every kind of page: accessible, quiet and whole, in light and dark, at a desk and on a phone."""

from __future__ import annotations

from typing import Any

import pytest
from tests.e2e.browse import DESKTOP, NARROWEST, PAGES, PHONE, open_page

pytestmark = pytest.mark.slow

SIZES = {"desktop": DESKTOP, "phone": PHONE}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_nothing_and_the_console_is_quiet(
    browser: Any, address: str, kind: str, size: str, scheme: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page, trouble = open_page(browser, address + PAGES[kind], SIZES[size], scheme)
    # What is folded away is read too, once somebody opens it.
    page.evaluate("document.querySelectorAll('.pf details').forEach(each => { each.open = true })")
    found = Axe().run(page).response
    told = [
        f"{each['id']}: {node['target']} {node['html'][:120]}"
        for each in found["violations"]
        for node in each["nodes"]
    ]
    page.context.close()
    assert told == []
    assert trouble == []
    assert found["passes"]


@pytest.mark.parametrize("kind", PAGES)
def test_no_page_scrolls_sideways_on_the_narrowest_phone(browser: Any, address: str, kind: str) -> None:
    page, _ = open_page(browser, address + PAGES[kind], NARROWEST)
    page.evaluate("document.querySelectorAll('.pf details').forEach(each => { each.open = true })")
    wide = page.evaluate("document.scrollingElement.scrollWidth")
    page.context.close()
    assert wide <= NARROWEST[0]


@pytest.mark.parametrize("kind", ["landing", "people", "library", "figures", "search"])
def test_a_phone_has_the_menu_by_finger_and_by_key(browser: Any, address: str, kind: str) -> None:
    page, _ = open_page(browser, address + PAGES[kind], PHONE)
    courses = page.locator(".md-sidebar--primary").get_by_role("link", name="Courses", exact=True)
    page.locator("label.md-header__button[for=__drawer]").click()
    courses.click(trial=True)
    page.reload(wait_until="networkidle")
    courses.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    page.wait_for_timeout(400)
    left = courses.bounding_box()["x"]
    page.context.close()
    assert left >= 0

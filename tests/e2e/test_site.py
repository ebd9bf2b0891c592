"""What people see: accessible, quiet, and whole on a phone, in light and dark."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = pytest.mark.slow

PAGES = {
    "landing": "",
    "people": "portfolios/",
    "portfolio": "portfolios/amina-yusuf/",
    "submission": "portfolios/amina-yusuf/menu-maths/",
    "submission sent back": "portfolios/elena-marsh/three-routes-to-the-essay/",
    "competencies": "competencies/",
    "framework": "competencies/frameworks/foundational/",
    "competency": "competencies/frameworks/foundational/mastery-approach/",
    "library": "competencies/micro-credentials/",
    "micro-credential": "competencies/micro-credentials/pace-a-unit/",
    "pathways": "competencies/pathways/",
    "pathway": "competencies/pathways/teacher-leadership/",
    "courses": "competencies/courses/",
    "course": "competencies/courses/pace-by-data/",
    "guide": "guides/teacher/",
    "glossary": "glossary/",
    "finding": "findings/unknown-competency/",
    "not found": "404.html",
}
SIZES = {"desktop": (1280, 900), "phone": (375, 740)}
NARROWEST = 320


def open_(browser: Any, address: str, size: tuple[int, int], scheme: str = "light") -> tuple[Any, list[str]]:
    """A page with a list of everything that went wrong on it."""
    page = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, reduced_motion="reduce"
    ).new_page()
    trouble: list[str] = []
    page.on("console", lambda each: trouble.append(each.text) if each.type in ("error", "warning") else None)
    page.on("pageerror", lambda each: trouble.append(str(each)))
    page.on("request", lambda each: trouble.append(each.url) if "//127.0.0.1" not in each.url else None)
    page.goto(address, wait_until="networkidle")
    return page, trouble


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_nothing_and_the_console_is_quiet(
    browser: Any, address: str, kind: str, size: str, scheme: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page, trouble = open_(browser, address + PAGES[kind], SIZES[size], scheme)
    found = Axe().run(page).response["violations"]
    told = [f"{each['id']}: {node['target']} {node['html'][:120]}" for each in found for node in each["nodes"]]
    page.context.close()
    assert told == []
    assert trouble == []


@pytest.mark.parametrize("kind", PAGES)
def test_no_page_scrolls_sideways_on_the_narrowest_phone(browser: Any, address: str, kind: str) -> None:
    page, _ = open_(browser, address + PAGES[kind], (NARROWEST, 640))
    wide = page.evaluate("document.scrollingElement.scrollWidth")
    page.context.close()
    assert wide <= NARROWEST


def test_the_library_filters_and_says_how_many_are_left(browser: Any, address: str) -> None:
    page, _ = open_(browser, address + PAGES["library"], SIZES["desktop"])
    live = page.locator("[aria-live]").first
    before = live.inner_text()
    page.get_by_label("Category").select_option(label="Equity")
    page.wait_for_function("before => document.querySelector('[aria-live]').innerText !== before", arg=before)
    after = live.inner_text()
    shown = page.locator("article a:visible", has_text="Strong start").count()
    page.context.close()
    assert after != before
    assert shown == 0 or "4" in after or "3" in after


def test_everything_is_there_without_script(browser: Any, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + PAGES["library"])
    assert page.get_by_role("link", name="Pace a unit for mastery").first.is_visible()
    page.goto(address + PAGES["portfolio"])
    assert page.locator("table").first.is_visible()
    context.close()


def test_a_person_is_found_by_keyboard_alone(browser: Any, address: str) -> None:
    page, _ = open_(browser, address + PAGES["people"], SIZES["desktop"])
    for _ in range(60):
        page.keyboard.press("Tab")
        name = page.evaluate("document.activeElement.innerText || ''").strip()
        if name == "Amina Yusuf":
            break
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    page.keyboard.press("Enter")
    page.wait_for_url("**/portfolios/amina-yusuf/")
    page.context.close()
    assert name == "Amina Yusuf"
    assert outline != "none"

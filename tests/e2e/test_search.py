"""Finding things as visitors do: by keyboard, by choices, without script; and what it costs them."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from typing import Any

import pytest
from tests.e2e.browse import DESKTOP, NARROWEST, PAGES, PHONE, expect, open_page

pytestmark = pytest.mark.slow

FIRST_SEARCH = 140_000
"""Octets as a server sends them: everything that a first search asks for beside the page."""
NEXT_SEARCH = 40_000
WORD = "ratio"


def links(page: Any, within: str) -> list[str]:
    return page.locator(f"{within} .pf-found__link").all_inner_texts()


def weigh(page: Any) -> dict[str, int]:
    """What each answer weighs, compressed where it is not already; grows as more comes."""
    loaded: dict[str, int] = {}

    def note(answer: Any) -> None:
        body = answer.body()
        loaded[answer.url] = min(len(body), len(gzip.compress(body)))

    page.on("response", note)
    return loaded


@pytest.fixture
def opened(browser: Any, address: str) -> Iterator[tuple[Any, list[str]]]:
    page, trouble = open_page(browser, address + PAGES["portfolio"])
    yield page, trouble
    page.context.close()
    assert trouble == []


def test_by_keyboard_alone_from_any_page_to_what_was_looked_for(opened: tuple[Any, list[str]]) -> None:
    page, _ = opened
    page.keyboard.press("/")
    dialog = page.get_by_role("dialog", name="Search this site")
    dialog.wait_for()
    page.keyboard.type(WORD)
    dialog.get_by_role("link", name=re.compile("Menu maths")).wait_for()
    assert re.match(r"\d+ results?", dialog.get_by_role("status").inner_text())
    assert dialog.locator("mark").first.inner_text().lower().startswith("ratio")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent").startswith("Menu maths")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.type") == "search"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/portfolios/amina-yusuf/menu-maths/")


def test_escape_gives_the_page_back_and_typing_elsewhere_opens_nothing(browser: Any, address: str) -> None:
    page, trouble = open_page(browser, address + PAGES["people"])
    link = page.get_by_role("link", name="Search")
    link.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Search this site")
    dialog.wait_for()
    page.keyboard.press("Escape")
    dialog.wait_for(state="hidden")
    assert page.evaluate("document.activeElement.matches('[data-pf-seek]')")
    box = page.get_by_role("searchbox").first
    box.focus()
    page.keyboard.type("s/")
    assert box.input_value() == "s/"
    assert not dialog.is_visible()
    page.context.close()
    assert trouble == []


def test_the_keys_can_be_turned_off(opened: tuple[Any, list[str]]) -> None:
    page, _ = opened
    page.keyboard.press("s")
    dialog = page.get_by_role("dialog", name="Search this site")
    dialog.get_by_role("checkbox").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("s")
    page.wait_for_timeout(300)
    assert not dialog.is_visible()


def test_enter_leads_to_all_results_and_the_address_tells_what_was_asked(
    opened: tuple[Any, list[str]],
) -> None:
    page, _ = opened
    page.keyboard.press("/")
    page.get_by_role("dialog").wait_for()
    page.keyboard.type("feedback")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=feedback")
    page.locator(".pf-found__item").first.wait_for()
    found = page.locator(".pf-found__item").count()
    page.get_by_role("button", name="Show more").click()
    page.locator(".pf-found__item").nth(found).wait_for()
    assert page.evaluate("document.activeElement.className") == "pf-found__link"


def test_somebody_is_found_by_a_competency_in_three_steps(browser: Any, address: str) -> None:
    page, trouble = open_page(browser, address + "search/")
    page.keyboard.type("communicate clearly")
    page.get_by_role("link", name="People who show this").first.click()
    page.wait_for_url("**/search/?kind=person&competency=foundational*")
    page.locator(".pf-found__item").first.wait_for()
    assert {"Amina Yusuf", "Elena Marsh"} <= set(links(page, "[data-pf-found]"))
    assert page.get_by_role("radio", name="People").is_checked()
    page.context.close()
    assert trouble == []


def test_choices_are_made_by_keyboard_kept_in_the_address_and_counted(browser: Any, address: str) -> None:
    page, trouble = open_page(browser, address + "search/?q=learning")
    page.locator(".pf-found__item").first.wait_for()
    status = page.get_by_role("status")
    page.get_by_role("radio", name="Everything").focus()
    page.keyboard.press("ArrowDown")
    page.wait_for_url("**kind=person**")
    counted = page.locator("[data-pf-count=kind][data-pf-value=person]")
    expect(status).to_have_text(re.compile(r"^\d"))
    number = int(re.sub(r"\D", "", status.inner_text()))
    assert counted.inner_text() == f"({number})"
    school = page.get_by_role("combobox", name="Organisation")
    school.focus()
    page.keyboard.press("ArrowDown")
    page.wait_for_url("**organization=cedar-elementary**")
    page.reload(wait_until="networkidle")
    assert page.get_by_role("combobox", name="Organisation").input_value() == "cedar-elementary"
    assert page.get_by_role("radio", name="People").is_checked()
    page.get_by_role("button", name="Start over").click()
    page.wait_for_url(lambda url: "?" not in url)
    page.context.close()
    assert trouble == []


def test_nothing_found_says_what_to_do(browser: Any, address: str) -> None:
    page, trouble = open_page(browser, address + "search/?q=xyzzyq<b>&kind=person&level=nowhere")
    expect(page.get_by_role("status")).to_contain_text("Nothing")
    assert "“xyzzyq<b>”" in page.get_by_role("status").inner_text()
    assert page.get_by_role("combobox", name="Level reached").input_value() == ""
    page.context.close()
    assert trouble == []


def test_nonsense_is_not_taken_for_the_letter_it_begins_with(browser: Any, address: str) -> None:
    page, trouble = open_page(browser, address + "search/?q=zzzxqy")
    expect(page.get_by_role("status")).to_contain_text("Nothing")
    assert page.locator(".pf-found__item").count() == 0
    page.context.close()
    assert trouble == []


def test_the_handbook_does_not_swell_what_is_found_of_a_person(browser: Any, address: str) -> None:
    page, trouble = open_page(browser, address + "search/?q=Amina")
    page.locator(".pf-found__item").first.wait_for()
    assert int(page.get_by_role("status").inner_text().split()[0]) < 30
    expect(page.locator(".pf-search")).to_contain_text("Help (0)")
    page.context.close()
    assert trouble == []


def test_without_script_there_are_lists(browser: Any, address: str) -> None:
    page, _ = open_page(browser, address + PAGES["portfolio"], java_script_enabled=False)
    page.get_by_role("link", name="Search").click()
    page.wait_for_url("**/search/")
    assert page.get_by_text("The search needs a script").is_visible()
    assert not page.get_by_role("searchbox").is_visible()
    page.locator("#pf").get_by_role("link", name="People").click()
    page.wait_for_url("**/portfolios/")
    page.context.close()


def test_nothing_of_it_is_fetched_before_somebody_turns_to_it_and_then_little(
    browser: Any, address: str
) -> None:
    page = browser.new_context().new_page()
    loaded = weigh(page)
    page.goto(address + PAGES["portfolio"], wait_until="networkidle")
    assert not [url for url in loaded if "/find/" in url]
    before = set(loaded)
    page.keyboard.press("/")
    page.get_by_role("dialog").wait_for()
    page.keyboard.type(WORD)
    page.locator(".pf-found__item").first.wait_for()
    page.wait_for_load_state("networkidle")
    first = {url: size for url, size in loaded.items() if url not in before}
    assert sum(first.values()) <= FIRST_SEARCH, first
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("coach")
    page.get_by_text("Coach a colleague").first.wait_for()
    page.wait_for_load_state("networkidle")
    more = {url: size for url, size in loaded.items() if url not in before and url not in first}
    assert sum(more.values()) <= NEXT_SEARCH, more
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE, NARROWEST])
def test_axe_finds_nothing_in_results_and_dialog(
    browser: Any, address: str, size: tuple[int, int], scheme: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page, trouble = open_page(browser, address + "search/?q=feedback", size, scheme)
    page.locator(".pf-found__item").first.wait_for()
    page.evaluate("document.querySelectorAll('.pf details').forEach(each => { each.open = true })")
    told = [
        (each["id"], [node["html"] for node in each["nodes"]])
        for each in Axe().run(page).response["violations"]
    ]
    assert page.evaluate("document.scrollingElement.scrollWidth") <= size[0]
    page.locator("[data-pf-seek]").click()
    page.get_by_role("dialog").wait_for()
    page.keyboard.type(WORD)
    page.locator("dialog .pf-found__item").first.wait_for()
    told += [
        (each["id"], [node["html"] for node in each["nodes"]])
        for each in Axe().run(page).response["violations"]
    ]
    page.context.close()
    assert told == []
    assert trouble == []


def test_the_page_runs_no_more_than_before(browser: Any, address: str) -> None:
    """WebAssembly runs in a worker of the site's own; the page's policy does not have to allow it."""
    page, _ = open_page(browser, address + "search/?q=feedback")
    page.locator(".pf-found__item").first.wait_for()
    policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    assert "wasm-unsafe-eval" not in policy
    assert "unsafe-eval" not in policy
    tiny = "new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])"
    ran = page.evaluate(f"WebAssembly.compile({tiny}).then(() => true, () => false)")
    assert ran is False
    page.context.close()

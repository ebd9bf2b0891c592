"""The filter bars: they show what the definitions say, count it aloud, and can be shared."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.e2e.browse import PAGES, open_page

pytestmark = pytest.mark.slow


def titles(folder: Path, pattern: str, wanted: Callable[[dict[str, Any]], bool]) -> tuple[list[str], int]:
    """The titles of the definitions that are wanted, and how many there are in all."""
    every = [yaml.safe_load(each.read_text("utf-8")) for each in sorted(folder.glob(pattern))]
    return sorted(each["title"] for each in every if wanted(each)), len(every)


def shown(page: Any) -> list[str]:
    """The titles of the cards that can be seen."""
    return sorted(each.inner_text() for each in page.locator("[data-pf-item]:visible .pf-card__title").all())


def choose(page: Any, field: str, label: str) -> None:
    """Pick the option whose label begins like this: its count follows."""
    box = page.get_by_label(field)
    (value,) = (
        each.get_attribute("value")
        for each in box.locator("option").all()
        if each.inner_text().startswith(f"{label} (")
    )
    box.select_option(value=value)


def test_the_library_filters_by_category(browser: Any, address: str, demo: Path) -> None:
    expected, every = titles(
        demo / "competencies" / "micro-credentials", "*.yml", lambda each: each.get("category") == "equity"
    )
    page, trouble = open_page(browser, address + PAGES["library"])
    status = page.get_by_role("search", name="Filter").get_by_role("status")
    assert status.inner_text() == f"{every} micro-credentials"
    choose(page, "Category", "Equity")
    assert status.inner_text() == f"{len(expected)} of {every} micro-credentials"
    assert shown(page) == expected
    page.get_by_role("button", name="Show all").click()
    assert status.inner_text() == f"{every} micro-credentials"
    assert len(shown(page)) == every
    page.context.close()
    assert 0 < len(expected) < every
    assert trouble == []


def test_the_competencies_filter_by_set_and_the_address_remembers_it(
    browser: Any, address: str, demo: Path
) -> None:
    expected, every = titles(
        demo / "competencies" / "frameworks",
        "*/[!f]*.yml",
        lambda each: "foundational" in each.get("sets", []),
    )
    page, _ = open_page(browser, address + PAGES["competencies"])
    choose(page, "Set", "Foundational")
    assert shown(page) == expected
    # a framework that has none of the set goes with its heading
    assert not page.get_by_role("heading", name="Teacher leadership competencies").is_visible()
    page.reload(wait_until="networkidle")
    status = page.get_by_role("search", name="Filter").get_by_role("status")
    assert status.inner_text() == f"{len(expected)} of {every} competencies"
    assert shown(page) == expected
    page.context.close()
    assert 0 < len(expected) < every


def test_the_competencies_filter_by_the_highest_level_shown(browser: Any, address: str) -> None:
    page, _ = open_page(browser, address + PAGES["competencies"])
    every = len(shown(page))
    choose(page, "Highest level shown", "Not shown yet")
    open_ = len(shown(page))
    choose(page, "Highest level shown", "Proficient")
    assert "Show dedication to all learners" in shown(page)
    assert 0 < open_ < every
    assert len(shown(page)) <= every - open_
    page.context.close()


def test_words_find_what_they_stand_in(browser: Any, address: str) -> None:
    page, _ = open_page(browser, address + PAGES["people"])
    page.get_by_role("search", name="Filter").get_by_role("searchbox", name="Search").fill("chemistry")
    assert shown(page) == ["Dmitri Volkov"]
    page.context.close()

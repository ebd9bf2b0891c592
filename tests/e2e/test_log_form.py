"""Keeping a log in a browser: from a course to the editor, by keyboard."""

from __future__ import annotations

from typing import Any

import pytest
from tests.e2e.test_rating_forms import FORGE, LOG, choose, file
from tests.e2e.test_write_evidence import Desk, go, settle, write

from proofolio.adapters.files.documents.person import LogDocument
from proofolio.adapters.files.text import split
from proofolio.adapters.files.yaml_reader import read_yaml

pytestmark = pytest.mark.slow


def test_an_entry_of_the_log_by_keyboard_from_a_course(browser: Any, address: str) -> None:
    desk = Desk(browser, address)
    page = desk.open(f"{LOG}?course=pace-by-data&person=amina-yusuf")
    settle(page)
    assert page.input_value("#pf-course") == "pace-by-data"
    assert page.input_value("#pf-competency") == "mastery-approach"
    choose(page, "kind", 1)
    write(page, "pf-title", "Watched: small groups")
    write(page, "pf-observed", "ben-okafor")
    write(page, "pf-text", "He waited.\n\n# Then he asked.")
    settle(page)
    assert "It counts as a learning cycle for" in desk.part(page, "cycle")
    page.click('[data-pf-part="see"]')
    page.wait_for_selector('[data-pf-part="preview"] .prose p')
    assert "Watched: small groups" in page.inner_text('[data-pf-part="preview"]')
    go(page, "open")
    with page.expect_popup() as opened:
        page.keyboard.press("Enter")
    today = page.input_value("#pf-date")
    name = f"portfolios/amina-yusuf/log/{today}-watched-small-groups.md"
    assert opened.value.url.startswith(f"{FORGE}_new/main?filename={name}&value=---")
    parts = split(file(page), name)
    made = LogDocument.model_validate(read_yaml(parts.yaml, name).data)  # type: ignore[union-attr]
    assert (made.title, made.kind.value, made.observed, made.course) == (
        "Watched: small groups",
        "observation",
        "ben-okafor",
        "pace-by-data",
    )
    assert parts.body == "\nHe waited.\n\n### Then he asked.\n"  # type: ignore[union-attr]
    page.close()
    again = desk.open(LOG)
    settle(again)
    assert again.input_value("#pf-title") == "Watched: small groups", "what was written comes back"
    again.close()
    other = desk.open(f"{LOG}?competency=promote-learner-agency")
    settle(other)
    assert other.input_value("#pf-title") == "", "something else begins afresh"
    assert other.input_value("#pf-competency") == "promote-learner-agency"
    desk.context.close()
    assert desk.trouble == []


@pytest.mark.parametrize(
    ("place", "query"),
    [
        ("competencies/courses/pace-by-data/", "course=pace-by-data"),
        ("write/evidence/pace-a-unit/", "competency=mastery-approach"),
        ("portfolios/amina-yusuf/", "person=amina-yusuf"),
        ("write/", ""),
    ],
)
def test_what_needs_a_log_leads_to_it(browser: Any, address: str, place: str, query: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}{place}")
    found = page.eval_on_selector_all("a", "all => all.map(each => each.href)")
    page.close()
    assert f"{address}{LOG}{'?' if query else ''}{query}" in found

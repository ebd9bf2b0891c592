"""Reviewing, rating oneself, planning in a browser: by keyboard, after a crash, on a phone and a tablet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.core.drafting.test_reviewed import read
from tests.e2e.browse import DESKTOP, NARROWEST, open_page
from tests.e2e.test_write_evidence import Desk, go, settle, write

from proofolio.adapters.files.documents.person import ProfileDocument, SelfAssessmentDocument
from proofolio.adapters.files.text import split
from proofolio.adapters.files.yaml_reader import read_yaml

pytestmark = pytest.mark.slow

WORK, VERSION = "amina-yusuf/menu-maths", "0123456789abcdef" * 4
TITLE = "“Menu maths: ratios with a real restaurant”"
REVIEW = f"write/review/pace-a-unit/#of={WORK}&version={VERSION}"
SELF = "write/self-assessment/foundational/"
PLAN = "write/plan/"
FORGE = "https://forge.example.org/cedar-valley/portfolios/"
LOG = "write/log/"
FORMS = {"review": REVIEW, "self-assessment": SELF, "plan": PLAN, "log": LOG}
TABLET = (820, 1180)
GOAL = "{goal: Write less, competency: gone, by: 2027-01-31}"
PROFILE = f"---\nheadline: Grade 4\nplan:\n  - {GOAL}\n---\nAbout me.\n"


@pytest.fixture
def desk(browser: Any, address: str) -> Iterator[Desk]:
    made = Desk(browser, address)
    yield made
    made.context.close()
    assert made.trouble == []


def file(page: Any) -> str:
    return page.evaluate("document.querySelector('[data-pf-part=file]').textContent")


def choose(page: Any, group: str, down: int) -> None:
    """A level by the arrow keys: the first press of a group without a choice takes the first."""
    for _ in range(160):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == group:
            break
    else:
        pytest.fail(f"the keyboard does not reach {group}")
    page.keyboard.press("Space")
    for _ in range(down):
        page.keyboard.press("ArrowDown")


def test_a_review_by_keyboard_alone_is_harvested_to_what_was_said(desk: Desk) -> None:
    page = desk.open(REVIEW)
    assert TITLE in page.inner_text('[data-pf-part="work"]')
    choose(page, "ratings.units-from-competencies", 2)
    write(page, "pf-strength-units-from-competencies", "Proficient, I would say: the menu is real.")
    choose(page, "ratings.pacing", 1)
    settle(page)
    missing = page.inner_text('[data-pf-part="missing"]').lower()
    assert "'pacing' is rated 'developing', and there is no next step for it" in missing
    assert "Needed" in page.inner_text('[data-pf-part="mark-pacing"]')
    write(page, "pf-step-pacing", "Show how the pace changed for “two” learners.")
    settle(page)
    assert desk.part(page, "steps") == "One next step; one to three help most."
    write(page, "pf-words", "Thank you.\n\npacing: exemplary")
    choose(page, "verdict", 1)
    write(page, "pf-pull", "12")
    settle(page)
    assert "asked for is there" in desk.part(page, "gap-count")
    go(page, "open")
    with page.expect_popup() as opened:
        page.keyboard.press("Enter")
    assert opened.value.url == f"{FORGE}pulls/12/files"
    block = read("pace-a-unit", file(page))
    assert block.ratings == {"units-from-competencies": "proficient", "pacing": "developing"}
    assert block.next_steps == {"pacing": 'Show how the pace changed for "two" learners.'}
    assert block.verdict is not None
    assert (block.verdict.value, block.version, block.slips) == ("revise", VERSION[:12], [])
    assert "**units-from-competencies** – Proficient, I would say: the menu is real." in block.text
    assert "pacing: exemplary" in block.text
    assert [each for each in desk.sent if not each.startswith(FORGE)] == []
    assert not any(word in "".join(desk.sent) for word in ("menu-maths", "Proficient", VERSION[:12]))


def summary(page: Any) -> list[str]:
    """The links of what has to be seen to; the keyboard is at their list, and nothing was opened."""
    assert page.evaluate("document.activeElement.dataset.pfPart") == "summary"
    assert len(page.context.pages) == 1
    assert page.inner_text('[data-pf-part="handed"]') == ""
    return page.locator("[data-pf-summary-list] a").all_inner_texts()


def clean(page: Any) -> None:
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options={"preload": False}).response["violations"]
    assert not found, [(each["id"], [node["html"][:200] for node in each["nodes"]]) for each in found]


def test_an_unfinished_review_is_not_handed_over(desk: Desk) -> None:
    page = desk.open("write/review/pace-a-unit/")
    go(page, "open")
    page.keyboard.press("Enter")
    work, first, second = summary(page)
    assert work == "Say which work it is: come here with the link on the work’s own page."
    assert first.endswith("is not rated yet.")
    assert second.endswith("is not rated yet.")
    clean(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "pf-work", "its fold is opened"
    page.keyboard.insert_text(WORK)
    go(page, "open")
    page.keyboard.press("Enter")
    assert summary(page) == [first, second]
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.name") == "ratings.units-from-competencies"
    page.keyboard.press("Space")
    choose(page, "ratings.pacing", 2)
    go(page, "open")
    page.keyboard.press("Enter")
    (step,) = summary(page)
    assert step.endswith("is rated below mastery, so it needs a next step.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "pf-step-units-from-competencies"
    page.keyboard.insert_text("Name the competency of each lesson.")
    go(page, "open")
    with page.expect_popup():
        page.keyboard.press("Enter")
    assert page.is_hidden('[data-pf-part="summary"]')


def test_an_unfinished_review_file_is_not_handed_over(desk: Desk) -> None:
    page = desk.open(REVIEW)
    page.evaluate("document.querySelector('.pf-rate__file').open = true")
    page.fill("#pf-reviewer", "rosa-diaz")
    settle(page)
    page.click('[data-pf-part="review-open"]')
    assert len(summary(page)) == 2


def test_a_self_assessment_without_a_rating_is_not_handed_over(desk: Desk) -> None:
    page = desk.open(SELF)
    write(page, "pf-person", "amina-yusuf")
    go(page, "open")
    page.keyboard.press("Enter")
    assert summary(page) == ["Rate one competency at least; as many or as few as you like."]
    clean(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.name").startswith("levels.")


def test_a_review_lives_through_a_crash_and_each_work_has_its_own(desk: Desk) -> None:
    page = desk.open(REVIEW)
    page.check('[name="ratings.pacing"][value="developing"]')
    page.fill("#pf-words", "Half a sentence")
    settle(page)
    page.goto("about:blank")
    page.close()
    other = desk.open(REVIEW.replace("menu-maths", "another"))
    assert other.input_value("#pf-words") == ""
    assert other.input_value("#pf-work") == "amina-yusuf/another"
    other.close()
    again = desk.open(REVIEW.replace("0123", "fedc"))
    settle(again)
    assert again.input_value("#pf-words") == "Half a sentence"
    assert again.is_checked('[name="ratings.pacing"][value="developing"]')
    assert "fedc456789ab" in desk.part(again, "newer")
    assert again.input_value("#pf-version").startswith("fedc")


def test_without_a_pull_request_there_is_a_file(desk: Desk) -> None:
    page = desk.open(REVIEW)
    page.check('[name="verdict"][value="recused"]')
    settle(page)
    assert page.is_hidden('[data-pf-criterion="pacing"]')
    page.fill("#pf-why", "Amina is my sister.")
    page.evaluate("document.querySelector('.pf-rate__file').open = true")
    page.fill("#pf-reviewer", "rosa-diaz")
    settle(page)
    text = page.evaluate("document.querySelector('[data-pf-part=review-file]').textContent")
    assert text == f"---\nreviewed: sha256:{VERSION}\nverdict: recused\n---\nAmina is my sister.\n"
    href = page.get_attribute('[data-pf-part="review-open"]', "href")
    assert href.startswith(f"{FORGE}_new/main?filename=portfolios/{WORK}/reviews/")
    assert href.partition("&value=")[2].startswith("---%0Areviewed")


def test_a_self_assessment_by_keyboard(desk: Desk) -> None:
    page = desk.open(SELF)
    write(page, "pf-person", "amina-yusuf")
    choose(page, "levels.dedication-to-all-learners", 1)
    settle(page)
    choose(page, "confidence.dedication-to-all-learners", 0)
    write(page, "pf-note-dedication-to-all-learners", 'I help: "over" the barrier.')
    settle(page)
    go(page, "open")
    with page.expect_popup() as opened:
        page.keyboard.press("Enter")
    assert opened.value.url.startswith(
        f"{FORGE}_new/main?filename=portfolios/amina-yusuf/self-assessments/20"
    )
    data = SelfAssessmentDocument.model_validate(read_yaml(file(page), "x.yml").data)
    given = data.ratings["dedication-to-all-learners"]
    assert not isinstance(given, str)
    assert given.level == "emerging"  # down from the last choice, which is "not rated", and round again
    assert given.note == 'I help: "over" the barrier.'


def test_last_time_stands_beside_this_time(desk: Desk, demo: Path) -> None:
    before = sorted((demo / "portfolios/amina-yusuf/self-assessments").glob("*.yml"))[-1]
    page = desk.open(SELF)
    page.evaluate("document.querySelector('[data-pf-part=last-box]').open = true")
    page.set_input_files('[data-pf-part="last-file"]', before)
    page.locator("[data-pf-part=last-said]:not(:empty)").wait_for()
    assert "Last time: " in page.evaluate(
        "document.querySelector('[data-pf-last=mastery-approach]').textContent"
    )
    page.click('[data-pf-part="last-begin"]')
    settle(page)
    now = SelfAssessmentDocument.model_validate(read_yaml(file(page), "x.yml").data).ratings
    then = SelfAssessmentDocument.model_validate(read_yaml(before.read_text("utf-8"), "x.yml").data).ratings
    level = {key: each if isinstance(each, str) else each.level for key, each in then.items()}
    assert dict(now) == level
    page.fill("#pf-last-text", "ratings: [oh")
    assert "could not be read" in desk.part(page, "last-said")


def test_a_draft_of_weeks_ago_is_last_time(desk: Desk) -> None:
    page = desk.open(SELF)
    page.fill("#pf-person", "amina-yusuf")
    page.check('[name="levels.dedication-to-all-learners"][value="developing"]')
    settle(page)
    page.evaluate(
        """() => { for (const key of Object.keys(localStorage).filter(each => each.includes("/draft/"))) {
          const kept = JSON.parse(localStorage[key]);
          localStorage[key] = JSON.stringify({ ...kept, saved: "2026-09-01T08:00:00Z" }); } }"""
    )
    page.close()
    again = desk.open(SELF)
    settle(again)
    assert "1 September 2026" in desk.part(again, "last-said") or "September 1, 2026" in desk.part(
        again, "last-said"
    )
    assert again.inner_text('[data-pf-last="dedication-to-all-learners"]') == "Last time: Developing"
    assert again.is_checked('[name="levels.dedication-to-all-learners"][value=""]')
    assert again.input_value("#pf-person") == "amina-yusuf"
    assert again.input_value("#pf-date") > "2026-09-01"


def test_a_plan_by_keyboard_leaves_the_rest_of_the_profile(desk: Desk) -> None:
    page = desk.open(PLAN)
    write(page, "pf-person", "amina-yusuf")
    write(page, "pf-pasted", PROFILE)
    settle(page)
    assert "1 goal is in it" in desk.part(page, "profile-said")
    page.wait_for_selector('[data-pf-rows] [name="competency"]')
    assert page.input_value('[data-pf-rows] [name="competency"]') == "gone", "what is not known is not lost"
    go(page, page.get_attribute('[data-pf-rows] [name="how"]', "id"))
    page.keyboard.insert_text("Three lines # no more")
    write(page, "pf-career", "Lead teacher")
    settle(page)
    go(page, "open")
    with page.expect_popup() as opened:
        page.keyboard.press("Enter")
    assert opened.value.url == f"{FORGE}_edit/main/portfolios/amina-yusuf/index.md"
    parts = split(file(page), "x.md")
    assert parts.body == "About me.\n"  # type: ignore[union-attr]
    made = ProfileDocument.model_validate(read_yaml(parts.yaml, "x.md").data)  # type: ignore[union-attr]
    assert (made.headline, made.career_goal, made.plan[0].how) == (
        "Grade 4",
        "Lead teacher",
        "Three lines # no more",
    )


def test_without_the_profile_the_lines_of_the_plan_are_handed_over(desk: Desk) -> None:
    page = desk.open(PLAN)
    write(page, "pf-person", "amina-yusuf")
    go(page, "open")
    page.keyboard.press("Enter")
    assert summary(page) == ["Write a goal first, or where you would like to go."]
    write(page, "pf-career", "Lead teacher")
    page.click("text=Add a goal")
    page.keyboard.insert_text("Write less")
    settle(page)
    assert page.is_hidden('[data-pf-part="download"]')
    assert "just above the second line of three dashes" in desk.part(page, "lines")
    assert "select everything" not in desk.part(page, "open-hint")
    assert file(page) == "career_goal: Lead teacher\nplan:\n  - goal: Write less\n"
    with page.expect_popup() as opened:
        page.click('[data-pf-part="open"]')
    assert opened.value.url == f"{FORGE}_edit/main/portfolios/amina-yusuf/index.md"
    assert "just above the second line of three dashes" in desk.part(page, "handed")
    page.fill("#pf-pasted", PROFILE)
    settle(page)
    assert page.is_visible('[data-pf-part="download"]')
    assert page.is_hidden('[data-pf-part="lines"]')
    assert "select everything" in desk.part(page, "open-hint")


def test_without_script_a_plan_has_other_ways(browser: Any, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + PLAN)
    ways = page.locator(".pf-write__ways")
    assert ways.locator("a").first.get_attribute("href") == f"{FORGE}src/branch/main/portfolios"
    assert ways.locator("pre").inner_text().startswith("plan:\n  - goal: ")
    assert page.is_hidden('[data-pf-part="desk"]')
    context.close()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("About me", "three dashes"),
        ("---\nplan:\n  - goal: a\n    because: b\n---\n", "line 2"),
        ("---\nplan: &a\n  - goal: a\n---\n", "Line 2"),
    ],
)
def test_a_profile_that_is_not_understood_is_left_alone(desk: Desk, text: str, told: str) -> None:
    page = desk.open(PLAN)
    page.fill("#pf-person", "amina-yusuf")
    page.fill("#pf-pasted", text)
    settle(page)
    assert told in desk.part(page, "profile-said")
    assert file(page) == ""
    page.click('[data-pf-part="open"]')
    assert page.is_visible('[data-pf-part="summary"]')
    assert len(desk.context.pages) == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, NARROWEST])
@pytest.mark.parametrize("form", list(FORMS))
def test_axe_finds_nothing(browser: Any, address: str, form: str, size: tuple[int, int], scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    desk = Desk(browser, address, size, scheme)
    page = desk.open(FORMS[form])

    def clean(state: str) -> None:
        page.wait_for_timeout(400)
        found = Axe().run(page, options={"preload": False}).response["violations"]
        told = [(each["id"], [node["html"][:200] for node in each["nodes"]]) for each in found]
        assert not found, (state, told)
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0], state

    clean("empty")
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    if form == "plan":
        page.fill("#pf-pasted", PROFILE)
    else:
        page.evaluate(
            "document.querySelectorAll('[type=radio]').forEach(each => { if (each.value) each.click(); })"
        )
    for area in page.query_selector_all("textarea:visible"):
        if area.get_attribute("id") not in ("pf-pasted", "pf-last-text"):
            area.fill("x" * 90)
    clean("full")
    page.click('[data-pf-part="open"]')
    clean("handed over")
    assert desk.trouble == []
    desk.context.close()


def test_a_tablet_has_the_levels_in_even_rows_and_targets_for_a_thumb(browser: Any, address: str) -> None:
    desk = Desk(browser, address, TABLET)
    page = desk.open(REVIEW)
    boxes = [
        each.bounding_box() for each in page.query_selector_all('[data-pf-criterion="pacing"] .pf-choice')
    ]
    assert len({round(each["y"]) for each in boxes}) in (1, 2)
    assert all(each["height"] >= 44 for each in boxes)
    page.click("text=Begin with what one sees")
    page.click('[data-pf-begin="pf-strength-units-from-competencies"]')
    page.keyboard.insert_text("the menu")
    assert page.input_value("#pf-strength-units-from-competencies") == "I saw the menu when …"
    assert page.evaluate("document.documentElement.scrollWidth") <= TABLET[0]
    desk.context.close()


def test_the_work_leads_to_its_review(desk: Desk, address: str) -> None:
    page = desk.context.new_page()
    page.goto(f"{address}portfolios/{WORK}/")
    href = page.get_attribute(".pf-actions a[href*='write/review']", "href")
    page.goto(page.url + href if not href.startswith("http") else href)
    page.wait_for_selector("form[data-pf-write]:not([hidden])")
    settle(page)
    assert page.inner_text('[data-pf-part="work-title"]') == f"{TITLE} by Amina Yusuf:"
    assert page.inner_text('[data-pf-part="work-link"]') == "open the work in another tab"
    assert page.get_attribute('[data-pf-part="work-link"]', "href") == f"{address}portfolios/{WORK}/"
    assert len(page.input_value("#pf-version")) == 64


def test_what_follows_the_preview_button_stands_apart_from_it(browser: Any, address: str) -> None:
    page, _ = open_page(browser, address + SELF)
    look = page.locator(".pf-write__look").bounding_box()
    after = page.locator(".pf-write__look ~ *:visible").first.bounding_box()
    page.context.close()
    assert after["y"] - (look["y"] + look["height"]) >= 12

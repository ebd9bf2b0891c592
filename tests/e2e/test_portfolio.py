"""A portfolio that is read and printed; texts of both directions; films that wait to be asked."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from tests.adapters.rendering.test_direction import MIXED
from tests.e2e.browse import DESKTOP, PAGES, PHONE, open_page
from tests.e2e.paper import printed

from proofolio.adapters.rendering.markdown import MarkdownConverter
from proofolio.adapters.rendering.pages import environment
from proofolio.adapters.rendering.policy import admitting
from proofolio.core.publishing.page import WebLink
from proofolio.core.publishing.player import player
from proofolio.core.publishing.views.submission import ArtifactView

pytestmark = pytest.mark.slow

AMINA, WORK = PAGES["portfolio"], PAGES["submission earned"]
ELENA = PAGES["portfolio with most"]
MOVING = {**PAGES, "search for somebody": f"{PAGES['search']}?q=amina"}
SHIFTS = """window.moved = [];
new PerformanceObserver((list) => {
  for (const each of list.getEntries()) if (!each.hadRecentInput)
    window.moved.push([each.value, (each.sources || []).map(({ node }) => node?.className)]);
}).observe({ type: "layout-shift", buffered: true });
new PerformanceObserver((list) => {
  for (const each of list.getEntries()) window.largest = each.element?.tagName;
}).observe({ type: "largest-contentful-paint", buffered: true });"""


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
@pytest.mark.parametrize("kind", MOVING)
def test_nothing_moves_while_a_page_loads(
    browser: Any, address: str, kind: str, size: tuple[int, int]
) -> None:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]})
    page = context.new_page()
    page.add_init_script(SHIFTS)
    page.goto(address + MOVING[kind], wait_until="networkidle")
    page.mouse.wheel(0, 100_000)
    page.wait_for_timeout(300)
    moved, largest = page.evaluate("[window.moved, window.largest]")
    context.close()
    # a rounded edge is nothing that anybody sees; 0.1 is what browsers' makers call good
    assert sum(value for value, _ in moved) < 0.001, moved
    if kind.startswith(("submission", "portfolio")):
        assert largest != "IMG"


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_every_control_is_large_enough_for_a_finger(
    browser: Any, address: str, size: tuple[int, int]
) -> None:
    """Links within sentences may be as high as their line; buttons, fields and folds may not."""
    page, _ = open_page(browser, address + AMINA, size)
    small = page.evaluate(
        """[...document.querySelectorAll(".pf :is(button, input, select, summary, .pf-local a, .pf-button)")]
        .filter((each) => each.checkVisibility({ visibilityProperty: true }))
        .map((each) => [each.textContent.trim(), each.getBoundingClientRect().height])
        .filter(([, height]) => height < 24)"""
    )
    page.context.close()
    assert small == []


def test_headings_follow_one_another_without_a_gap(browser: Any, address: str) -> None:
    page, _ = open_page(browser, address + AMINA)
    levels = page.evaluate(
        "[...document.querySelectorAll('.pf :is(h1,h2,h3,h4,h5,h6)')].map((each) => Number(each.tagName[1]))"
    )
    page.context.close()
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_the_row_of_parts_stays_in_sight_and_leads_below_itself(browser: Any, address: str) -> None:
    page, _ = open_page(browser, address + AMINA)
    page.get_by_role("navigation", name="On this page").get_by_role("link", name="Timeline").click()
    page.wait_for_timeout(300)
    row = page.locator(".pf-local").bounding_box()
    heading = page.locator("#timeline").bounding_box()
    page.context.close()
    assert 0 <= row["y"] < 120
    assert row["y"] + row["height"] <= heading["y"] < 900


def test_without_script_everything_is_there(browser: Any, address: str) -> None:
    page, trouble = open_page(browser, address + AMINA, java_script_enabled=False)
    for name in ("Where I stand", "Growth", "Take it along"):
        assert page.get_by_role("heading", name=name, exact=True).is_visible()
    assert not page.locator("[data-pf-print]").is_visible()
    page.locator("summary", has_text="The picture as a table").click()
    assert page.get_by_role("region", name="Table: growth over time").is_visible()
    page.context.close()
    assert trouble == []


def test_a_portfolio_prints_as_one(browser: Any, address: str, tmp_path: Path) -> None:
    sheets = printed(browser, address + AMINA, tmp_path / "portfolio.pdf")
    every = "\n".join(sheets)
    assert len(sheets) <= 12
    for words in ("Amina Yusuf", "Where I stand", "Demonstrated", "In progress", "Growth", "Mastery map"):
        assert words in every
    assert all("Amina Yusuf · Portfolio" in each for each in sheets[1:])
    assert "Amina Yusuf · Portfolio" not in sheets[0]
    assert f"2 / {len(sheets)}" in sheets[1]
    for unwanted in ("Skip to content", "Take it along", "Print this portfolio", "Is this your portfolio?"):
        assert unwanted not in every


def test_a_transcript_prints_on_a_sheet(browser: Any, address: str, tmp_path: Path) -> None:
    (sheet,) = printed(browser, address + PAGES["transcript"], tmp_path / "transcript.pdf")
    for words in ("Transcript of professional learning", "Amina Yusuf", "Rosa Díaz", "15 hours", "Valid"):
        assert words in sheet
    assert "/portfolios/amina-" in sheet
    assert "Print this transcript" not in sheet


def test_a_transcript_of_many_lines_fills_its_first_sheet(browser: Any, address: str, tmp_path: Path) -> None:
    """Its table goes on below the head, with each address in one line, and nothing is on a sheet alone."""
    where = address + ELENA + "credentials/transcript/"
    (sheet,) = printed(browser, where, tmp_path / "transcript.pdf")
    assert "/portfolios/elena-marsh/credentials/feedback-that-moves-learning.2026-01-30/" in sheet
    assert "In all" in sheet
    assert "How to check it" in sheet


def test_a_long_portfolio_leaves_no_half_sheet_and_no_heading_alone(
    browser: Any, address: str, tmp_path: Path
) -> None:
    sheets = printed(browser, address + ELENA, tmp_path / "portfolio.pdf")
    assert len(sheets) <= 12
    assert "Where I stand" in sheets[0]
    for sheet in sheets:
        *_, last, _ = [each.strip() for each in sheet.splitlines() if each.strip()]
        assert last not in ("Opportunities", "Roles to apply for, as far as the work shown here tells.")


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_a_row_of_parts_that_goes_on_says_so_at_its_edge(browser: Any, address: str, direction: str) -> None:
    """What lies at the very edge is a shadow while more follows there, and the plain ground at the end."""
    page, _ = open_page(browser, address + ELENA, PHONE)
    page.evaluate("(direction) => { document.body.dir = direction }", direction)
    row = page.locator(".pf-local__list")
    row.scroll_into_view_if_needed()
    assert row.evaluate("(each) => each.scrollWidth > each.clientWidth")
    box = row.bounding_box()
    ahead = box["x"] + box["width"] - 3 if direction == "ltr" else box["x"]
    edge = {"x": ahead, "y": box["y"] + 3, "width": 3, "height": 3}
    more = page.screenshot(clip=edge)
    row.evaluate("(each, way) => each.scrollTo(way * each.scrollWidth, 0)", 1 if direction == "ltr" else -1)
    page.wait_for_timeout(100)
    end = page.screenshot(clip=edge)
    page.context.close()
    assert more != end


def test_a_name_has_the_width_of_the_smallest_screen(browser: Any, address: str) -> None:
    page, _ = open_page(browser, address + ELENA, (320, 640))
    picture = page.locator(".pf-head > .pf-avatar").bounding_box()
    name = page.locator("h1").bounding_box()
    page.context.close()
    assert picture["y"] + picture["height"] <= name["y"]
    assert abs(picture["x"] - name["x"]) < 1


def test_a_text_in_both_directions_lies_as_written(browser: Any, address: str) -> None:
    html = MarkdownConverter().convert(MIXED, lambda _: None).html
    page, _ = open_page(browser, address + WORK, PHONE)
    page.evaluate("(html) => { document.querySelector('.pf .prose').outerHTML = html }", html)
    told = page.evaluate(
        """(places) => places.map((place) =>
            getComputedStyle(document.querySelector(`.prose ${place}`)).direction)""",
        ["h2", "p:nth-of-type(1)", "p:nth-of-type(2)", "ul", "blockquote", "table"],
    )
    assert told == ["rtl", "rtl", "ltr", "rtl", "rtl", "rtl"]
    quotation = page.evaluate(
        "(({ borderRightWidth: right, borderLeftWidth: left }) => [right, left])"
        "(getComputedStyle(document.querySelector('.prose blockquote')))"
    )
    assert quotation[0] != "0px"
    assert quotation[1] == "0px"
    bullets = page.evaluate(
        "(({ marginRight: right, marginLeft: left }) => [parseFloat(right), parseFloat(left)])"
        "(getComputedStyle(document.querySelector('.prose li')))"
    )
    assert bullets[0] > 0 == bullets[1]
    page.context.close()


FILM = "https://player.vimeo.com/video/123456789?dnt=1"


def film(browser: Any, address: str, **more: Any) -> tuple[Any, list[str]]:
    """A page of work with a film elsewhere, and everything that was asked of other hosts."""
    url = "https://vimeo.com/123456789"
    shown = ArtifactView(
        "A lesson", "Video", "video", None, WebLink("A lesson", url), None, None, True, None, player(url)
    )
    module = environment().get_template("components/artifact.html").make_module({"size": lambda _: None})
    card = str(module.artifact(shown))  # type: ignore[attr-defined]
    page = browser.new_context(viewport={"width": 375, "height": 740}, **more).new_page()
    asked: list[str] = []

    def answer(route: Any) -> None:
        if not route.request.url.startswith(address):
            asked.append(route.request.url)
            route.fulfill(content_type="text/html", body="<title>player</title>")
        elif route.request.resource_type == "document":
            html = route.fetch().text()
            meta = html.partition('http-equiv="Content-Security-Policy" content="')[2].partition('"')[0]
            html = html.replace(meta, admitting(meta, ["player.vimeo.com"], []), 1)
            list_ = '<ul class="pf-cards pf-cards--artifacts">'
            route.fulfill(content_type="text/html", body=html.replace(list_, list_ + card, 1))
        else:
            route.continue_()

    page.route("**/*", answer)
    page.goto(address + WORK, wait_until="networkidle")
    return page, asked


def test_a_film_is_asked_for_only_once_the_reader_asks(browser: Any, address: str) -> None:
    page, asked = film(browser, address)
    assert page.get_by_text("Loads from player.vimeo.com, which then learns that you watched").is_visible()
    assert asked == []
    play = page.get_by_role("button", name="A lesson")
    play.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("iframe")
    page.wait_for_timeout(300)
    frame = page.locator("iframe[title='A lesson']")
    assert asked == [FILM]
    assert frame.get_attribute("sandbox") == "allow-scripts allow-same-origin allow-presentation"
    assert page.evaluate("document.activeElement.tagName") == "IFRAME"
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 375
    page.context.close()


def test_a_film_is_a_link_without_script(browser: Any, address: str) -> None:
    page, asked = film(browser, address, java_script_enabled=False)
    assert page.get_by_role("link", name="A lesson").get_attribute("href") == "https://vimeo.com/123456789"
    assert not page.get_by_role("button", name="Play here").is_visible()
    page.context.close()
    assert asked == []


def test_other_hosts_may_show_nothing_on_that_page(browser: Any, address: str) -> None:
    page, asked = film(browser, address)
    page.evaluate(
        """() => new Promise((done) => {
          document.addEventListener("securitypolicyviolation", () => done());
          const made = document.createElement("iframe");
          made.src = "https://other.example.org/";
          document.body.append(made);
        })"""
    )
    page.context.close()
    assert asked == []

"""Commentary beside a film, in a browser: a list at first, places to go to once the film is there."""

from __future__ import annotations

from typing import Any

import pytest
from tests.e2e.browse import DESKTOP, NARROWEST, expect, open_page

from proofolio.adapters.rendering.pages import environment
from proofolio.adapters.rendering.policy import admitting
from proofolio.core.publishing.page import WebLink
from proofolio.core.publishing.player import player
from proofolio.core.publishing.views.submission import ArtifactView, RemarkView

pytestmark = pytest.mark.slow

WORK = "portfolios/dmitri-volkov/titration-retakes/"
SAID = (
    RemarkView(65, "1:05", "Student", "I changed my mind here."),
    RemarkView(760, "12:40", "Teacher", "I wait."),
)
VIMEO = "https://player.vimeo.com/video/123456789?dnt=1"


def card(url: str | None, uri: str | None = None) -> str:
    """The card of a film with two remarks."""
    link = WebLink("A lesson", url) if url else None
    shown = ArtifactView(
        "A lesson", "Video", "video", uri, link, None, None, True, None, player(url), SAID
    )  # fmt: skip
    given = {"size": lambda _: None, "href": lambda it: f"../{it}"}
    return str(environment().get_template("components/artifact.html").make_module(given).artifact(shown))  # type: ignore[attr-defined]


def visit(
    browser: Any, address: str, made: str, host: str, size: tuple[int, int] = DESKTOP, **more: Any
) -> Any:
    """A page of work with this card on it; the page's ``asked`` are the addresses of other hosts."""
    page = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce", **more
    ).new_page()
    page.asked = []

    def answer(route: Any) -> None:
        if not route.request.url.startswith(address):
            page.asked.append(route.request.url)
            route.fulfill(content_type="text/html", body="<title>player</title>")
        elif route.request.resource_type == "document":
            html = route.fetch().text()
            meta = html.partition('http-equiv="Content-Security-Policy" content="')[2].partition('"')[0]
            html = html.replace(meta, admitting(meta, [host], [host]), 1)
            list_ = '<ul class="pf-cards pf-cards--artifacts">'
            route.fulfill(content_type="text/html", body=html.replace(list_, list_ + made, 1))
        else:
            route.continue_()

    page.route("**/*", answer)
    page.goto(address + WORK, wait_until="networkidle")
    return page


@pytest.mark.parametrize("size", [DESKTOP, NARROWEST])
def test_a_frame_is_led_to_each_place_once_it_is_there(
    browser: Any, address: str, size: tuple[int, int]
) -> None:
    page = visit(browser, address, card("https://vimeo.com/123456789"), "player.vimeo.com", size)
    said = page.locator(".pf-commentary").first
    (first, _) = said.locator("li").all_inner_texts()
    assert " ".join(first.split()) == "1:05 Student I changed my mind here."
    assert said.locator("button").count() == 0
    assert page.get_by_text("Each time in the commentary then leads to its place.").is_visible()
    assert page.asked == []
    with page.expect_request(lambda each: each.url.partition("#")[0] == VIMEO):
        page.get_by_role("button", name="Play here").first.press("Enter")
    later = page.get_by_role("button", name="Play from 12:40")
    expect(later).to_be_visible()
    with page.expect_request(lambda each: each.url.partition("#")[0] == f"{VIMEO}&autoplay=1"):
        later.press("Enter")
    expect(page.locator("iframe")).to_have_attribute("src", f"{VIMEO}&autoplay=1#t=760s")
    page.get_by_role("button", name="Play from 1:05").press("Enter")
    expect(page.locator("iframe")).to_have_attribute("src", f"{VIMEO}&autoplay=1#t=65s")
    assert page.locator("iframe").count() == 1
    assert page.evaluate("document.activeElement.textContent") == "1:05", "the keyboard stays where it was"
    assert page.evaluate("history.length") <= 3
    assert (
        page.locator("iframe").get_attribute("sandbox")
        == "allow-scripts allow-same-origin allow-presentation"
    )
    assert {each.partition("#")[0] for each in page.asked} == {VIMEO, f"{VIMEO}&autoplay=1"}
    assert page.evaluate("document.scrollingElement.scrollWidth") <= size[0]
    boxes = [each.bounding_box() for each in page.locator("button.pf-remark__at").all()]
    assert all(min(each["width"], each["height"]) >= 24 for each in boxes)
    page.context.close()


def test_a_file_is_moved_to_the_place(browser: Any, address: str) -> None:
    url = "https://video.example.org/talk.mp4"
    page = visit(browser, address, card(url), "video.example.org")
    page.get_by_role("button", name="Play here").first.click()
    page.get_by_role("button", name="Play from 12:40").click()
    assert page.evaluate("document.querySelector('video').currentTime") == 760
    assert page.locator("video").get_attribute("src") == url
    page.context.close()


def test_without_script_it_is_a_list_and_a_file_of_the_site_opens_at_the_time(
    browser: Any, address: str
) -> None:
    page = visit(
        browser, address, card("https://vimeo.com/123456789"), "x.example.org", java_script_enabled=False
    )
    assert page.locator(".pf-remark__at").first.inner_text() == "1:05"
    assert page.locator(".pf-commentary button, .pf-commentary a").count() == 0
    assert page.asked == []
    page.context.close()
    page = visit(browser, address, card(None, "talk.mp4"), "x.example.org", java_script_enabled=False)
    assert page.get_by_role("link", name="12:40").get_attribute("href") == "../talk.mp4#t=760"
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_beside_a_film_that_plays(browser: Any, address: str, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    made = card("https://vimeo.com/123456789")
    page = visit(browser, address, made, "player.vimeo.com", color_scheme=scheme)
    page.get_by_role("button", name="Play here").first.click()
    expect(page.get_by_role("button", name="Play from 1:05")).to_be_visible()
    options = {"preload": False, "iframes": False}
    found = Axe().run(page, context=".pf-artifact--playing", options=options).response["violations"]
    assert not found, [(each["id"], [node["html"][:200] for node in each["nodes"]]) for each in found]
    page.context.close()


def test_the_demo_has_commentary_and_themes(browser: Any, address: str) -> None:
    page, trouble = open_page(browser, address + WORK)
    assert page.locator(".pf-remark__at").all_inner_texts() == [
        "0:48",
        "1:05",
        "2:20",
        "3:36",
        "4:10",
        "9:52",
    ]
    page.get_by_role("link", name="Authentic").click()
    expect(page.locator("h2#authentic")).to_be_in_viewport()
    assert page.get_by_role("link", name="Titration retakes that teach something").count()
    assert trouble == []
    page.context.close()

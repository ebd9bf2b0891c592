"""Contributed texts on a page: converted, linked, kept apart, and honest when they cannot be shown."""

from __future__ import annotations

from dataclasses import replace

from tests.adapters.pages.filled import Filler, page
from tests.adapters.pages.reading import Reading

from proofolio.adapters.rendering.markdown import MarkdownConverter
from proofolio.adapters.rendering.pages import PageRenderer, RenderedPage
from proofolio.core.publishing.page import Page, Prose, Publication, SitePlan
from proofolio.core.publishing.views.submission import SubmissionView

FOLDER = "portfolios/amina/menu-maths"
PICTURE = f"{FOLDER}/board.png"


def render(converter: MarkdownConverter, body: str, review: str = "Well done.") -> RenderedPage:
    view: SubmissionView = Filler("Words", "2026-10-05").view(SubmissionView)
    source = f"{FOLDER}/index.md"
    reviews = tuple(
        replace(each, body=Prose(review, f"{FOLDER}/reviews/2026-10-0{day}-rosa.md"))
        for day, each in enumerate(view.reviews, start=1)
    )
    made = page("submission.html", replace(view, body=Prose(body, source), reviews=reviews))
    plan = SitePlan((made,), (Publication(PICTURE, PICTURE),), ())
    return PageRenderer(plan, converter, {PICTURE: (640, 480)}).render(made, lambda uri: f"to/{uri}")


def test_a_body_is_converted_linked_and_listed(converter: MarkdownConverter) -> None:
    made = render(converter, "## Context\n\nSee ![the board](board.png) and [a draft](../draft/index.md).\n")
    assert [each.title for each in made.toc if each.id == "user-content-context"] == ["Context"]
    picture = next(each for each in Reading(made.html).all("img") if each.get("alt") == "the board")
    assert picture.get("src") == f"to/{PICTURE}"
    assert picture.get("width") == "640"
    assert "a draft" in made.html
    assert "draft/index.md" not in made.html
    assert "See and a draft." in made.plain
    assert made.trouble == ()


def test_two_reviews_with_the_same_heading_have_addresses_of_their_own(converter: MarkdownConverter) -> None:
    made = render(converter, "## Context\n\nx", "## Pacing\n\n[again](#pacing)")
    reading = Reading(made.html)
    ids = [each.get("id") for each in reading.elements if "pacing" in each.get("id")]
    assert len(ids) == len(set(ids)) == 2
    assert {each.get("href") for each in reading.all("a") if each.words == "again"} == {
        f"#{id_}" for id_ in ids
    }
    heads = [each for each in reading.elements if each.get("id") in ids]
    assert {each.tag for each in heads} == {"h4"}  # below the review's own heading


def test_a_text_that_cannot_be_shown_says_so(converter: MarkdownConverter) -> None:
    made = render(converter, "x" * 6000)
    assert "This text could not be shown: Line 1 of this text has 6,000 characters" in made.plain
    assert len(made.trouble) == 1
    assert made.trouble[0].startswith(f"{FOLDER}/index.md: Line 1")
    assert "Well done." in made.plain


def test_scripts_in_a_body_are_gone(converter: MarkdownConverter) -> None:
    made = render(converter, "Hello <script>alert(1)</script><b onclick=x>there</b> [x](javascript:alert(1))")
    assert "alert" not in made.html
    assert "onclick" not in made.html
    assert "there" in made.html


def test_a_published_picture_shows_with_its_size(converter: MarkdownConverter) -> None:
    view: SubmissionView = Filler("Words", "2026-10-05", turn=0).view(SubmissionView)
    artifact = replace(view.artifacts[0], preview="image", uri=PICTURE, title="The board", notice=None)
    made: Page = page("submission.html", replace(view, artifacts=(artifact,)))
    renderer = PageRenderer(SitePlan((made,), (), ()), converter, {PICTURE: (640, 480)})
    pictures = Reading(renderer.render(made, lambda uri: uri).html).all("img")
    picture = next(each for each in pictures if each.get("src") == PICTURE)
    assert (picture.get("alt"), picture.get("width"), picture.get("height")) == ("The board", "640", "480")
    assert picture.get("loading") == "lazy"

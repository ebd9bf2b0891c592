"""Every page is sound HTML that one can read by ear, by keyboard and without script."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from tests.adapters.pages.filled import NEVER_EMPTY, TEMPLATES, Filler, empty_pages, full_pages
from tests.adapters.pages.filled import page as filled
from tests.adapters.pages.reading import Element, Reading

from proofolio.adapters.rendering.handbook import handbook as guides
from proofolio.adapters.rendering.markdown import MarkdownConverter
from proofolio.adapters.rendering.pages import PageRenderer
from proofolio.core.publishing.page import Page, SitePlan
from proofolio.core.publishing.views.board import Board
from proofolio.core.publishing.views.portfolio import PortfolioView

WORDS = "Words & more"
SHARE = r"(100|\d\d?(\.\d)?)"
PAGES = [*full_pages(WORDS, "2026-10-05"), *empty_pages()]
IDS = [f"{page.template}-{number}" for number, page in enumerate(PAGES)]
EVERY = pytest.mark.parametrize("page", PAGES, ids=IDS)


_READ: dict[int, Reading] = {}


def read(renderer: PageRenderer, page: Page) -> Reading:
    """A page as it is read; each of ``PAGES`` is laid out once for all tests."""
    if id(page) not in _READ:
        _READ[id(page)] = Reading(renderer.render(page, lambda uri: f"../{uri}").html)
    return _READ[id(page)]


@pytest.mark.parametrize("handbook", [True, False])
def test_what_is_empty_leads_to_a_guide_where_there_is_one(
    converter: MarkdownConverter, handbook: bool
) -> None:
    plan = SitePlan((), (), ())
    renderer = PageRenderer(plan, converter, handbook=handbook)
    found = set()
    for page in empty_pages():
        made = renderer.render(page, str).html
        found.update(re.findall(r'href="(guides/[^"]+)"', made) if "pf-empty" in made else ())
        assert (renderer.key(page, str) == PageRenderer(plan, converter).key(page, str)) is not handbook
    assert bool(found) is handbook
    known = {  # the headings that the addresses name
        f"guides/{name}#{re.sub(r'[^a-z0-9]+', '-', title.lower())}"
        for name in ("teacher.md", "leader.md", "files.md")
        for title in re.findall(r"(?m)^##+ (.+)$", guides()[f"guides/{name}"])
    }
    assert found <= known
    assert len(found) >= 4 * handbook


@EVERY
def test_the_html_is_sound(renderer: PageRenderer, page: Page) -> None:
    reading = read(renderer, page)
    assert reading.faults == []
    ids = [each.get("id") for each in reading.elements if "id" in each.attributes and not _stencil(each)]
    assert len(ids) == len(set(ids))
    assert all("__" in each.get("id") for each in reading.elements if each.get("id") and _stencil(each))
    shown = [each for each in reading.elements if not _stencil(each)]
    named = {name for each in shown for name in each.get("aria-labelledby").split()}
    assert named <= set(ids)


def _stencil(element: Element) -> bool:
    """Whether it stands in a row of a form that a script copies, and numbers where it says ``__``."""
    return any(each.tag == "template" for each in element.around)


@EVERY
def test_there_is_one_title_and_no_level_is_skipped(renderer: PageRenderer, page: Page) -> None:
    levels = [int(each.tag[1]) for each in read(renderer, page).all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@EVERY
def test_tables_say_what_they_are(renderer: PageRenderer, page: Page) -> None:
    for table in read(renderer, page).all("table"):
        captions = [each for each in table.inside if each.tag == "caption"]
        assert len(captions) == 1
        assert captions[0].words.strip()
        heads = [each for each in table.inside if each.tag == "th"]
        assert heads
        assert all(each.get("scope") in ("col", "row", "rowgroup") for each in heads)
        assert any(each.tag == "tbody" for each in table.inside)
        regions = [each for each in table.around if "pf-scroll" in each.get("class")]
        narrow = {"pf-table--narrow", "pf-impact__table"} & set(table.get("class").split())
        assert narrow or [(each.get("tabindex"), each.get("role")) for each in regions] == [("0", "region")]
        assert all(each.get("aria-label").strip() for each in regions)


@EVERY
def test_nothing_runs_and_no_style_is_set_but_the_length_of_a_bar(renderer: PageRenderer, page: Page) -> None:
    reading = read(renderer, page)
    assert reading.all("script", "style", "iframe", "object", "link", "video", "audio") == []
    for form in reading.all("form"):  # it sends nothing, and is there only for our scripts
        assert {"data-pf-write", "data-pf-search"} & form.attributes.keys()
        assert "hidden" in form.attributes
        assert not {"action", "method", "target"} & form.attributes.keys()
    assert not [name for each in reading.elements for name in each.attributes if name.startswith("form")]
    for each in reading.elements:
        assert not [name for name in each.attributes if name.startswith("on")]
        if "style" in each.attributes:
            assert re.fullmatch(_place(each), each.get("style"))
        for name in each.get("class").split():
            assert re.fullmatch(r"pf(-[a-z0-9_-]+)?|prose", name)


def _place(element: Element) -> str:
    """What the style of this element may say: the length of a bar, the place of a mark in a picture."""
    classes = element.get("class").split()
    if "pf-chart__tick" in classes:
        return rf"--y: {SHARE}"
    if "pf-chart__mark" in classes:
        return rf"--x: {SHARE}; --y: {SHARE}"
    return rf"--value: {SHARE}"


@EVERY
def test_pictures_drawn_in_the_page_are_only_lines_and_not_for_ears(
    renderer: PageRenderer, page: Page
) -> None:
    for each in read(renderer, page).all("svg"):
        assert any(box.get("aria-hidden") == "true" for box in each.around)
        assert {part.tag for part in each.inside} <= {"path"}
        assert all(set(part.attributes) == {"class", "d"} for part in each.inside)
        assert all(re.fullmatch(r"[MHVZ0-9 ]+", part.get("d")) for part in each.inside)
    assert all(any(box.tag == "svg" for box in each.around) for each in read(renderer, page).all("path"))


@EVERY
def test_every_list_and_box_holds_something(renderer: PageRenderer, page: Page) -> None:
    reading = read(renderer, page)
    boxes = ("ul", "ol", "dl", "section", "details", "p", "li", "td", "dd", "h1", "h2", "h3")
    wanted = reading.all(*boxes) if page.title == WORDS else reading.all("ul", "ol", "dl", "section")
    # What is hidden until a script shows it may get its words from there.
    empty = [(each.tag, each.attributes) for each in wanted if not each.words.strip() and not _waiting(each)]
    assert empty == []


def _waiting(element: Element) -> bool:
    return any("hidden" in each.attributes for each in (*element.around, element))


@EVERY
def test_pictures_have_words(renderer: PageRenderer, page: Page) -> None:
    for each in read(renderer, page).all("img"):
        assert "alt" in each.attributes
        if not each.get("alt").strip():  # a badge beside its own name: to say it twice would not help
            (*_, item) = [box for box in each.around if box.tag == "li"]
            assert [box for box in item.inside if box.tag == "a" and box.words.strip()]


@EVERY
def test_marks_are_hidden_from_ears_and_said_in_words(renderer: PageRenderer, page: Page) -> None:
    reading = read(renderer, page)
    for each in reading.elements:
        classes = set(each.get("class").split())
        if classes & {"pf-dots", "pf-steps", "pf-bar", "pf-tick", "pf-standing__mark"}:
            assert each.get("aria-hidden") == "true"
        if "pf-level" in classes:
            assert each.words.strip()


# A form asks, whatever there is to ask about.
SHOWING = [each for each in TEMPLATES if each not in NEVER_EMPTY and not each.startswith("write-")]


@pytest.mark.parametrize("template", SHOWING)
def test_an_empty_page_says_something_and_says_it_in_whole_sentences(
    renderer: PageRenderer, template: str
) -> None:
    page = next(each for each in empty_pages() if each.template == template)
    reading = read(renderer, page)
    told = [each.words for each in reading.elements if each.get("class") == "pf-empty"]
    assert told
    assert all(each.strip().endswith((".", "!")) for each in told)
    assert reading.all("table") == []


def test_the_table_of_contents_is_what_the_page_has(renderer: PageRenderer) -> None:
    for page in PAGES:
        rendered = renderer.render(page, lambda uri: uri)
        every = Reading(rendered.html).all("h2")
        heads = [each for each in every if each.get("id") and each.words.strip()]
        assert [each.id for each in rendered.toc] == [each.get("id") for each in heads]
        assert [each.level for each in rendered.toc] == [int(each.tag[1]) for each in heads]
        assert [each.title for each in rendered.toc] == [" ".join(each.words.split()) for each in heads]


def test_the_plain_text_has_the_words_and_no_markup(renderer: PageRenderer) -> None:
    page = next(each for each in full_pages(WORDS) if each.template == "competency.html")
    plain = renderer.render(page, lambda uri: uri).plain
    assert plain.splitlines()[1] == WORDS  # below the framework's name
    assert "Rubric: Words & more" in plain.splitlines()
    assert "<" not in plain
    assert "&amp;" not in plain


def test_the_same_page_is_the_same_bytes(renderer: PageRenderer) -> None:
    page = next(full_pages(WORDS))
    assert renderer.render(page, lambda uri: uri) == renderer.render(page, lambda uri: uri)


def test_where_nothing_comes_next_there_is_a_way_to_a_plan_of_ones_own(renderer: PageRenderer) -> None:
    nothing = Board((), (), (), (), False)
    view = replace(Filler(WORDS, "2026-10-05").view(PortfolioView), board=nothing, person="ann-lee")
    made = renderer.render(filled("portfolio.html", view), lambda uri: f"../{uri}").html
    assert 'href="../write/plan/index.md?person=ann-lee"' in made

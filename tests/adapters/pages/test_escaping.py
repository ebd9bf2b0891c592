"""What people write stays words, wherever it stands."""

from __future__ import annotations

import html
from dataclasses import replace

import pytest
from tests.adapters.pages.filled import TEMPLATES, Filler, full_pages, page
from tests.adapters.pages.reading import Reading

from proofolio.adapters.rendering.pages import PageRenderer
from proofolio.core.publishing.page import Page, WebLink

HOSTILE = "'\"><script>alert(1)</script><img src=x onerror=alert(2)>&lt;b&gt;{{ 7*191 }}"
PAGES = list(full_pages(HOSTILE))
KNOWN = [
    "a",
    "article",
    "aside",
    "b",
    "bdi",
    "br",
    "button",
    "caption",
    "code",
    "datalist",
    "dd",
    "del",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "header",
    "i",
    "img",
    "input",
    "ins",
    "label",
    "legend",
    "li",
    "nav",
    "noscript",
    "ol",
    "optgroup",
    "option",
    "p",
    "path",
    "pre",
    "q",
    "section",
    "select",
    "span",
    "strong",
    "summary",
    "svg",
    "table",
    "tbody",
    "td",
    "template",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "ul",
]


@pytest.mark.parametrize("hostile", PAGES, ids=[f"{p.template}-{n}" for n, p in enumerate(PAGES)])
def test_a_hostile_word_in_every_field_stays_a_word(renderer: PageRenderer, hostile: Page) -> None:
    made = renderer.render(hostile, lambda uri: uri).html
    assert "<script" not in made.lower()
    assert "<img src=x" not in made.lower()
    assert "1337" not in made
    reading = Reading(made)
    assert reading.faults == []
    assert {each.tag for each in reading.elements} <= set(KNOWN)
    for each in reading.elements:
        assert not [name for name in each.attributes if name.startswith("on") or name == "alert(1)"]


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_word_is_shown_escaped_and_not_swallowed(renderer: PageRenderer, template: str) -> None:
    hostile = page(template, Filler(HOSTILE).view(TEMPLATES[template]), HOSTILE)
    made = renderer.render(hostile, lambda uri: "#").html
    assert html.escape(HOSTILE).replace("&#x27;", "&#39;").replace("&quot;", "&#34;") in made


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//evil.example",
        "/\\evil.example",
        "file:///etc/passwd",
        "relative/path",
        "",
        None,
    ],
)
def test_only_plain_addresses_become_links(renderer: PageRenderer, url: str | None) -> None:
    view = Filler("Words").view(TEMPLATES["competency.html"])
    link = WebLink("Outside", url)
    exemplars = tuple(replace(each, link=link) for each in view.exemplars)
    shown = replace(view, resources=(link,), exemplars=exemplars)
    made = renderer.render(page("competency.html", shown), lambda uri: "#").html
    assert "Outside" in made
    assert not [each for each in Reading(made).all("a") if each.words == "Outside"]


@pytest.mark.parametrize("url", ["https://library.example.org/x?a=1&b=2", "mailto:amina@people.example.org"])
def test_an_address_outside_is_not_vouched_for(renderer: PageRenderer, url: str) -> None:
    view = replace(Filler("Words").view(TEMPLATES["competency.html"]), resources=(WebLink("Outside", url),))
    reading = Reading(renderer.render(page("competency.html", view), lambda uri: "#").html)
    links = [each for each in reading.all("a") if each.words == "Outside"]
    assert [each.get("href") for each in links] == [url]
    assert [each.get("rel") for each in links] == ["noopener nofollow ugc"]

"""Links in contributed texts lead to what is published, or nowhere."""

from __future__ import annotations

import pytest

from proofolio.adapters.rendering.references import References
from proofolio.core.publishing.page import Page, Publication, SitePlan
from proofolio.core.publishing.views.course import CoursesView

HERE = "portfolios/amina/menu-maths/index.md"


def _page(uri: str, title: str, template: str = "submission.html", source: str | None = None) -> Page:
    return Page(uri, title, template, CoursesView(()), source or uri, "", ())


def _competency(framework: str, name: str) -> Page:
    uri = f"competencies/frameworks/{framework}/{name}.md"
    return _page(uri, f"{framework} {name}", "competency.html", uri.replace(".md", ".yml"))


PLAN = SitePlan(
    (
        _page(HERE, "Menu maths"),
        _page("portfolios/amina/index.md", "Amina", "portfolio.html"),
        _page("portfolios/ben/wonder-wall/index.md", "Wonder wall"),
        _competency("foundational", "pacing"),
        _competency("foundational", "vision"),
        _competency("leadership", "vision"),
    ),
    (
        Publication("portfolios/amina/menu-maths/plan.pdf", "portfolios/amina/menu-maths/plan.pdf"),
        Publication("portfolios/amina/menu-maths/board-1.png", "portfolios/amina/menu-maths/Board ä.png"),
    ),
    (),
)
REFERENCES = References(PLAN, {"portfolios/amina/menu-maths/board-1.png": (800, 600)})


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("plan.pdf", "@portfolios/amina/menu-maths/plan.pdf"),
        ("./plan.pdf", "@portfolios/amina/menu-maths/plan.pdf"),
        ("plan.pdf?raw=1#page=2", "@portfolios/amina/menu-maths/plan.pdf"),
        ("Board%20%C3%A4.png", "@portfolios/amina/menu-maths/board-1.png"),
        ("Board ä.png", "@portfolios/amina/menu-maths/board-1.png"),
        ("../index.md", "@portfolios/amina/index.md"),
        ("..", "@portfolios/amina/index.md"),
        ("../../ben/wonder-wall/", "@portfolios/ben/wonder-wall/index.md"),
        ("../../ben/wonder-wall", "@portfolios/ben/wonder-wall/index.md"),
        (
            "../../ben/wonder-wall/index.md#reflection",
            "@portfolios/ben/wonder-wall/index.md#user-content-reflection",
        ),
        (
            "../../../competencies/frameworks/foundational/pacing.yml",
            "@competencies/frameworks/foundational/pacing.md",
        ),
        ("[[pacing]]", "@competencies/frameworks/foundational/pacing.md"),
        ("[[ Pacing ]]", "@competencies/frameworks/foundational/pacing.md"),
        ("[[leadership/vision]]", "@competencies/frameworks/leadership/vision.md"),
        ("[[vision]]", None),  # two have it
        ("[[nothing]]", None),
        ("../../ben/secret/index.md", None),
        ("missing.pdf", None),
        ("/portfolios/amina/index.md", None),
        ("../../../../etc/passwd", None),
        ("%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd", None),
        ("plan.pdf%00.png", None),
        ("?x", None),
        ("", None),
    ],
)
def test_where_a_link_leads(href: str, expected: str | None) -> None:
    found = REFERENCES.resolver(HERE, lambda uri: f"@{uri}")(href)
    assert (found.href if found else None) == expected


def test_a_target_brings_its_title_and_a_picture_its_size() -> None:
    resolve = REFERENCES.resolver(HERE, lambda uri: uri)
    wiki, picture = resolve("[[pacing]]"), resolve("Board ä.png")
    assert wiki is not None
    assert wiki.title == "foundational pacing"
    assert picture is not None
    assert (picture.width, picture.height) == (800, 600)


def test_a_review_looks_from_its_own_folder() -> None:
    review = "portfolios/amina/menu-maths/reviews/2026-10-05-rosa.md"
    resolve = REFERENCES.resolver(review, lambda uri: uri)
    assert resolve("plan.pdf") is None
    assert resolve("../plan.pdf") is not None

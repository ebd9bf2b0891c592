"""Links and pictures of bodies."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.core.checking.builders import district, told, with_portfolio, with_review, with_submission
from tests.core.checking.definitions import course
from tests.core.checking.portfolios import body, log_entry, profile, submission

from proofolio.core.checking.check import check
from proofolio.core.diagnostics.rule import Severity
from proofolio.core.model.body import Body, Link, Picture
from proofolio.core.model.history import History


def linked(target: str, wiki: bool = False) -> Body:
    return body(links=(Link(target, 30, 7, wiki),))


@pytest.mark.parametrize(
    "target",
    [
        "https://example.org/x",
        "HTTP://example.org",
        "mailto:amina@example.org?subject=Menu",
        "#reflection",
        "plan.pdf",
        "plan.pdf#page=2",
        "./plan.pdf?x=1",
        "pl%61n.pdf",
        ".",
        "index.md#reflection",
        "../",
        "../index.md",
        "../other-work/",
        "../other-work/index.md",
        "../../../competencies/courses/pace-by-data.md",
    ],
)
def test_links_that_lead_somewhere_are_left_alone(target) -> None:
    works = {each.slug: each for each in (submission(body=linked(target)), submission(slug="other-work"))}
    assert told(with_portfolio(submissions=works)) == []


@pytest.mark.parametrize(
    ("target", "rule"),
    [
        ("plna.pdf", "dangling-link"),
        ("Plan.pdf", "dangling-link"),
        ("../nothing/", "dangling-link"),
        ("../nothing/index.md", "dangling-link"),
        ("../../nobody/", "dangling-link"),
        ("../../../../../etc/passwd", "dangling-link"),
        ("/plan.pdf", "dangling-link"),
        ("www.example.org", "dangling-link"),
        ("", "dangling-link"),
        ("C:\\plan.pdf", "dangling-link"),
        ("javascript:alert(1)", "unsafe-link"),
        ("java\nscript:alert(1)", "unsafe-link"),
        (" JavaScript:alert(1)", "unsafe-link"),
        ("data:text/html,x", "unsafe-link"),
        ("file:///etc/passwd", "unsafe-link"),
        ("ftp://example.org", "unsafe-link"),
        ("//example.org/x", "unsafe-link"),
        ("https://bank.example@evil.example/", "unsafe-link"),
        ("https:///x", "unsafe-link"),
    ],
)
def test_links_that_lead_nowhere_or_too_far_are_told_at_their_place(target, rule) -> None:
    assert told(with_submission(body=linked(target))) == [(rule, "index.md", 30, 7)]


@pytest.mark.parametrize(
    ("target", "hint"),
    [("plna.pdf", "did you mean plan.pdf?"), ("www.example.org", "did you mean https://www.example.org?")],
)
def test_the_nearest_file_is_suggested(target, hint) -> None:
    (finding,) = check(with_submission(body=linked(target)), History())
    assert finding.hint == hint


@pytest.mark.parametrize(
    ("target", "rule"),
    [
        ("mastery", None),
        ("foundational/mastery", None),
        ("mastry", "dangling-link"),
        ("x/mastery", "dangling-link"),
    ],
)
def test_double_brackets_name_a_competency(target, rule) -> None:
    expected = [(rule, "index.md", 30, 7)] if rule else []
    assert told(with_submission(body=linked(target, wiki=True))) == expected


@pytest.mark.parametrize(
    ("target", "alt", "rules"),
    [
        ("board.png", "A board", []),
        ("board.png", " ", ["image-without-alt"]),
        ("bord.png", "A board", ["dangling-link"]),
        ("../menu-maths/", "A folder", ["dangling-link"]),
        ("https://example.org/x.png", "A board", ["remote-image"]),
        ("//example.org/x.png", "A board", ["unsafe-link"]),
        ("data:image/png;base64,x", "A board", ["unsafe-link"]),
        ("", "A board", ["dangling-link"]),
    ],
)
def test_pictures_are_files_of_the_folder_with_a_text_alternative(target, alt, rules) -> None:
    found = told(with_submission(body=body(pictures=(Picture(target, alt, 31, 2),))))
    assert found == [(rule, "index.md", 31, 2) for rule in rules]


def test_a_picture_from_elsewhere_is_left_out_without_withholding_the_text() -> None:
    pictures = (Picture("https://example.org/x.png", "A board", 31, 2),)
    (finding,) = check(with_submission(body=body(pictures=pictures)), History())
    assert finding.rule.severity is Severity.WARNING


BAD = Body("", links=(Link("nowhere.md", 5, 3),), pictures=(Picture("https://example.org/x.png", "", 6, 1),))


@pytest.mark.parametrize(
    ("given", "name"),
    [
        (with_portfolio(profile=profile(body=BAD)), "index.md"),
        (with_portfolio(log=(log_entry(body=BAD),)), "2026-10-01-tried-it.md"),
        (with_review(body=BAD), "2026-11-05-rosa-diaz.md"),
        (district(courses={"pace-by-data": course(body=BAD)}), "pace-by-data.md"),
    ],
)
def test_every_body_is_checked(given, name) -> None:
    assert told(given) == [
        ("dangling-link", name, 5, 3),
        ("image-without-alt", name, 6, 1),
        ("remote-image", name, 6, 1),
    ]


def test_a_review_links_from_its_own_folder() -> None:
    good = Body("", links=(Link("../plan.pdf", 5, 3), Link("../", 6, 3)))
    assert told(with_review(body=good)) == []
    assert told(with_review(body=Body("", links=(Link("plan.pdf", 5, 3),)))) == [
        ("dangling-link", "2026-11-05-rosa-diaz.md", 5, 3)
    ]


def test_a_link_to_work_that_could_not_be_read_is_not_a_second_finding() -> None:
    given = with_submission(body=linked("../lost/index.md"))
    (amina,) = given.portfolios.values()
    lost = replace(amina, broken=("portfolios/amina-yusuf/lost/index.md",))
    assert told(replace(given, portfolios={"amina-yusuf": lost})) == []

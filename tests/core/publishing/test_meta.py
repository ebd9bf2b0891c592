"""What the head of a page tells machines."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.core.publishing.builders import (
    district,
    history,
    page,
    portfolio,
    reviewed,
    revision,
    site,
    submission,
)

from proofolio.core.publishing.head import PLACE, Head
from proofolio.core.publishing.page import SitePlan


def plan() -> SitePlan:
    work = reviewed(submission("ann", "paced"))
    steps = {"portfolios/ann/paced/index.md": (revision(1, "Begin"), revision(9, "Revise"))}
    return site(district(portfolio("ann", work)), remembered=history(steps))


def head(plan: SitePlan, uri: str) -> Head:
    found = page(plan, uri).head
    assert found is not None
    return found


TYPES = {
    "index.md": ["WebSite"],
    "portfolios/ann/index.md": ["ProfilePage", "BreadcrumbList"],
    "portfolios/ann/paced/index.md": [["CreativeWork", "LearningResource"], "BreadcrumbList"],
    "competencies/micro-credentials/pacing.md": ["EducationalOccupationalCredential", "BreadcrumbList"],
    "competencies/frameworks/main/mastery.md": ["DefinedTerm", "BreadcrumbList"],
    "competencies/frameworks/main/index.md": ["DefinedTermSet", "BreadcrumbList"],
    "competencies/courses/pace-by-data.md": ["LearningResource", "BreadcrumbList"],
    "portfolios/index.md": ["BreadcrumbList"],
}


@pytest.mark.parametrize(("uri", "types"), TYPES.items())
def test_pages_say_what_they_are_about(uri: str, types: list[Any]) -> None:
    assert [each["@type"] for each in head(plan(), uri).graph] == types


def test_a_page_without_a_picture_has_that_of_the_page_above_it() -> None:
    made = plan()
    pictures = {each.uri for each in made.cards}
    assert head(made, "portfolios/ann/index.md").card == "portfolios/ann/card.png"
    assert head(made, "portfolios/ann/paced/index.md").card == "portfolios/ann/card.png"
    assert head(made, "competencies/micro-credentials/pacing.md").card == (
        "competencies/micro-credentials/pacing/card.png"
    )
    assert head(made, "competencies/pathways/route.md").card == "card.png"
    for each in made.pages:
        assert each.head is not None
        assert each.head.card in pictures
        assert each.head.alt


def test_the_way_from_the_front_door_names_pages_that_there_are() -> None:
    made = plan()
    uris = {each.uri for each in made.pages}
    way = head(made, "portfolios/ann/paced/index.md").graph[-1]["itemListElement"]
    assert [each["item"][PLACE] for each in way] == [
        "index.md",
        "portfolios/index.md",
        "portfolios/ann/index.md",
        "portfolios/ann/paced/index.md",
    ]
    assert [each["position"] for each in way] == [1, 2, 3, 4]
    for each in made.pages:
        assert set(places(each.head.graph if each.head else ())) <= uris | {item.uri for item in made.signed}


def places(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [value[PLACE]] if PLACE in value else [one for each in value.values() for one in places(each)]
    return [one for each in value for one in places(each)] if isinstance(value, list | tuple) else []


def test_the_day_of_the_last_change_comes_from_history_and_rises_to_the_lists() -> None:
    made = plan()
    work = head(made, "portfolios/ann/paced/index.md").changed
    assert work is not None
    for uri in ("portfolios/ann/index.md", "portfolios/index.md", "index.md"):
        assert (head(made, uri).changed or "") >= work
    assert head(made, "competencies/courses/pace-by-data.md").changed is None, "not the day of the build"


def test_feeds_stand_on_the_pages_that_they_are_about() -> None:
    made = plan()
    assert [each.uri for each in head(made, "portfolios/ann/index.md").follow] == ["portfolios/ann/feed.xml"]
    assert [each.uri for each in head(made, "index.md").follow] == ["feed.xml"]
    assert [each.uri for each in head(made, "portfolios/index.md").follow] == ["organizations/north/feed.xml"]
    json.dumps([each.head.graph for each in made.pages if each.head], allow_nan=False)

"""What the search knows: names and first words of what the audience sees, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.core.publishing.builders import (
    district,
    everything,
    page,
    portfolio,
    reviewed,
    site,
    submission,
)

from proofolio.core.model.district import District
from proofolio.core.model.submission import Status
from proofolio.core.model.visibility import Visibility
from proofolio.core.publishing.page import Audience, SitePlan
from proofolio.core.publishing.record import KINDS, Record


def small() -> District:
    work = reviewed(submission("ann", "paced"))
    return district(
        portfolio("ann", work, submission("ann", "maps", "guiding")),
        portfolio("bea", submission("bea", "canary", word="canary"), visibility=Visibility.INTERNAL),
    )


def record(plan: SitePlan, uri: str) -> Record:
    return next(each for each in plan.records if each.uri == uri)


KNOWN = {
    "portfolios/ann/index.md": "person",
    "portfolios/ann/paced/index.md": "work",
    "competencies/frameworks/main/mastery.md": "competency",
    "competencies/frameworks/main/index.md": "framework",
    "competencies/micro-credentials/pacing.md": "micro-credential",
    "competencies/pathways/route.md": "pathway",
    "competencies/courses/pace-by-data.md": "course",
    "portfolios/index.md": "list",
}


@pytest.mark.parametrize(("uri", "kind"), KNOWN.items())
def test_every_kind_of_page_is_known_as_what_it_is(uri: str, kind: str) -> None:
    plan = site(small())
    found = record(plan, uri)
    assert found.kind == kind
    assert found.values("kind") == (kind,)
    assert found.title


def test_work_is_found_by_what_it_shows_who_did_it_and_the_level_reached() -> None:
    found = record(site(small()), "portfolios/ann/paced/index.md")
    assert "Ann Example" in found.by
    assert "main/mastery" in found.values("competency")
    assert "main/questions" in found.values("competency"), "what it also demonstrates"
    assert found.values("level") == ("Proficient",)
    assert found.values("organization") == ("north",)
    assert "plain subject" in found.names


def test_a_level_needs_a_rating_of_everything_that_is_asked() -> None:
    plan = site(small())
    assert record(plan, "portfolios/ann/maps/index.md").values("level") == ()
    developing = site(district(portfolio("ann", reviewed(submission("ann", "paced"), "developing"))))
    assert record(developing, "portfolios/ann/paced/index.md").values("level") == ("Developing",)


def test_a_person_is_found_by_the_competencies_that_published_work_shows() -> None:
    found = record(site(small()), "portfolios/ann/index.md")
    assert "main/mastery" in found.values("competency")
    assert page(site(small()), "competencies/frameworks/main/mastery.md").title in found.names
    hidden = replace(submission("ann", "paced"), visibility=Visibility.PRIVATE)
    alone = site(district(portfolio("ann", hidden)))
    assert record(alone, "portfolios/ann/index.md").values("competency") == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"status": Status.DRAFT},
        {"practice": True},
        {"visibility": Visibility.PRIVATE},
        {"visibility": Visibility.INTERNAL},
    ],
)
def test_what_the_public_may_not_see_is_in_no_record_feed_or_picture(changes: dict[str, object]) -> None:
    hidden = reviewed(submission("ann", "canary", word="canary", **changes), word="canary")
    plan = site(district(portfolio("ann", submission("ann", "paced"), hidden)))
    for each in (plan.records, plan.feeds, plan.cards, tuple(one.head for one in plan.pages)):
        assert each
        assert "canary" not in repr(each).lower()
    assert "canary" not in everything(plan).lower()


def test_internal_work_is_found_inside_only() -> None:
    public, inside = site(small()), site(small(), Audience.INTERNAL)
    assert "portfolios/bea/canary/index.md" not in {each.uri for each in public.records}
    assert "portfolios/bea/canary/index.md" in {each.uri for each in inside.records}


def test_only_pages_that_there_are_can_be_found_and_the_search_does_not_find_itself() -> None:
    plan = site(small(), Audience.INTERNAL)
    uris = [each.uri for each in plan.records]
    wanted = [each.uri for each in plan.pages if each.searchable]
    assert uris == sorted(uris) == sorted(wanted)
    assert "search/index.md" not in uris
    assert {each.kind for each in plan.records} <= set(KINDS)


def test_what_belongs_to_one_person_is_kept_together() -> None:
    plan = site(small(), Audience.INTERNAL)
    homes = {each.home for each in plan.records if each.uri.startswith("portfolios/ann/")}
    assert homes == {"portfolios/ann/"}
    assert {each.home for each in plan.records if each.uri.startswith("competencies/")} == {""}


def test_the_page_that_searches_offers_what_there_is_to_choose_from() -> None:
    view = page(site(small()), "search/index.md").view
    kinds = {each.value: each.count for each in view.kinds}
    assert kinds["person"] == 1
    assert kinds["work"] == 2
    facets = {each.name: [choice.value for choice in each.choices] for each in view.facets}
    assert "main/mastery" in facets["competency"]
    assert facets["level"] == ["Proficient"]
    assert {each.ref.uri for each in view.ways} >= {"portfolios/index.md", "competencies/index.md"}

"""What can be followed: what happened, to whom the audience may see, newest first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.core.publishing.builders import district, history, portfolio, reviewed, revision, site, submission

from proofolio.core.model.visibility import Visibility
from proofolio.core.publishing.feed import Feed
from proofolio.core.publishing.page import Audience, SitePlan


def plan(audience: Audience = Audience.PUBLIC) -> SitePlan:
    work = reviewed(reviewed(submission("ann", "paced"), "developing", reviewed="sha256:old"))
    inside = reviewed(submission("bea", "maps", "guiding"))
    given = district(portfolio("ann", work), portfolio("bea", inside, visibility=Visibility.INTERNAL))
    steps = {"portfolios/ann/paced/index.md": (revision(1, "Begin"), revision(9, "Revise"))}
    return site(given, audience, history(steps))


def feed(plan: SitePlan, uri: str) -> Feed:
    return next(each for each in plan.feeds if each.uri == uri)


def test_there_is_a_feed_of_everything_of_people_of_competencies_and_of_organizations() -> None:
    uris = {each.uri for each in plan().feeds}
    assert uris >= {
        "feed.xml",
        "portfolios/ann/feed.xml",
        "competencies/frameworks/main/mastery/feed.xml",
        "organizations/north/feed.xml",
    }
    assert "portfolios/bea/feed.xml" not in uris
    assert "portfolios/bea/feed.xml" in {each.uri for each in plan(Audience.INTERNAL).feeds}


def test_work_is_news_when_its_text_changed_and_again_when_it_was_accepted() -> None:
    news = {each.part: each for each in feed(plan(), "portfolios/ann/feed.xml").news}
    assert set(news) == {"work", "accepted"}
    assert news["work"].first < news["work"].on
    assert news["accepted"].on == date(2026, 11, 2)
    assert "2 rounds" in news["accepted"].summary
    assert news["work"].uri == "portfolios/ann/paced/index.md"
    assert "main/mastery" in news["work"].refs
    assert len(news["work"].refs) == len(news["work"].subjects)


def test_the_newest_comes_first_and_the_order_never_depends_on_chance() -> None:
    found = feed(plan(Audience.INTERNAL), "feed.xml").news
    assert list(found) == sorted(found, key=lambda each: (-each.on.toordinal(), each.uri, each.part))
    assert plan().feeds == plan().feeds


def test_work_that_waits_for_an_answer_is_not_called_accepted() -> None:
    waiting = site(district(portfolio("ann", reviewed(submission("ann", "paced"), "developing"))))
    assert {each.part for each in feed(waiting, "feed.xml").news} == {"work"}


def test_a_site_without_news_still_has_its_feed() -> None:
    empty = replace(district(), portfolios={})
    assert [each.uri for each in site(empty).feeds] == ["feed.xml"]
    assert site(empty).feeds[0].news == ()

"""Bright spots: shown only with everybody's consent, of work that the reader may see, and then everywhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from tests.core.publishing.builders import (
    TODAY,
    differences,
    district,
    everything,
    page,
    person,
    portfolio,
    reviewed,
    site,
    submission,
    uris,
    view,
)

from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.body import Body
from proofolio.core.model.district import District
from proofolio.core.model.person import Role
from proofolio.core.model.portfolio import Portfolio
from proofolio.core.model.recognition import Recognition
from proofolio.core.model.showcase import Showcase
from proofolio.core.model.submission import Status, Submission
from proofolio.core.model.visibility import Visibility
from proofolio.core.publishing.page import Audience, Withheld

BRIGHT = "bright-spots/index.md"
WORK = "portfolios/ann/paced/index.md"
FILE = "competencies/recognitions/2026-11-19-look.md"
WORD = "canary"
ALL, NONE = Showcase(every=True), Showcase()
PUBLIC, INTERNAL = Audience.PUBLIC, Audience.INTERNAL


def recognition(**changes: Any) -> Recognition:
    made = Recognition(
        "2026-11-19-look",
        date(2026, 11, 19),
        "ann/paced",
        "rosa",
        f"{WORD} title",
        Body(f"{WORD} words"),
        Pointer(FILE),
    )
    return replace(made, **changes)


def with_showcase(given: Portfolio, showcase: Showcase) -> Portfolio:
    assert given.profile is not None
    return replace(given, profile=replace(given.profile, showcase=showcase))


def paced(**changes: Any) -> Submission:
    return reviewed(submission("ann", "paced", **({"co_authors": ()} | changes)))


def valley(
    showcase: Showcase = ALL,
    work: Submission | None = None,
    visibility: Visibility = Visibility.PUBLIC,
    others: tuple[Portfolio, ...] = (),
    **changes: Any,
) -> District:
    ann = with_showcase(portfolio("ann", work or paced(), visibility=visibility), showcase)
    made = recognition(**changes)
    return replace(district(ann, *others), recognitions={made.name: made})


def test_it_is_on_its_page_the_front_door_the_work_the_timeline_the_feeds_and_in_the_search() -> None:
    plan = site(valley())
    (spot,) = view(plan, BRIGHT).spots
    assert (spot.title, spot.by.title, spot.on) == (f"{WORD} title", "Rosa Example", "2026-11-19")
    assert spot.words.text == f"{WORD} words"
    assert spot.words.source == FILE
    assert spot.card.ref.uri == WORK
    landing = view(plan, "index.md")
    assert [each.title for each in landing.bright] == [f"{WORD} title"]
    assert landing.all_bright.uri == BRIGHT
    assert [each.anchor for each in view(plan, WORK).recognitions] == [spot.anchor]
    told = [each for each in view(plan, "portfolios/ann/index.md").timeline if each.kind == "recognition"]
    assert [(each.on, each.what.uri, each.who.title) for each in told] == [
        ("2026-11-19", WORK, "Rosa Example")
    ]
    for uri in ("feed.xml", "portfolios/ann/feed.xml", "organizations/north/feed.xml"):
        (feed,) = [each for each in plan.feeds if each.uri == uri]
        assert [each.uri for each in feed.news if each.part == "recognised-2026-11-19-look"] == [WORK], uri
    records = {each.uri: each for each in plan.records}
    assert f"{WORD} title" in records[BRIGHT].names
    assert f"{WORD} title" in records[WORK].names
    head = page(plan, WORK).head
    assert head is not None
    assert head.graph[0]["award"] == [f"{WORD} title"]


def test_what_is_held_up_is_not_shown_a_second_time_on_the_front_door() -> None:
    assert view(site(valley(NONE)), "index.md").featured
    assert not view(site(valley()), "index.md").featured


NOT_SHOWN: dict[str, District] = {
    "no consent": valley(NONE),
    "consent for other work": valley(Showcase(works=("other", "bea/paced"))),
    "a draft": valley(work=paced(status=Status.DRAFT)),
    "practice": valley(work=paced(practice=True)),
    "private work": valley(work=paced(visibility=Visibility.PRIVATE)),
    "a private portfolio": valley(visibility=Visibility.PRIVATE),
    "no such work": replace(valley(), recognitions={"x": recognition(work="ann/nothing")}),
    "work of nobody": replace(valley(), recognitions={"x": recognition(work="nothing")}),
    "a day that is still to come": valley(on=TODAY + timedelta(days=1)),
    "a stranger": valley(by="somebody"),
    "an educator": valley(by="cid"),
    "her own": valley(by="ann"),
    "a co-author without a portfolio": valley(work=paced(co_authors=("bea",))),
    "a co-author without consent": valley(
        work=paced(co_authors=("bea",)), others=(with_showcase(portfolio("bea"), NONE),)
    ),
    "a co-author who agrees for her own": valley(
        work=paced(co_authors=("bea",)), others=(with_showcase(portfolio("bea"), Showcase(works=("paced",))),)
    ),
    "a co-author on no roster": valley(work=paced(co_authors=("zoe",))),
}


@pytest.mark.parametrize("why", NOT_SHOWN)
@pytest.mark.parametrize("audience", Audience)
def test_nothing_of_it_is_in_any_byte(why: str, audience: Audience) -> None:
    given = NOT_SHOWN[why]
    plan = site(given, audience)
    assert BRIGHT not in uris(plan)
    assert WORD not in everything(plan)
    found = differences(plan, site(replace(given, recognitions={}), audience))
    # what a page rests on may be more, such as a co-author's profile; what it says may not
    assert [each for each in found if not each.startswith("pages: portfolios/ann/")] == []


@pytest.mark.parametrize(
    ("work", "portfolio_", "public", "internal"),
    [
        (None, Visibility.PUBLIC, True, True),
        (Visibility.INTERNAL, Visibility.PUBLIC, False, True),
        (None, Visibility.INTERNAL, False, True),
        (Visibility.PUBLIC, Visibility.INTERNAL, False, True),
    ],
)
def test_it_follows_the_work_and_its_portfolio(
    work: Visibility | None, portfolio_: Visibility, public: bool, internal: bool
) -> None:
    given = valley(work=paced(visibility=work), visibility=portfolio_)
    assert (BRIGHT in uris(site(given, PUBLIC))) is public
    assert (BRIGHT in uris(site(given, INTERNAL))) is internal


@pytest.mark.parametrize("line", ["paced", "ann/paced"])
def test_one_piece_of_work_can_be_agreed_to(line: str) -> None:
    assert BRIGHT in uris(site(valley(Showcase(works=(line,)))))


def test_it_is_shown_once_the_co_author_agrees_too() -> None:
    bea = with_showcase(portfolio("bea"), Showcase(works=("ann/paced",)))
    plan = site(valley(work=paced(co_authors=("bea",)), others=(bea,)))
    assert [each.title for each in view(plan, BRIGHT).spots[0].others] == ["Bea Example"]


@pytest.mark.parametrize("path", [FILE, WORK, "portfolios/ann/index.md", "portfolios/bea/index.md"])
def test_whatever_needs_mending_shows_nothing(path: str) -> None:
    bea = with_showcase(portfolio("bea"), ALL)
    given = valley(work=paced(co_authors=("bea",)), others=(bea,))
    plan = site(given, withheld=(Withheld(path, None, "wrong"),))
    assert BRIGHT not in uris(plan)
    told = site(replace(given, recognitions={}), withheld=(Withheld(path, None, "wrong"),))
    assert view(plan, "competencies/index.md") == view(told, "competencies/index.md"), "no notice of it"


def test_who_may_not_be_seen_speaks_as_the_organisation() -> None:
    rosa = portfolio("rosa", visibility=Visibility.INTERNAL)
    given = valley(others=(rosa,))
    assert view(site(given, PUBLIC), BRIGHT).spots[0].by.title == "The Valley"
    assert view(site(given, PUBLIC), BRIGHT).spots[0].by.uri is None
    assert view(site(given, INTERNAL), BRIGHT).spots[0].by.title == "Rosa Example"
    assert "Rosa Example" not in str(view(site(given, PUBLIC), "portfolios/ann/index.md").timeline[0])


def test_the_newest_comes_first_and_two_are_on_the_front_door() -> None:
    many = {
        each: recognition(name=each, on=date.fromisoformat(each[:10]))
        for each in ("2026-11-03-c", "2026-11-05-a", "2026-11-01-b")
    }
    plan = site(replace(valley(), recognitions=many))
    days = [each.on for each in view(plan, BRIGHT).spots]
    assert days == ["2026-11-05", "2026-11-03", "2026-11-01"]
    assert [each.on for each in view(plan, "index.md").bright] == days[:2]


def test_a_leader_and_an_approver_may_give_thanks() -> None:
    for role in (Role.LEADER, Role.APPROVER):
        given = valley(by="tess")
        people = {**given.people, "tess": person("tess", roles=frozenset({role}))}
        assert BRIGHT in uris(site(replace(given, people=people)))

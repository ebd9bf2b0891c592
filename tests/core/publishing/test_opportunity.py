"""Opportunities on the site: the list, their pages, and who could apply, as far as the audience may see."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.core.publishing.builders import (
    TODAY,
    district,
    everything,
    log_entry,
    page,
    portfolio,
    reviewed,
    site,
    submission,
    uris,
    view,
)

from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model import address
from proofolio.core.model.opportunity import Letter, Opportunity
from proofolio.core.model.requirement import AllOf, AnyOf, Named
from proofolio.core.model.visibility import Visibility
from proofolio.core.publishing.page import Audience, Withheld

SOURCE = Pointer("competencies/opportunities/role.yml")


def opportunity(key: str, *asked: str, **changes) -> Opportunity:
    source = Pointer(f"competencies/opportunities/{key}.yml")
    made = Opportunity(
        id=key,
        title=f"Role {key}",
        about=f"What {key} is.",
        closes=None,
        contact="mailto:roles@valley.example.org",
        requires=AllOf(tuple(Named(each, source) for each in asked), source) if asked else None,
        pathways=(),
        hours=0,
        at_least=1,
        at_most=3,
        letter=None,
        source=source,
    )
    return replace(made, **changes)


def world(*portfolios, roles=()):
    return district(*portfolios, opportunities={each.id: each for each in roles})


def done(who: str, slug: str = "paced", asked: str = "pacing", **changes):
    return (
        reviewed(reviewed(submission(who, slug, asked), by="rosa"), by="tom")
        if not changes
        else replace(reviewed(reviewed(submission(who, slug, asked), by="rosa"), by="tom"), **changes)
    )


def bars(given, who="ann"):
    return [
        (each.opportunity.title, each.met, each.words)
        for each in view(given, address.of_person(who)).opportunities
    ]


def test_without_any_there_is_no_page_and_no_way() -> None:
    shown = site(world(portfolio("ann", done("ann"))))
    assert not [each for each in uris(shown) if "opportunit" in each]
    assert "opportunities/index.md" not in everything(shown)
    assert view(shown, address.of_person("ann")).opportunities == ()


def test_open_ones_come_first_the_next_to_close_at_the_top() -> None:
    roles = (
        opportunity("always"),
        opportunity("later", closes=date(2027, 6, 1)),
        opportunity("soon", closes=TODAY),
        opportunity("over", closes=date(2026, 11, 21)),
        opportunity("long-over", closes=date(2025, 1, 1)),
    )
    shown = view(site(world(roles=roles)), address.OPPORTUNITIES)
    assert [each.ref.title for each in shown.open] == ["Role soon", "Role later", "Role always"]
    assert [each.ref.title for each in shown.over] == ["Role over", "Role long-over"]
    assert [each.when for each in (*shown.open, *shown.over)] == [
        "Open until 22 November 2026",
        "Open until 1 June 2027",
        "Open",
        "Closed; the last day was 21 November 2026",
        "Closed; the last day was 1 January 2025",
    ]


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [
        (1, 1, "1 piece of evidence"),
        (2, 2, "2 pieces of evidence"),
        (0, 2, "Up to 2 pieces of evidence"),
        (2, 4, "2 to 4 pieces of evidence"),
    ],
)
def test_how_much_to_choose(least, most, words) -> None:
    role = opportunity("role", at_least=least, at_most=most)
    assert view(site(world(roles=[role])), address.of_opportunity("role")).evidence == words


def test_the_page_tells_what_is_asked_and_how_to_apply() -> None:
    choice = AnyOf((Named("listening", SOURCE), Named("guiding", SOURCE)), SOURCE)
    role = opportunity(
        "role",
        requires=AllOf((Named("pacing", SOURCE), choice), SOURCE),
        hours=12.5,
        letter=Letter("Why you?", 80),
    )
    shown = view(site(world(roles=[role])), address.of_opportunity("role"))
    required, chosen = shown.rule.parts
    assert (required.title, [each.title for each in required.parts]) == ("Required", ["Title of pacing"])
    assert chosen.title == "Any one of two"
    assert shown.asked == ("At least 12.5 hours of professional learning.",)
    assert (shown.prompt, shown.words) == ("Why you?", "At least 80 words.")
    assert (shown.contact.title, shown.contact.url) == (
        "roles@valley.example.org",
        "mailto:roles@valley.example.org",
    )
    assert shown.ready is None


def test_a_portfolio_tells_what_is_near_and_nothing_else() -> None:
    roles = (
        opportunity("met", "pacing"),
        opportunity("half", "pacing", "listening"),
        opportunity("far", "listening", "guiding"),
        opportunity("over", "pacing", closes=date(2026, 1, 1)),
        opportunity("nothing-asked"),
        opportunity("hours", hours=4),
        opportunity("many-hours", hours=400),
    )
    given = world(portfolio("ann", done("ann"), log=[log_entry("ann", "one")]), roles=roles)
    assert bars(site(given)) == [
        ("Role hours", True, "Meets what is asked"),
        ("Role met", True, "Meets what is asked"),
        ("Role half", False, "1 step to go"),
    ]


@pytest.mark.parametrize(
    ("seen", "public", "internal"),
    [
        (Visibility.PUBLIC, True, True),
        (Visibility.INTERNAL, False, True),
        (Visibility.PRIVATE, False, False),
    ],
)
def test_only_what_the_audience_may_see_counts(seen, public, internal) -> None:
    hidden = done("ann", visibility=seen)
    shown = submission("ann", "shown", "guiding")
    given = world(portfolio("ann", hidden, shown), roles=[opportunity("role", "pacing")])
    assert bool(bars(site(given))) is public
    assert bool(bars(site(given, Audience.INTERNAL))) is internal
    ready = view(site(given, Audience.INTERNAL), address.of_opportunity("role")).ready
    assert bool(ready) is internal


def test_hours_that_are_hidden_do_not_count() -> None:
    kept = log_entry("ann", "kept", hours=9, visibility=Visibility.PRIVATE)
    given = world(portfolio("ann", log=[kept]), roles=[opportunity("role", hours=4)])
    assert bars(site(given)) == []


def test_a_leader_is_told_who_meets_it_but_of_nobody_whose_portfolio_is_private() -> None:
    people = (
        portfolio("ann", done("ann")),
        portfolio("bea", done("bea"), visibility=Visibility.INTERNAL),
        portfolio("cid", done("cid"), visibility=Visibility.PRIVATE),
        portfolio("dan"),
    )
    given = world(*people, roles=[opportunity("role", "pacing")])
    uri = address.of_opportunity("role")
    assert [each.title for each in view(site(given, Audience.INTERNAL), uri).ready] == [
        "Ann Example",
        "Bea Example",
    ]
    assert "Bea Example" not in str(view(site(given), uri))


def test_one_that_needs_mending_is_shown_nowhere() -> None:
    role = opportunity("role", "pacing")
    given = world(portfolio("ann", done("ann")), roles=[role])
    shown = site(given, withheld=(Withheld(role.source.file, None, "a slip"),))
    assert not [each for each in uris(shown) if "opportunit" in each]
    assert bars(shown) == []
    assert "Role role" not in everything(shown)


def test_the_search_knows_it_by_what_it_is() -> None:
    shown = site(world(roles=[opportunity("role")]))
    (found,) = (each for each in shown.records if each.uri == address.of_opportunity("role"))
    assert (found.kind, found.title, found.said) == ("opportunity", "Role role", "What role is.")
    assert page(shown, address.of_opportunity("role")).head is not None

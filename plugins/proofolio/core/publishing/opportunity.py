"""The list of opportunities, the page of one, and those that somebody could apply for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from proofolio.core.language.hours import counted_hours
from proofolio.core.language.say import say, says
from proofolio.core.model import address
from proofolio.core.model.opportunity import Opportunity
from proofolio.core.model.progress import Eligibility
from proofolio.core.model.requirement import AllOf, Named, Requirement
from proofolio.core.publishing import words
from proofolio.core.publishing.artifact import web_link
from proofolio.core.publishing.page import Audience, Page, Ref, WebLink
from proofolio.core.publishing.pathway import shaped
from proofolio.core.publishing.rule import in_short, rule_part
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.views.opportunity import (
    OpportunitiesView,
    OpportunityBar,
    OpportunityCard,
    OpportunityView,
)
from proofolio.core.publishing.views.pathway import RulePart

_NEAR = 2
"""So many steps away, somebody who has begun is told of it."""


def opportunities_page(scene: Scene) -> Iterator[Page]:
    """``competencies/opportunities/index.md``; none where there is nothing to apply for."""
    every = sorted(_published(scene), key=lambda each: (each.closes is None, each.closes, each.id))
    if not every:
        return
    still = [each for each in every if not each.is_over(scene.today)]
    over = [each for each in reversed(every) if each.is_over(scene.today)]
    view = OpportunitiesView(
        tuple(_card(scene, each) for each in still), tuple(_card(scene, each) for each in over)
    )
    told = says(
        "{n} role to apply for, with what it asks.", "{n} roles to apply for, with what they ask.", len(still)
    )
    inputs = ("competencies/",)
    yield Page(address.OPPORTUNITIES, say("Opportunities"), "opportunities.html", view, None, told, inputs)


def opportunity_page(scene: Scene, opportunity: Opportunity) -> Page:
    """What a role is, what it asks, and how to apply."""
    letter, rule = opportunity.letter, opportunity.rule
    view = OpportunityView(
        when(opportunity, scene.today),
        opportunity.is_over(scene.today),
        opportunity.about,
        _rule(scene, rule) if rule else None,
        _further(opportunity),
        pieces(opportunity),
        letter.prompt if letter else None,
        says("At least {n} word.", "At least {n} words.", letter.min_words)
        if letter and letter.min_words
        else "",
        reached_at(opportunity),
        f"proofolio apply {opportunity.id}",
        tuple(_ready(scene, opportunity)) if scene.audience is Audience.INTERNAL else None,
    )
    return Page(
        address.of_opportunity(opportunity.id),
        opportunity.title,
        "opportunity.html",
        view,
        opportunity.source.file,
        opportunity.about,
        ("competencies/", "portfolios/"),
    )


def within_reach(scene: Scene, person: str) -> tuple[OpportunityBar, ...]:
    """What somebody could apply for, or has more than half of: open, and as far as visible work tells."""
    found = []
    for key, each in scene.people[person].opportunities.items():
        role = scene.district.opportunities.get(key)
        if role is None or role.is_over(scene.today) or not scene.sight.publishes(role):
            continue
        if _near(each):
            found.append((each.lacking, role.id, _bar(scene, role, each)))
    return tuple(bar for _, _, bar in sorted(found, key=lambda one: one[:2]))


def when(opportunity: Opportunity, today: date) -> str:
    """Until when one can apply."""
    if opportunity.closes is None:
        return say("Open")
    on = words.day(opportunity.closes)
    return (
        say("Closed; the last day was {day}", day=on)
        if opportunity.is_over(today)
        else say("Open until {day}", day=on)
    )


def pieces(opportunity: Opportunity) -> str:
    """How many pieces of evidence to choose."""
    least, most = opportunity.at_least, opportunity.at_most
    if least == most:
        return says("{n} piece of evidence", "{n} pieces of evidence", most)
    if not least:
        return says("Up to {n} piece of evidence", "Up to {n} pieces of evidence", most)
    return says("{least} to {n} piece of evidence", "{least} to {n} pieces of evidence", most, least=least)


def reached_at(opportunity: Opportunity) -> WebLink | None:
    """Where a packet goes, if the opportunity says so."""
    contact = opportunity.contact
    return web_link(contact.removeprefix("mailto:"), contact) if contact else None


def _published(scene: Scene) -> Iterator[Opportunity]:
    return filter(scene.sight.publishes, scene.district.opportunities.values())


def _rule(scene: Scene, rule: Requirement) -> RulePart:
    """The rule to show: what is required by name stands together, beside the choices."""
    parts = rule.parts if isinstance(rule, AllOf) else ()
    named = tuple(each for each in parts if isinstance(each, Named))
    choices = tuple(each for each in parts if not isinstance(each, Named))
    if not named or not choices:
        return rule_part(scene.sight, rule)
    whole = AllOf((AllOf(named, rule.source), *choices), rule.source)
    return rule_part(scene.sight, whole, frozenset(each.id for each in named))


def _card(scene: Scene, opportunity: Opportunity) -> OpportunityCard:
    told = [in_short(scene.sight, opportunity.rule)] if opportunity.rule else []
    asked = " ".join((*told, *_further(opportunity))) or say("Nothing has to be earned for it.")
    return OpportunityCard(
        scene.sight.opportunity(opportunity.id), when(opportunity, scene.today), opportunity.about, asked
    )


def _further(opportunity: Opportunity) -> tuple[str, ...]:
    """What is asked beside things to earn."""
    if not opportunity.hours:
        return ()
    return (
        says(
            "At least {n} hour of professional learning.",
            "At least {n} hours of professional learning.",
            opportunity.hours,
        ),
    )


def _near(eligibility: Eligibility) -> bool:
    """Met, half way there, or begun and at most two steps away; where nothing is earned, nothing is near."""
    of = sum(each.of for each in eligibility.parts)
    have = sum(min(each.have, each.of) for each in eligibility.parts)
    if not of:
        return eligibility.hours_asked > 0 and eligibility.hours * 2 >= eligibility.hours_asked
    return eligibility.met or have * 2 >= of or (have > 0 and eligibility.lacking <= _NEAR)


def _bar(scene: Scene, role: Opportunity, each: Eligibility) -> OpportunityBar:
    enough = each.hours >= each.hours_asked
    told = (
        say("Meets what is asked")
        if each.met
        else says("{n} step to go", "{n} steps to go", max(1, each.lacking))
    )
    hours = counted_hours(each.hours, each.hours_asked) if each.hours_asked else None
    shape = shaped(scene, role.rule, each.parts)
    return OpportunityBar(
        scene.sight.opportunity(role.id), each.met, told, when(role, scene.today), shape, hours, enough
    )


def _ready(scene: Scene, opportunity: Opportunity) -> Iterator[Ref]:
    """Those whose portfolio may be opened here, and whose visible work meets all that is asked."""
    for person, seen in scene.people.items():
        found = seen.opportunities.get(opportunity.id)
        if found is not None and found.met and scene.sight.opens(person):
            yield scene.sight.person(person)

"""The list of pathways, the page of one, and a person's shape on it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from proofolio.core.language.say import say, says
from proofolio.core.model import address
from proofolio.core.model.pathway import Pathway, PathwayAward
from proofolio.core.model.progress import PartProgress, PathwayProgress
from proofolio.core.model.requirement import AllOf, Named, Requirement, Selector
from proofolio.core.publishing import words
from proofolio.core.publishing.holding import badge_of
from proofolio.core.publishing.page import Page, Ref
from proofolio.core.publishing.rule import in_short, rule_part, shape_of, summary, titles
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.survey import survey_links
from proofolio.core.publishing.views.pathway import (
    PathwayCard,
    PathwaysView,
    PathwayView,
    ShapePart,
    Traveller,
)


def pathways_page(scene: Scene) -> Page:
    """``competencies/pathways/index.md``."""
    cards = tuple(
        PathwayCard(
            scene.sight.pathway(key),
            shape_of(each),
            each.audience,
            summary(scene.sight, each.rule),
            each.award.title if each.award else None,
            _badge(scene, each),
            each.ordered,
        )
        for key, each in scene.district.pathways.items()
    )
    told = says(
        "{n} way through the micro-credentials, each with its own award.",
        "{n} ways through the micro-credentials, each with its own award.",
        len(cards),
    )
    view = PathwaysView(cards)
    return Page(address.PATHWAYS, say("Pathways"), "pathways.html", view, None, told, ("competencies/",))


def pathway_page(scene: Scene, pathway: Pathway) -> Page:
    """The page of one pathway."""
    told = summary(scene.sight, pathway.rule)
    travellers = sorted(
        _travellers(scene, pathway), key=lambda each: (each.person.title, each.person.uri or "")
    )
    view = PathwayView(
        shape_of(pathway),
        pathway.audience,
        in_short(scene.sight, pathway.rule),
        rule_part(scene.sight, pathway.rule),
        _award(pathway.award) if pathway.award else (),
        tuple(travellers),
        _badge(scene, pathway),
        survey_links(scene, "pathway", pathway.id),
        pathway.ordered,
    )
    return Page(
        address.of_pathway(pathway.id),
        pathway.title,
        "pathway.html",
        view,
        pathway.source.file,
        told,
        ("competencies/", "portfolios/"),
    )


def shape(scene: Scene, progress: PathwayProgress) -> tuple[ShapePart, ...]:
    """A person's progress in each part of a pathway's rule."""
    pathway = scene.district.pathways.get(progress.pathway)
    return shaped(scene, pathway.rule if pathway else None, progress.parts)


def shaped(scene: Scene, rule: Requirement | None, parts: tuple[PartProgress, ...]) -> tuple[ShapePart, ...]:
    """A person's progress in each part of a rule."""
    wanted = _wanted(rule) if rule else ()
    headings = titles(scene.sight, rule) if rule else ()
    if len(wanted) != len(parts):  # decided by another version of the rule
        wanted, headings = (None,) * len(parts), tuple(each.label for each in parts)
    return tuple(
        ShapePart(
            heading,
            scene.sight.achievement(asked.id) if isinstance(asked, Named) else None,
            part.have,
            part.of,
            part.met,
            _counted(part),
            tuple(scene.sight.achievement(each) for each in part.counted),
            tuple(scene.sight.achievement(each) for each in part.open),
        )
        for asked, heading, part in zip(wanted, headings, parts, strict=True)
    )


def _counted(part: PartProgress) -> str:
    if part.met:
        return say("{have} of {of}, done", have=part.have, of=part.of)
    return say("{have} of {of}", have=part.have, of=part.of)


def _wanted(rule: Requirement) -> tuple[Requirement | None, ...]:
    """The parts in which progress is told: those of the outermost "all", or the rule itself."""
    return rule.parts if isinstance(rule, AllOf) else (rule,)


def upcoming(pathway: Pathway | None, progress: PathwayProgress, begun: Collection[str]) -> frozenset[str]:
    """What could count for the parts of a pathway that are not there yet.

    Where an order is recommended it is the first of them for which something is open and not ``begun``.
    """
    lacking = [part.open for part in progress.parts if not part.met]
    if pathway is None or not pathway.ordered:
        return frozenset(each for part in lacking for each in part)
    rule = pathway.rule
    if not isinstance(rule, AllOf | Named | Selector):
        # a choice is one part, and its list is what has an order
        lacking = [(each,) for part in lacking for each in part]
    still = (frozenset(part).difference(begun) for part in lacking)
    return next(filter(None, still), frozenset())


def so_far(progress: PathwayProgress) -> str:
    """A person's progress on a pathway in a few words."""
    if progress.met:
        return say("Finished on {day}", day=words.day(progress.on)) if progress.on else say("Finished")
    have = sum(min(each.have, each.of) for each in progress.parts)
    return say("{have} of {of} so far", have=have, of=sum(each.of for each in progress.parts))


def _award(award: PathwayAward) -> tuple[str, ...]:
    lines = [award.title]
    if award.hours:
        lines.append(words.hours(award.hours))
    if award.stipend:
        lines.append(words.money(award.stipend))
    return tuple(lines)


def _badge(scene: Scene, pathway: Pathway) -> str | None:
    """The picture of what finishing it gives; without an award it gives nothing of its own."""
    return badge_of(scene, pathway.id) if scene.sight.publishes(pathway) else None


def _travellers(scene: Scene, pathway: Pathway) -> Iterator[Traveller]:
    """Those whose visible plan names the pathway, or whose visible work finishes it."""
    for person, seen in scene.people.items():
        if not scene.sight.opens(person):
            continue
        profile = scene.district.portfolios[person].profile
        progress = seen.pathways.get(pathway.id)
        if progress is not None and (progress.met or (profile and pathway.id in profile.pathways)):
            told, parts = so_far(progress), shape(scene, progress)
            mine = [
                each
                for each in scene.credentials.get(person, ())
                if each.credential.achievement == pathway.id
            ]
            credential = Ref(say("Credential"), mine[-1].uri) if mine else None
            yield Traveller(scene.sight.person(person), progress.met, told, parts, credential)

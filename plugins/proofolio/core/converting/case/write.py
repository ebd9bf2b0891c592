"""From a framework to a CASE 1.1 package (``CFPackage``), and what of it CASE has no place for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from proofolio.core.converting.case import compose, making
from proofolio.core.converting.case.account import written
from proofolio.core.converting.case.compose import COMPETENCY, DOMAIN, Thing, Things
from proofolio.core.converting.case.draft import drafts, wishes
from proofolio.core.converting.case.grading import Graded, grade
from proofolio.core.converting.case.heading import definitions, document, framework_extension
from proofolio.core.converting.case.joined import Joined
from proofolio.core.converting.case.joining import join
from proofolio.core.converting.case.package import packages
from proofolio.core.converting.case.rating import rating
from proofolio.core.converting.case.shape import DEFINITIONS, lawful, moment
from proofolio.core.converting.case.surroundings import Surroundings
from proofolio.core.converting.case.value import OURS, Json, rows, table, text
from proofolio.core.converting.case.wording import one_line
from proofolio.core.converting.identify import identifier
from proofolio.core.converting.report import Report
from proofolio.core.model.case_identity import case, mapping, uuid_of
from proofolio.core.model.competency import Competency
from proofolio.core.model.framework import Framework


def write(framework: Framework, around: Surroundings) -> tuple[Json, Report]:
    """The package of a framework. The same framework and surroundings give the same package."""
    things = compose.things(framework, around)
    head, joined, graded = document(things), join(things), grade(things)
    items = [each.item | _merged(each.item, _extension(things, each, joined)) for each in things.every]
    name = identifier(one_line(head["title"]))
    package = _package(things, head, items, joined, graded)
    kept = case(framework.kept)
    levels = "uri" not in kept or bool(kept.get("levels")) or _scale(package) != _levels(framework)
    extra = framework_extension(framework, head, name, levels)
    package["CFDocument"] = _lawful("CFDocument", head | _merged(head, extra), things.changed)
    unlawful = [each for each in joined.every if _association(each) is None]
    if unlawful:
        _add_ours(package["CFDocument"], {"associations": unlawful})
    return package, written(framework, package, joined)


def _package(things: Things, head: Json, items: list[Json], joined: Joined, graded: Graded) -> Json:
    last = things.changed
    package: Json = {
        "CFDocument": _lawful("CFDocument", head, last),
        "CFItems": [_lawful("CFItem", each, last) for each in items],
        "CFAssociations": [made for each in joined.every if (made := _association(each, last)) is not None],
    }
    kept = definitions(things, head, items)
    lists = {name: [_lawful(name, each, last) for each in rows(kept.get(name))] for name in DEFINITIONS}
    found: Json = {name: every for name, every in lists.items() if every}
    if table(kept.get("extensions")):
        found["extensions"] = table(kept["extensions"])
    if found:
        package["CFDefinitions"] = found
    if graded.rubrics:
        package["CFRubrics"] = [_rubric(each, last) for each in graded.rubrics]
    other = table(case(things.framework.kept).get("package"))
    if other:
        package["extensions"] = table(other.get("extensions")) | {
            OURS: {name: value for name, value in other.items() if name != "extensions"}
        }
        if not package["extensions"][OURS]:
            del package["extensions"][OURS]
    return package


def _rubric(given: Json, last: str) -> Json:
    rubric = _lawful("CFRubric", given, last)
    criteria = []
    for each in rows(given.get("CFRubricCriteria")):
        criterion = _lawful("CFRubricCriterion", each, rubric["lastChangeDateTime"])
        levels = rows(each.get("CFRubricCriterionLevels"))
        if levels:
            then = criterion["lastChangeDateTime"]
            criterion["CFRubricCriterionLevels"] = [
                _lawful("CFRubricCriterionLevel", step, then) for step in levels
            ]
        criteria.append(criterion)
    return rubric | {"CFRubricCriteria": criteria}


def _association(given: Json, last: str = "") -> Json | None:
    """An association as CASE 1.1 allows it; None when an end of it has neither name nor address."""
    made = _lawful("CFAssociation", given, last)
    if "originNodeURI" not in made or "destinationNodeURI" not in made:
        return None
    if "associationType" not in made:
        word = "".join(
            each for each in text(given.get("associationType")) if each.isascii() and each.isalnum()
        )
        made["associationType"] = f"ext:{word or 'association'}"
    return made


def _lawful(kind: str, given: Mapping[str, Any], last: str) -> Json:
    """The object with what everything must have: a UUID, a URI and the day of its last change."""
    made = lawful(kind, given)
    name = text(given.get("identifier"))
    uri = text(made.get("uri")) or (f"urn:uuid:{name}" if uuid_of(name) else name) or f"urn:{kind}"
    needed = {
        "identifier": made.get("identifier") or str(uuid5(NAMESPACE_URL, f"{uri} {name}".strip())),
        "uri": uri,
        "lastChangeDateTime": made.get("lastChangeDateTime") or moment(last) or Surroundings().day,
    }
    return made | needed


def _merged(given: Mapping[str, Any], ours: Json) -> Json:
    return {"extensions": table(given.get("extensions")) | ours["extensions"]} if ours else {}


def _add_ours(given: Json, more: Json) -> None:
    extensions = table(given.get("extensions"))
    given["extensions"] = extensions | {OURS: table(extensions.get(OURS)) | more}


def _scale(package: Json) -> list[tuple[str, str, bool]]:
    """The scale that a reader would find without being told."""
    found = rating(drafts(packages(package))[0]).levels
    return [(each.id, each.title, each.mastery) for each in found]


def _levels(framework: Framework) -> list[tuple[str, str, bool]]:
    return [(each.id, each.title, each.mastery) for each in framework.levels]


def _extension(things: Things, thing: Thing, joined: Joined) -> Json:
    """What of an item CASE has no place for, and what a reader could not tell."""
    first = next((made for each in wishes(thing.item) if (made := identifier(each))), "")
    told: Json = {"id": thing.id if thing.id != first else None}
    typed = text(thing.item.get("CFItemType"))
    own = things.framework.competencies
    if thing.kind == DOMAIN:
        leaf = all(each.domain != thing.id for each in own.values())
        told["kind"] = DOMAIN.lower() if leaf and typed != DOMAIN else None
        domain = next(each for each in things.framework.domains if each.id == thing.id)
        told["kept"] = _other(domain.kept)
    elif thing.kind == COMPETENCY:
        told |= _competency(own[thing.id], joined)
        at_top = things.domain(own[thing.id].domain or "") is None
        parent = at_top and bool(own[thing.id].indicators)
        told["kind"] = (
            COMPETENCY.lower() if (parent and typed != COMPETENCY) or (at_top and typed == DOMAIN) else None
        )
    else:
        told["kept"] = _other(mapping(mapping(own[thing.within or ""].kept.get("indicators")).get(thing.id)))
    return making.extension(told)


def _competency(given: Competency, joined: Joined) -> Json:
    return {
        "bare": not given.statement,
        "sets": list(given.sets),
        "themes": list(given.themes),
        "why": given.why,
        "pitfalls": dict(given.pitfalls),
        "practice": dict(given.practice),
        "resources": [{"title": each.title, "url": each.url} for each in given.resources],
        "alignments": [
            {"framework": each.framework, "target": each.target, "relation": each.relation}
            for each in joined.alignments.get(given.id, ())
        ],
        "kept": _other(given.kept),
    }


def _other(kept: Mapping[str, Any]) -> Json:
    """What was kept of other formats."""
    return {name: value for name, value in kept.items() if name not in ("case", "indicators")}

"""A framework's rubrics as the ``CFRubrics`` of a package."""

from __future__ import annotations

from dataclasses import dataclass, field

from proofolio.core.converting.case import making
from proofolio.core.converting.case.compose import (
    COMPETENCY,
    Things,
    criterion_about,
    criterion_kept,
    level_of,
)
from proofolio.core.converting.case.shape import moment
from proofolio.core.converting.case.value import Json, rows, text
from proofolio.core.converting.identify import identifier
from proofolio.core.model import case_identity
from proofolio.core.model.competency import Competency


@dataclass(slots=True)
class Graded:
    """The rubrics; and criteria and levels as we would make them, by where they stand in our files."""

    rubrics: list[Json] = field(default_factory=list)
    criteria: dict[tuple[str, str], Json] = field(default_factory=dict)
    levels: dict[tuple[str, str, str], Json] = field(default_factory=dict)


def grade(things: Things) -> Graded:
    """The rubrics that were kept with the criteria that still belong to them, then one a competency."""
    found = Graded()
    kept = rows(case_identity.case(things.framework.kept).get("rubrics"))
    found.rubrics = [{**each, "CFRubricCriteria": list(rows(each.get("CFRubricCriteria")))} for each in kept]
    by_name = {text(each.get("identifier")): each for each in found.rubrics}
    own = {each.id: each for each in things.framework.competencies.values()}
    for thing in things.every:
        if thing.kind == COMPETENCY:
            _grade(found, by_name, things, own[thing.id])
    return found


def _grade(found: Graded, by_name: dict[str, Json], things: Things, competency: Competency) -> None:
    about = things.competency(competency.id)
    identity = case_identity.of_rubric(things.around.site, competency)
    fresh: list[Json] = []
    for row in competency.rubric.criteria.values():
        home = by_name.get(text(criterion_kept(competency, row.id).get("rubric")))
        into = fresh if home is None else home["CFRubricCriteria"]
        rubric = identity.identifier if home is None else text(home.get("identifier"))
        made, written = criterion_about(about, competency, row, rubric, len(into) + 1, things.around)
        found.criteria[competency.id, row.id] = made
        last = moment(written["lastChangeDateTime"]) or about.changed
        levels = []
        for each in things.framework.levels:
            if each.id in row.descriptors:
                plain, step = level_of(things.framework, competency, row, each.id, last, things.around)
                found.levels[competency.id, row.id, each.id] = plain
                told = "" if identifier(text(step.get("quality"))) == each.id else each.id
                levels.append(step | _beside(step, making.extension({"id": told})))
        told = "" if identifier(text(written.get("category"))) == row.id else row.id
        extra = making.extension({"id": told})
        into.append(
            written | _beside(written, extra) | ({"CFRubricCriterionLevels": levels} if levels else {})
        )
    if fresh:
        found.rubrics.append(
            {
                "identifier": identity.identifier,
                "uri": identity.uri,
                "title": competency.title,
                "lastChangeDateTime": about.changed,
                "CFRubricCriteria": fresh,
            }
        )


def _beside(given: Json, ours: Json) -> Json:
    """Our extension beside those of others."""
    kept = given.get("extensions")
    if not ours or not kept:
        return ours
    if isinstance(kept, list):
        return {"extensions": [*kept, ours["extensions"]]}
    return {"extensions": {**kept, **ours["extensions"]}}

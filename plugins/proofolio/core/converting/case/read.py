"""From CASE packages (1.0 or 1.1) to frameworks, with all that has no place here kept beside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from proofolio.core.converting.case import compose, making
from proofolio.core.converting.case.account import imported
from proofolio.core.converting.case.draft import Draft, drafts
from proofolio.core.converting.case.grading import grade
from proofolio.core.converting.case.heading import made_document
from proofolio.core.converting.case.joined import key
from proofolio.core.converting.case.joining import join
from proofolio.core.converting.case.outline import left_of_rubrics, outline
from proofolio.core.converting.case.package import packages
from proofolio.core.converting.case.rating import Rating, rating
from proofolio.core.converting.case.relating import Relations, relations
from proofolio.core.converting.case.shape import moment
from proofolio.core.converting.case.surroundings import LONG_AGO, Surroundings
from proofolio.core.converting.case.tree import Role
from proofolio.core.converting.case.value import OURS, Json, rows, table, text
from proofolio.core.converting.imported import Imported
from proofolio.core.converting.trouble import Trouble, Unreadable
from proofolio.core.model.case_identity import CASE
from proofolio.core.model.competency import Competency
from proofolio.core.model.framework import Framework

DEEPEST = 5
"""How deeply members may be nested that are kept; our own files have a limit too."""


def read(data: object) -> tuple[Imported, ...]:
    """Every framework of a file. Raises ``Unreadable`` when it holds none."""
    every = drafts(packages(data))
    if not every:
        hint = "a CASE package has CFDocument, CFItems and CFAssociations"
        raise Unreadable((Trouble("", "the file holds no CASE framework", hint),))
    return tuple(_imported(draft, own) for draft, own in zip(every, relations(every), strict=True))


def _imported(draft: Draft, own: Relations) -> Imported:
    rated = rating(draft)
    bare = outline(draft, own, rated)
    framework = _with_kept(draft, own, rated, bare)
    return Imported(framework, imported(draft, own, rated, framework))


def _with_kept(draft: Draft, own: Relations, rated: Rating, bare: Framework) -> Framework:
    """Keep what an export would not make again of what was read."""
    package = draft.package
    last = moment(package.document.get("lastChangeDateTime")) or LONG_AGO
    around = Surroundings("", text(package.document.get("creator")), last)
    things = compose.things(bare, around)
    joined, graded = join(things), grade(things)
    items: dict[tuple[str | None, str], Json] = {}
    by_place = {
        (place.competency, place.role, place.id): package.items[item] for item, place in draft.places.items()
    }
    for thing in things.every:
        original = foreign(by_place[thing.within, Role(thing.kind.lower()), thing.id])
        kept = making.difference(original, thing.made)
        if thing.kind == compose.COMPETENCY:
            kept |= _day(original)
        for name in ("below", "unplaced"):
            if name in thing.kept:
                kept[name] = thing.kept[name]
        items[thing.within if thing.kind != compose.DOMAIN else None, f"{thing.kind}/{thing.id}"] = kept
    top = making.difference(foreign(package.document), made_document(things))
    top = {name: value for name, value in top.items() if name != "caseVersion"} | _day(package.document)
    top[making.ABSENT] = [each for each in top.get(making.ABSENT, ()) if each != "caseVersion"]
    top["creator"] = text(package.document.get("creator")) or "not stated"
    _keep_associations(draft, own, joined.by_key, items, top)
    top |= _rest(draft, rated)
    criteria = _criteria(draft, rated, graded.criteria, graded.levels)
    competencies = {
        each.id: _competency(each, items, criteria.get(each.id, {})) for each in bare.competencies.values()
    }
    domains = tuple(
        replace(each, kept=dict(each.kept) | {CASE: _shallow(items[None, f"{compose.DOMAIN}/{each.id}"])})
        for each in bare.domains
    )
    kept = {name: value for name, value in bare.kept.items() if name != CASE} | {CASE: _shallow(top)}
    return replace(bare, competencies=competencies, domains=domains, kept=kept)


def _day(original: Mapping[str, Any]) -> Json:
    """The day of the last change, of what has a file of its own that Git knows of."""
    return {name: original[name] for name in ("lastChangeDateTime",) if name in original}


def foreign(given: Mapping[str, Any]) -> Json:
    """An object without what an export of ours added to it."""
    made = dict(given)
    if "extensions" in made:
        every = made["extensions"] if isinstance(made["extensions"], list) else [made["extensions"]]
        left = [
            {k: v for k, v in table(each).items() if k != OURS} for each in every if isinstance(each, Mapping)
        ]
        left = [each for each in left if each]
        if left:
            made["extensions"] = left if isinstance(made["extensions"], list) else left[0]
        else:
            del made["extensions"]
    return made


def _keep_associations(
    draft: Draft,
    own: Relations,
    made: Mapping[Any, Json],
    items: Mapping[tuple[str | None, str], Json],
    top: Json,
) -> None:
    for at, given in enumerate(draft.package.associations):
        carried = at in own.carried
        if carried and foreign(made.get(key(given), {})) == foreign(given):
            continue
        place = draft.place(given.get("originNodeURI"))
        home = top if place is None else items[place.competency, f"{place.role.capitalize()}/{place.id}"]
        home.setdefault("carried" if carried else "associations", []).append(given)
    for home in (top, *items.values()):
        for name in ("carried", "associations"):
            if name in home:  # in an order that does not hang on the file's
                home[name].sort(key=lambda each: (text(each.get("associationType")), *key(each)))


def _rest(draft: Draft, rated: Rating) -> Json:
    """What belongs to the package as a whole: rubrics with criteria that have no place, definitions."""
    package = draft.package
    ours = {
        f"{text(package.document.get('uri'))}#item-type-{each}"
        for each in ("domain", "competency", "indicator")
    }
    definitions = {
        name: [each for each in rows(value) if text(each.get("uri")) not in ours]
        if isinstance(value, list)
        else value
        for name, value in package.definitions.items()
    }
    rest = {
        "rubrics": left_of_rubrics(package, rated),
        "definitions": {name: value for name, value in definitions.items() if value},
        "items": package.twice,
        "package": package.other,
        "levels": rated.told,
    }
    return {name: value for name, value in rest.items() if value}


def _criteria(
    draft: Draft,
    rated: Rating,
    made: Mapping[tuple[str, str], Json],
    levels: Mapping[tuple[str, str, str], Json],
) -> dict[str, Json]:
    found: dict[str, Json] = {}
    for row in rated.rows:
        competency, name = draft.places[row.competency].id, row.criterion.id
        original = foreign(row.original)
        original.pop("CFRubricCriterionLevels", None)
        kept = making.difference(original, made[competency, name])
        kept["rubric"] = row.rubric
        kept["levels"] = {
            level: making.difference(foreign(step), levels[competency, name, level])
            for level, step in row.levels.items()
        }
        found.setdefault(competency, {})[name] = kept
    return found


def _competency(bare: Competency, items: Mapping[tuple[str | None, str], Json], criteria: Json) -> Competency:
    own = dict(items[bare.id, f"{compose.COMPETENCY}/{bare.id}"])
    if criteria:
        own["criteria"] = criteria
    kept = {name: value for name, value in bare.kept.items() if name not in (CASE, "indicators")}
    kept[CASE] = _shallow(own)
    others = table(bare.kept.get("indicators"))
    indicators = {
        name: {k: v for k, v in table(others.get(name)).items() if k != CASE}
        | {CASE: _shallow(items[bare.id, f"{compose.INDICATOR}/{name}"])}
        for name in bare.indicators
    }
    return replace(bare, kept=kept | ({"indicators": indicators} if indicators else {}))


def _shallow(kept: Json) -> Json:
    """Without members that are nested more deeply than our files may be."""
    return {
        name: value for name, value in kept.items() if name in compose.STRUCTURE or _depth([value]) <= DEEPEST
    }


def _depth(every: Iterable[Any]) -> int:
    depth, level = 0, list(every)
    while level and depth <= DEEPEST:
        inner: list[Any] = []
        for each in level:
            if isinstance(each, Mapping):
                inner.extend(each.values())
            elif isinstance(each, list):
                inner.extend(each)
        level, depth = inner, depth + 1
    return depth

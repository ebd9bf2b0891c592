"""The reports of both conversions: what there was, what was made of it, what had no place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from proofolio.core.converting.case.compose import STRUCTURE
from proofolio.core.converting.case.draft import Draft
from proofolio.core.converting.case.joined import Joined
from proofolio.core.converting.case.making import ABSENT
from proofolio.core.converting.case.rating import Rating
from proofolio.core.converting.case.relating import Relations
from proofolio.core.converting.case.shape import SHAPES
from proofolio.core.converting.case.tree import Role
from proofolio.core.converting.case.value import Json, rows, table, text
from proofolio.core.converting.case.wording import LONGEST, plain
from proofolio.core.converting.report import Note, Report
from proofolio.core.converting.scale import STANDARD_NOTE
from proofolio.core.model.case_identity import case, mapping
from proofolio.core.model.framework import Framework

TOLD = (
    "identifier",
    "uri",
    "fullStatement",
    "abbreviatedStatement",
    "humanCodingScheme",
    "lastChangeDateTime",
    "creator",
)
"""What is kept of everything, or told in another line."""
MOST = 40
"""How many identifiers a warning lists."""


def imported(draft: Draft, relations: Relations, rating: Rating, framework: Framework) -> Report:
    """What became of a package that was read."""
    package = draft.package
    criteria = [each for rubric in package.rubrics for each in rows(rubric.get("CFRubricCriteria"))]
    held = {
        "items": len(package.items) + len(package.twice),
        "associations": len(package.associations),
        "rubrics": len(package.rubrics),
        "criteria of rubrics": len(criteria),
    }
    competencies = framework.competencies.values()
    made = {
        "domains": len(framework.domains),
        "competencies": len(framework.competencies),
        "indicators": sum(len(each.indicators) for each in competencies),
        **relations.made,
        "criteria": sum(len(each.rubric.criteria) for each in competencies),
    }
    return Report(
        {name: count for name, count in held.items() if count or name in ("items", "associations")},
        {name: count for name, count in made.items() if count or name == "competencies"},
        tuple(_notes(draft, relations, rating, framework)),
        tuple(_warnings(draft, relations)),
    )


def _notes(draft: Draft, relations: Relations, rating: Rating, framework: Framework) -> Iterator[Note]:
    package, tree = draft.package, draft.tree
    if rating.made:
        yield STANDARD_NOTE
    elif not rating.told and framework.mastery is not None:
        where = f"'{framework.mastery.title}' is taken for it; change it in framework.yml"
        yield Note("the file does not say which level is mastery", 1, where)
    deep = sum(1 for key in draft.keys(Role.INDICATOR) if tree.roles.get(tree.parent[key]) is Role.INDICATOR)
    if deep:
        yield Note(
            "items deeper than three levels", deep, "indicators of their competency; their place is kept"
        )
    if package.twice:
        yield Note(
            "items with the identifier of another",
            len(package.twice),
            "kept: in framework.yml; not written back",
        )
    left = Counter(
        (text(package.associations[at].get("associationType")) or "unnamed", why)
        for at, why in relations.left.items()
    )
    for (kind, why), count in sorted(left.items()):
        yield Note(f"associations '{kind}' that {why}", count, "kept: with what they begin at")
    for what, every in (
        ("criteria of rubrics that name no competency", rating.homeless),
        ("criteria with levels that are not described, or are described alike", rating.undescribed),
        ("criteria on another scale than most", rating.elsewise),
    ):
        if every:
            yield Note(what, len(every), "kept: in framework.yml")
    originals = package.items.values()
    marked = sum(
        1 for each in originals if plain(each.get("fullStatement")) != text(each.get("fullStatement"))
    )
    if marked:
        yield Note(
            "statements with marks, several lines or hidden characters",
            marked,
            "plain text; the original is kept",
        )
    yield from _members(_kept_of_items(framework), "items", "kept: with the competency or domain")
    yield from _members([case(framework.kept)], "the document", "kept: in framework.yml")
    cut = sum(
        1
        for each in originals
        for name in ("abbreviatedStatement", "humanCodingScheme")
        if len(text(each.get(name))) > LONGEST
    )
    if cut:
        where = f"cut at {LONGEST} characters; the original is kept"
        yield Note("titles and codes that are longer than titles are here", cut, where)
    for name in sorted(package.other):
        yield Note(f"“{name}” beside the document", 1, "kept: in framework.yml, and written into extensions")
    if package.formless:
        why = "entries of lists that are no objects, or lists that are none"
        yield Note(why, package.formless, "left out: CASE has nothing of that form")
    for name, value in table(case(framework.kept).get("definitions")).items():
        count = len(value) if isinstance(value, list) else 1
        yield Note(f"definitions: {name}", count, "kept: in framework.yml")


def _kept_of_items(framework: Framework) -> Iterator[Mapping[str, object]]:
    for domain in framework.domains:
        yield case(domain.kept)
    for competency in framework.competencies.values():
        yield case(competency.kept)
        for each in mapping(competency.kept.get("indicators")).values():
            yield case(mapping(each))


def _members(every: Iterable[Mapping[str, object]], whose: str, where: str) -> Iterator[Note]:
    counted = Counter(name for each in every for name in each if name not in (*TOLD, *STRUCTURE, ABSENT))
    for name, count in sorted(counted.items()):
        yield Note(f"{name} of {whose}", count, where)


def _warnings(draft: Draft, relations: Relations) -> Iterator[str]:
    package, tree = draft.package, draft.tree
    if relations.dangling:
        every = (package.associations[at] for at in relations.dangling)
        ends = (
            table(each.get(end)).get("identifier") or each.get(end)
            for each in every
            for end in ("originNodeURI", "destinationNodeURI")
            if not draft.place(each.get(end)) and package.resolve(each.get(end)) != ""
        )
        named = [text(each) or text(table(each).get("uri")) or "something unnamed" for each in ends]
        count = len(relations.dangling)
        yield f"{count} associations lead to something that is not in the file: {_listed(named)}"
    if tree.lost:
        yield f"{len(tree.lost)} items are placed by nothing, and stand at the top: {_listed(tree.lost)}"
    if tree.circles:
        count = len(tree.circles)
        yield f"{count} items stand below themselves, and are put at the top: {_listed(tree.circles)}"
    bare = [key for key, each in package.items.items() if not plain(each.get("fullStatement"))]
    if bare:
        yield f"{len(bare)} items have no statement: {_listed(bare)}"
    if package.timeless:
        told = "dates of the last change have no time zone, and are taken for UTC, or are none"
        yield f"{package.timeless} {told}"
    unknown = Counter(
        name
        for kind, objects in (
            ("CFDocument", [package.document]),
            ("CFItem", package.items.values()),
            ("CFAssociation", package.associations),
        )
        for each in objects
        for name in each
        if name not in SHAPES[kind] and name != "extensions"
    )
    if unknown:
        told = ", ".join(f"{name} ({count})" for name, count in sorted(unknown.items()))
        yield f"CASE 1.1 does not know these members; an export puts them into extensions: {told}"


def _listed(names: list[str]) -> str:
    more = len(names) - MOST
    return ", ".join(names[:MOST]) + (f" and {more} more" if more > 0 else "")


def written(framework: Framework, package: Json, joined: Joined) -> Report:
    """What became of a framework that was written."""
    every = tuple(framework.competencies.values())
    held = {
        "domains": len(framework.domains),
        "competencies": len(every),
        "indicators": sum(len(each.indicators) for each in every),
        "criteria": sum(len(each.rubric.criteria) for each in every),
    }
    rubrics = package.get("CFRubrics", [])
    made = {
        "items": len(package["CFItems"]),
        "associations": len(package["CFAssociations"]),
        "rubrics": len(rubrics),
        "criteria of rubrics": sum(len(each["CFRubricCriteria"]) for each in rubrics),
    }
    aside = {
        "vision": 1 if framework.vision else 0,
        "named sets": len(framework.sets),
        "reasons (why)": sum(1 for each in every if each.why),
        "common misunderstandings": sum(len(each.pitfalls) for each in every),
        "practice tasks": sum(len(each.practice) for each in every),
        "resources": sum(len(each.resources) for each in every),
        "alignments without a web address": joined.unsaid,
    }
    notes = [
        Note(what, count, "extensions, which other programs may ignore")
        for what, count in aside.items()
        if count
    ]
    if joined.nowhere:
        notes.append(Note("references to competencies that are not there", joined.nowhere, "left out"))
    twice = rows(table(framework.kept.get("case")).get("items"))
    if twice:
        notes.append(
            Note(
                "items that came with the identifier of another",
                len(twice),
                "left out; kept in framework.yml",
            )
        )
    return Report(held, made, tuple(notes))

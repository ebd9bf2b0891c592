"""The framework that a package's items make, before anything else is kept of them than their names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from proofolio.core.converting.case.draft import Draft
from proofolio.core.converting.case.heading import provenance_of, version_of
from proofolio.core.converting.case.package import Package
from proofolio.core.converting.case.rating import Rating
from proofolio.core.converting.case.relating import Related, Relations
from proofolio.core.converting.case.tree import Role
from proofolio.core.converting.case.value import Json, is_web, ours, rows, table, text, texts
from proofolio.core.converting.case.wording import UNTITLED, one_line, plain, titles
from proofolio.core.converting.identify import is_identifier
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.case_identity import CASE
from proofolio.core.model.competency import Alignment, Competency, Resource
from proofolio.core.model.framework import CompetencySet, Domain, Framework, Provenance
from proofolio.core.model.rubric import Rubric

_NAMES = ("identifier", "uri")


def outline(draft: Draft, relations: Relations, rated: Rating) -> Framework:
    """The framework with domains, competencies, indicators and rubrics."""
    head, told = draft.package.document, ours(draft.package.document)
    domains = tuple(_domain(draft, key) for key in draft.keys(Role.DOMAIN))
    rank = {each.id: at for at, each in enumerate(domains)}
    made = [_competency(draft, key, relations, rated) for key in draft.keys(Role.COMPETENCY)]
    made.sort(key=lambda each: (rank.get(each.domain or "", len(rank)), each.id))
    source = told.get("source")
    provenance = provenance_of(head) if source is None else _provenance(source)
    kept = _others(told) | {CASE: _names(head) | {"creator": text(head.get("creator"))}}
    kept[CASE]["rubrics"] = left_of_rubrics(draft.package, rated)
    return Framework(
        id=draft.id,
        title=one_line(head.get("title")) or UNTITLED,
        version=version_of(head),
        vision=plain(told.get("vision")),
        levels=rated.levels,
        domains=domains,
        sets=tuple(
            CompetencySet(
                text(each.get("id")),
                one_line(each.get("title")) or text(each.get("id")),
                each.get("all") is True,
            )
            for each in rows(told.get("sets"))
            if is_identifier(text(each.get("id")))
        ),
        provenance=provenance,
        competencies={each.id: each for each in made},
        source=Pointer(f"competencies/frameworks/{draft.id}/framework.yml"),
        description=plain(head.get("description")),
        kept=kept,
    )


def left_of_rubrics(package: Package, rated: Rating) -> list[Json]:
    """The rubrics with only those criteria that found no place."""
    away = [each for _, each in (*rated.homeless, *rated.undescribed, *rated.elsewise)]
    rubrics = []
    for rubric in package.rubrics:
        left = [each for each in rows(rubric.get("CFRubricCriteria")) if any(each is other for other in away)]
        head = {name: value for name, value in rubric.items() if name != "CFRubricCriteria"}
        rubrics.append(head | ({"CFRubricCriteria": left} if left else {}))
    return rubrics


def _provenance(source: object) -> Provenance | None:
    given = table(source)
    if not given:
        return None
    return Provenance(
        *(one_line(given.get(name)) or None for name in ("title", "publisher", "url", "licence"))
    )


def _names(item: Mapping[str, Any]) -> Json:
    return {name: item[name] for name in _NAMES if name in item}


def _others(told: Json) -> Json:
    """What an export of ours kept for other formats."""
    return {
        name: table(value) for name, value in table(told.get("kept")).items() if table(value) and name != CASE
    }


def _domain(draft: Draft, key: str) -> Domain:
    item = draft.package.items[key]
    title, statement, _ = titles(item)
    kept = _others(ours(item)) | {CASE: _names(item) | _code(item) | _unplaced(draft, key)}
    return Domain(draft.places[key].id, title, "" if statement == title else statement, kept)


def _unplaced(draft: Draft, key: str) -> Json:
    return {} if key in draft.tree.placed else {"unplaced": True}


def _code(item: Json) -> Json:
    return {"humanCodingScheme": item["humanCodingScheme"]} if "humanCodingScheme" in item else {}


def _competency(draft: Draft, key: str, relations: Relations, rated: Rating) -> Competency:
    item, place = draft.package.items[key], draft.places[key]
    title, statement, code = titles(item)
    told, related = ours(item), relations.of.get(place.id, Related())
    parent = draft.tree.parent[key]
    indicators, kept_indicators = _indicators(draft, key)
    known = {text(each.get("id")) for each in rows(ours(draft.package.document).get("sets"))}
    kept: dict[str, Any] = _others(told) | {
        CASE: _names(item) | _criteria(rated, key) | _unplaced(draft, key)
    }
    if kept_indicators:
        kept["indicators"] = kept_indicators
    return Competency(
        framework=draft.id,
        id=place.id,
        title=title,
        domain=draft.places[parent].id if parent else None,
        sets=tuple(each for each in texts(told.get("sets")) if each in known and is_identifier(each)),
        statement="" if told.get("bare") is True else statement,
        why=plain(told.get("why")),
        indicators=indicators,
        rubric=Rubric({row.criterion.id: row.criterion for row in rated.of(key)}),
        prerequisites=tuple(related.prerequisites),
        related=tuple(related.related),
        themes=tuple(filter(is_identifier, texts(told.get("themes")))),
        pitfalls=_points(told.get("pitfalls")),
        practice=_points(told.get("practice")),
        exemplars=tuple(related.exemplars),
        resources=tuple(
            Resource(one_line(each.get("title")), text(each.get("url")))
            for each in rows(told.get("resources"))
            if one_line(each.get("title")) and is_web(text(each.get("url")))
        ),
        alignments=_alignments(told) or tuple(related.alignments),
        source=Pointer(f"competencies/frameworks/{draft.id}/{place.id}.yml"),
        replaced_by=related.replaced_by,
        code=code,
        kept=kept,
    )


def _alignments(told: Json) -> tuple[Alignment, ...]:
    found = (
        Alignment(*(one_line(each.get(name)) for name in ("framework", "target", "relation")))
        for each in rows(told.get("alignments"))
    )
    kinds = ("exact", "broader", "narrower", "related")
    return tuple(each for each in found if each.framework and each.target and each.relation in kinds)


def _points(given: object) -> dict[str, str]:
    return {
        name: said for name, value in table(given).items() if is_identifier(name) and (said := plain(value))
    }


def _indicators(draft: Draft, key: str) -> tuple[dict[str, str], Json]:
    said, kept = {}, {}
    for each in draft.tree.below(key):
        item, place = draft.package.items[each], draft.places[each]
        title, statement, _ = titles(item)
        said[place.id] = statement or title
        above = draft.places[draft.tree.parent[each]]
        below = {"below": above.id} if above.role is Role.INDICATOR else {}
        kept[place.id] = _others(ours(item)) | {CASE: _names(item) | below}
    return said, kept


def _criteria(rated: Rating, key: str) -> Json:
    found = {
        row.criterion.id: _names(row.original)
        | {"rubric": row.rubric, "levels": {level: _names(step) for level, step in row.levels.items()}}
        for row in rated.of(key)
    }
    return {"criteria": found} if found else {}

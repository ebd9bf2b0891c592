"""What a competency's file says of others, as associations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from proofolio.core.converting.case import making, relating
from proofolio.core.converting.case.compose import Thing, Things
from proofolio.core.converting.case.joined import Joined, Key, key
from proofolio.core.converting.case.package import names
from proofolio.core.converting.case.value import Json, is_web, ours, rows, table, text, texts
from proofolio.core.converting.settled import UNRESOLVED
from proofolio.core.model import case_identity
from proofolio.core.model.case_identity import CaseIdentity
from proofolio.core.model.competency import Alignment, Competency, Exemplar
from proofolio.core.model.crosswalk import EXACT, aligned

EXACT_MATCH, RELATED_TO = "exactMatchOf", "isRelatedTo"


def connect(
    found: Joined, things: Things, thing: Thing, competency: Competency, pool: Mapping[Key, Json]
) -> None:
    """Everything that a competency's file says of others."""
    document, last = things.document, thing.changed

    def add(
        kind: str, origin: Json, destination: Json, name: str, told: Mapping[str, Any] | None = None
    ) -> bool:
        made = making.association(kind, origin, destination, document, last) | making.extension(told or {})
        return found.add(made, pool, name)

    successor = (competency.replaced_by,) if competency.replaced_by else ()
    for kind, refs, name in (
        (relating.PRECEDES, competency.prerequisites, "prerequisites"),
        (RELATED_TO, competency.related, "related competencies"),
        (relating.REPLACED, successor, "replacements"),
    ):
        for ref in refs:
            other = _link(things, competency, ref)
            held = _held(pool, kind, thing, ref) if other is None else None
            if other is not None:
                ends = (other, thing.link) if kind == relating.PRECEDES else (thing.link, other)
                add(kind, *ends, name, _beyond(things, competency, ref))
            elif held is not None:
                found.add(held, {}, name)
            else:
                found.nowhere += 1
        for ref in _unresolved(competency, kind):
            held = _held(pool, kind, thing, ref)
            if held is None or not found.add(held, {}, name):
                found.nowhere += 1
    kept = rows(thing.kept.get("carried"))
    for exemplar in competency.exemplars:
        held = next(
            (each for each in kept if _is(each, relating.EXEMPLAR) and relating.example_of(each) == exemplar),
            None,
        )
        if held is not None:
            found.add(held, {}, "exemplars")
        else:
            told = {"kind": exemplar.kind, "notice": exemplar.notice}
            add(relating.EXEMPLAR, thing.link, _example(exemplar), "exemplars", told)
    for alignment in competency.alignments:
        held = next((each for each in kept if _says(each, alignment)), None)
        destination = _destination(things, alignment)
        said = False
        if held is not None and (destination is None or key(held)[1] == next(names(destination))):
            said = found.add(held, {}, "alignments")
        elif destination is not None:
            kind = EXACT_MATCH if alignment.relation == EXACT else RELATED_TO
            told = {
                "framework": alignment.framework,
                "target": alignment.target,
                "relation": "" if alignment.relation == EXACT else alignment.relation,
            }
            said = add(kind, thing.link, destination, "alignments", told)
        if not said:
            found.alignments[competency.id] = list(competency.alignments)
            found.unsaid += 1


def _unresolved(competency: Competency, kind: str) -> list[str]:
    """References that led nowhere when they came, and were put aside."""
    aside = table(table(competency.kept).get(UNRESOLVED))
    key = {relating.PRECEDES: "prerequisites", RELATED_TO: "related"}.get(kind, "replaced_by")
    return texts(aside.get(key, ()))


def _beyond(things: Things, near: Competency, ref: str) -> Json:
    """How our files name a competency of another framework; nothing for one of this framework."""
    head, _, tail = ref.rpartition("/")
    if head in ("", things.framework.id) and tail in things.framework.competencies:
        return {}
    district = things.around.district
    found = district.competency(ref, near.framework) if district else None
    return {"framework": found.framework, "target": found.id} if found else {}


def _held(pool: Mapping[Key, Json], kind: str, thing: Thing, ref: str) -> Json | None:
    """The association that came with a reference to a framework that is not here."""
    end = 1 if kind == relating.PRECEDES else 0
    own = next(names(thing.link))
    sense = relating.RELATIONS.get(kind, kind)
    for name, each in pool.items():
        told = ours(each)
        if name[end] == own and name[2] == sense and ref == f"{told.get('framework')}/{told.get('target')}":
            return each
    return None


def _is(given: Json, kind: str) -> bool:
    return given.get("associationType") == kind


def _says(given: Json, alignment: Alignment) -> bool:
    return (
        text(given.get("associationType")) in relating.RELATIONS and relating.alignment_of(given) == alignment
    )


def _link(things: Things, near: Competency, ref: str) -> Json | None:
    """A link to another competency of this framework, or of one beside it."""
    head, _, tail = ref.rpartition("/")
    if head in ("", things.framework.id) and tail in things.framework.competencies:
        return things.competency(tail).link
    district = things.around.district
    found = district.competency(ref, near.framework) if district else None
    return _elsewhere(things, found) if found else None


def _elsewhere(things: Things, competency: Competency) -> Json:
    thing = case_identity.of_competency(things.around.site, competency)
    return making.link(competency.code or competency.title, thing)


def _destination(things: Things, alignment: Alignment) -> Json | None:
    """Where an alignment leads, if that has an address."""
    if alignment.framework == things.framework.id and alignment.target in things.framework.competencies:
        return things.competency(alignment.target).link
    district = things.around.district
    found = aligned(district, alignment) if district else None
    if found is not None:
        return _elsewhere(things, found)
    if is_web(alignment.target):
        thing = CaseIdentity(str(uuid5(NAMESPACE_URL, alignment.target)), alignment.target)
        return making.link(alignment.target, thing)
    return None


def _example(exemplar: Exemplar) -> Json:
    thing = CaseIdentity(str(uuid5(NAMESPACE_URL, exemplar.url)), exemplar.url)
    return making.link(exemplar.title, thing)

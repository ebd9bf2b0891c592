"""A framework's connections as the associations of a package."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from proofolio.core.converting.case import making, relating
from proofolio.core.converting.case.compose import COMPETENCY, DOMAIN, Thing, Things
from proofolio.core.converting.case.package import names
from proofolio.core.converting.case.tree import CHILD
from proofolio.core.converting.case.value import Json, is_web, ours, rows, text
from proofolio.core.model import case_identity
from proofolio.core.model.case_identity import CaseIdentity
from proofolio.core.model.competency import Alignment, Competency, Exemplar
from proofolio.core.model.crosswalk import EXACT, aligned

Key = tuple[str, str, str]
EXACT_MATCH, RELATED_TO = "exactMatchOf", "isRelatedTo"


@dataclass(slots=True)
class Joined:
    """The associations of a package, and what could not become one.

    ``by_key`` holds those that the model says, by :func:`key`; ``unsaid`` the alignments without an
    address and the references that lead nowhere.
    """

    every: list[Json] = field(default_factory=list)
    by_key: dict[Key, Json] = field(default_factory=dict)
    kinds: dict[str, int] = field(default_factory=dict)
    alignments: dict[str, list[Alignment]] = field(default_factory=dict)
    unsaid: int = 0
    nowhere: int = 0


def key(given: Mapping[str, Any]) -> Key:
    """What an association says: from where, where to, and in which sense."""
    kind = text(given.get("associationType"))
    origin, destination = (
        next(names(given.get(each)), "") for each in ("originNodeURI", "destinationNodeURI")
    )
    return origin, destination, relating.RELATIONS.get(kind, kind)


def join(things: Things) -> Joined:
    """All associations: those that our files say, then those that were kept because they cannot."""
    found = Joined()
    pool = {key(each): each for kept in _kept(things) for each in rows(kept.get("carried"))}
    own = {each.id: each for each in things.framework.competencies.values()}
    for made in _places(things):
        _add(found, made, pool, "places")
    for thing in things.every:
        if thing.kind == COMPETENCY:
            _relate(found, things, thing, own[thing.id], pool)
    for kept in _kept(things):
        found.every.extend(rows(kept.get("associations")))
    return found


def _kept(things: Things) -> Iterator[Mapping[str, Any]]:
    yield case_identity.case(things.framework.kept)
    for each in things.every:
        yield each.kept


def _add(found: Joined, made: Json, pool: Mapping[Key, Json], kind: str) -> None:
    name = key(made)
    if name not in found.by_key:
        found.by_key[name] = pool.get(name, made)
        found.every.append(found.by_key[name])
        found.kinds[kind] = found.kinds.get(kind, 0) + 1


def _places(things: Things) -> Iterator[Json]:
    title = things.framework.title
    top = making.link(title, things.document)
    known = {each.id for each in things.framework.domains}
    domains = {each.id: each.domain for each in things.framework.competencies.values()}
    numbers: dict[str, int] = {}
    for each in things.every:
        above = top
        if each.kind == COMPETENCY and domains[each.id] in known:
            domain = things.domain(domains[each.id] or "")
            above = domain.link if domain else top
        elif each.kind not in (COMPETENCY, DOMAIN):
            above = _above(things, each).link
        number = numbers[above["uri"]] = numbers.get(above["uri"], 0) + 1
        last = each.item["lastChangeDateTime"]
        yield making.association(CHILD, each.link, above, things.document, last, number)


def _above(things: Things, indicator: Thing) -> Thing:
    """The indicator that an indicator stood below, if it is still there and not below this one."""
    seen = {indicator.id}
    home = things.competency(indicator.within or "")
    first = things.indicator(home.id, text(indicator.kept.get("below")))
    each = first
    while each is not None:
        if each.id in seen:
            return home
        seen.add(each.id)
        each = things.indicator(home.id, text(each.kept.get("below")))
    return first or home


def _relate(
    found: Joined, things: Things, thing: Thing, competency: Competency, pool: Mapping[Key, Json]
) -> None:
    document, last = things.document, thing.item["lastChangeDateTime"]

    def add(
        kind: str, origin: Json, destination: Json, name: str, told: Mapping[str, Any] | None = None
    ) -> None:
        made = making.association(kind, origin, destination, document, last) | making.extension(told or {})
        _add(found, made, pool, name)

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
                _add(found, held, {}, name)
            else:
                found.nowhere += 1
    kept = rows(thing.kept.get("carried"))
    for exemplar in competency.exemplars:
        held = next(
            (each for each in kept if _is(each, relating.EXEMPLAR) and relating.example_of(each) == exemplar),
            None,
        )
        if held is not None:
            _add(found, held, {}, "exemplars")
        else:
            told = {"kind": exemplar.kind, "notice": exemplar.notice}
            add(relating.EXEMPLAR, thing.link, _example(exemplar), "exemplars", told)
    for alignment in competency.alignments:
        held = next((each for each in kept if _says(each, alignment)), None)
        destination = _destination(things, alignment)
        if held is not None and (destination is None or key(held)[1] == next(names(destination))):
            _add(found, held, {}, "alignments")
        elif destination is not None:
            kind = EXACT_MATCH if alignment.relation == EXACT else RELATED_TO
            told = {
                "framework": alignment.framework,
                "target": alignment.target,
                "relation": "" if alignment.relation == EXACT else alignment.relation,
            }
            add(kind, thing.link, destination, "alignments", told)
        else:
            found.alignments[competency.id] = list(competency.alignments)
            found.unsaid += 1


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

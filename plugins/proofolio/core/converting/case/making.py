"""The objects of a package as we write them, and what an original has beyond them.

Reader and writer use the same functions. The reader keeps only what the writer could not make again
(:func:`difference`); the writer lays that over what it makes (:func:`overlay`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from proofolio.core.converting.case.value import OURS, Json
from proofolio.core.converting.case.wording import headline
from proofolio.core.model.case_identity import CaseIdentity
from proofolio.core.model.rubric import Criterion

ABSENT = "absent"
"""Among what is kept: members that we would write and the original has not."""
ALWAYS = ("identifier", "uri")
NEEDED = (*ALWAYS, "fullStatement", "lastChangeDateTime", "creator", "title")
"""Never left out, whether the original had them or not."""
VERSION = "1.1"


def difference(original: Mapping[str, Any], made: Mapping[str, Any]) -> Json:
    """What has to be kept to make the original of what we would make."""
    kept = {
        name: value
        for name, value in original.items()
        if name in ALWAYS or name not in made or made[name] != value
    }
    absent = [name for name in made if name not in original]
    return kept | ({ABSENT: absent} if absent else {})


def overlay(
    made: Mapping[str, Any],
    kept: Mapping[str, Any],
    holds: Mapping[str, Callable[[object], bool]] | None = None,
) -> Json:
    """What we make with what was kept laid over it.

    ``holds`` tells for a member whether what was kept of it (None when it was not there) still says
    what the model says; if not, the model is right.
    """
    tests = holds or {}
    absent = {
        each
        for each in kept.get(ABSENT, ())
        if each not in NEEDED and (each not in tests or tests[each](None))
    }
    over = {
        name: value
        for name, value in kept.items()
        if name != ABSENT and (name not in tests or tests[name](value))
    }
    extra = {"extensions": _merged(made.get("extensions"), over.get("extensions"))}
    result = {name: value for name, value in made.items() if name not in absent} | over | extra
    return {name: value for name, value in result.items() if value is not None}


def _merged(made: object, kept: object) -> object:
    if isinstance(kept, Mapping) and isinstance(made, Mapping):
        return {**kept, **made}
    return made or kept


def link(title: str, thing: CaseIdentity) -> Json:
    """A link to something in the package, or to an item elsewhere."""
    return {"title": title, "identifier": thing.identifier, "uri": thing.uri}


def extension(data: Mapping[str, Any]) -> Json:
    """Our member of ``extensions``, with only what holds anything."""
    filled = {name: value for name, value in data.items() if value not in (None, "", (), [], {}, False)}
    return {"extensions": {OURS: filled}} if filled else {}


def kind_identity(document: CaseIdentity, kind: str) -> CaseIdentity:
    """The identity of one of our three item types."""
    uri = f"{document.uri}#item-type-{kind.lower()}"
    return CaseIdentity(str(uuid5(NAMESPACE_URL, uri)), uri)


def item(
    thing: CaseIdentity,
    document: CaseIdentity,
    kind: str,
    said: tuple[str | None, str, str | None],
    changed: str,
    keywords: Iterable[str] = (),
) -> Json:
    """A ``CFItem``. ``said`` is its title (None for none of its own), its statement and its code."""
    title, statement, code = said
    made: Json = {
        "identifier": thing.identifier,
        "uri": thing.uri,
        "fullStatement": statement or title or "",
        "CFItemType": kind,
        "CFItemTypeURI": link(kind, kind_identity(document, kind)),
        "lastChangeDateTime": changed,
    }
    if title is not None:
        made["abbreviatedStatement"] = title
    if code:
        made["humanCodingScheme"] = code
    if words := list(keywords):
        made["conceptKeywords"] = words
    return made


def is_headline(title: str, statement: str, code: str | None) -> bool:
    """Whether a title is what we would make of the statement, so that nobody wrote it."""
    return title == headline(code, statement)


def association(
    kind: str,
    origin: Json,
    destination: Json,
    document: CaseIdentity,
    changed: str,
    number: int | None = None,
) -> Json:
    """A ``CFAssociation``; its identifier follows from what it joins."""
    seed = f"{origin['uri']} {kind} {destination['uri']}"
    identifier = str(uuid5(NAMESPACE_URL, seed))
    made: Json = {
        "identifier": identifier,
        "uri": f"{document.uri}#{identifier}",
        "associationType": kind,
        "originNodeURI": origin,
        "destinationNodeURI": destination,
        "lastChangeDateTime": changed,
    }
    return made | ({} if number is None else {"sequenceNumber": number})


def criterion(
    thing: CaseIdentity, rubric: str, about: Json, row: Criterion, short: str, changed: str, position: int
) -> Json:
    """A ``CFRubricCriterion`` without its levels. ``short`` is the indicator of the same id."""
    made: Json = {
        "identifier": thing.identifier,
        "uri": thing.uri,
        "category": row.title,
        "CFItemURI": about,
        "rubricId": rubric,
        "position": position,
        "lastChangeDateTime": changed,
    }
    return made | ({"description": short} if short else {})


def level(
    thing: CaseIdentity, criterion_id: str, quality: str, descriptor: str, changed: str, position: int
) -> Json:
    """A ``CFRubricCriterionLevel``; score and position rise with the level."""
    return {
        "identifier": thing.identifier,
        "uri": thing.uri,
        "quality": quality,
        "description": descriptor,
        "score": position,
        "position": position,
        "rubricCriterionId": criterion_id,
        "lastChangeDateTime": changed,
    }

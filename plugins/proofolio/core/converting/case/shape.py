"""The shapes of CASE 1.1, closed as its schema closes them; what has no place goes into ``extensions``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from proofolio.core.converting.case.value import OURS, Json, number, table, text, texts, whole
from proofolio.core.model.case_identity import uuid_of

ASSOCIATION_TYPES = (
    "isChildOf", "isPeerOf", "isPartOf", "exactMatchOf", "precedes", "isRelatedTo", "replacedBy", "exemplar",
    "hasSkillLevel", "isTranslationOf",
)  # fmt: skip
OUTSIDE = "members"
"""Below our extension: members that CASE 1.1 does not know, as they came."""

_THING = {"identifier": "uuid", "uri": "text", "lastChangeDateTime": "moment"}
_DATED = {"statusStartDate": "day", "statusEndDate": "day"}
SHAPES: Mapping[str, Mapping[str, str]] = {
    "CFDocument": _THING | _DATED | dict.fromkeys(
        ("frameworkType", "caseVersion", "creator", "title", "officialSourceURL", "publisher", "description",
         "language", "version", "adoptionStatus", "notes"), "text",
    ) | {"subject": "texts", "subjectURI": "links", "licenseURI": "link"},
    "CFItem": _THING | _DATED | dict.fromkeys(
        ("fullStatement", "alternativeLabel", "CFItemType", "humanCodingScheme", "listEnumeration",
         "abbreviatedStatement", "notes", "language"), "text",
    ) | {"conceptKeywords": "texts", "conceptKeywordsURI": "link", "subject": "texts", "subjectURI": "links",
         "educationLevel": "texts", "CFItemTypeURI": "link", "licenseURI": "link"},
    "CFAssociation": _THING | {
        "associationType": "type", "sequenceNumber": "whole", "originNodeURI": "any-link",
        "destinationNodeURI": "any-link", "CFAssociationGroupingURI": "link", "notes": "text",
    },
    "CFRubric": _THING | {"title": "text", "description": "text", "CFRubricCriteria": "rows"},
    "CFRubricCriterion": _THING | {
        "category": "text", "description": "text", "CFItemURI": "link", "weight": "number",
        "position": "whole", "rubricId": "uuid", "CFRubricCriterionLevels": "rows",
    },
    "CFRubricCriterionLevel": _THING | {
        "description": "text", "quality": "text", "score": "number", "feedback": "text", "position": "whole",
        "rubricCriterionId": "uuid",
    },
    "CFConcepts": _THING | dict.fromkeys(("title", "keywords", "hierarchyCode", "description"), "text"),
    "CFSubjects": _THING | dict.fromkeys(("title", "hierarchyCode", "description"), "text"),
    "CFLicenses": _THING | dict.fromkeys(("title", "description", "licenseText"), "text"),
    "CFItemTypes": _THING | dict.fromkeys(("title", "description", "hierarchyCode", "typeCode"), "text"),
    "CFAssociationGroupings": _THING | dict.fromkeys(("title", "description"), "text"),
}  # fmt: skip
DEFINITIONS = ("CFConcepts", "CFSubjects", "CFLicenses", "CFItemTypes", "CFAssociationGroupings")
NEEDED: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "CFConcepts": {"title": ("keywords",), "hierarchyCode": ("title",)},
    "CFSubjects": {"title": ("description",), "hierarchyCode": ("title",)},
    "CFLicenses": {"title": ("description",), "licenseText": ("description", "title")},
    "CFItemTypes": {
        "title": ("typeCode",), "description": ("title", "typeCode"), "hierarchyCode": ("typeCode", "title"),
    },
    "CFAssociationGroupings": {"title": ("description",)},
}  # fmt: skip
"""Members that a definition must have, and which of its own stand in for one that is not there."""


def lawful(kind: str, data: Mapping[str, Any]) -> Json:
    """An object of the package as CASE 1.1 allows it.

    What is empty is left out. What has no place, or is of the wrong kind, goes below our own member of
    ``extensions``, from where :func:`open_up` takes it back.
    """
    shape, made, outside = SHAPES[kind], {}, {}
    for name, value in data.items():
        if name == "extensions" or value is None or value == "" or value == [] or value == {}:
            continue
        fitting = _fitting(shape[name], value) if name in shape else None
        if fitting is not None:
            made[name] = fitting
        else:
            outside[name] = value
    for name, others in NEEDED.get(kind, {}).items():
        made.setdefault(name, next((made[each] for each in others if made.get(each)), "not stated"))
    return made | _extensions(kind, data.get("extensions"), outside)


def open_up(data: Mapping[str, Any]) -> Json:
    """An object of a package with what an export of ours had put aside back in its place."""
    made = {name: value for name, value in data.items() if value is not None}
    given = made.pop("extensions", None)
    every = [
        table(each) for each in (given if isinstance(given, list) else [given]) if isinstance(each, Mapping)
    ]
    for each in every:
        own = table(each.get(OURS))
        made |= table(own.pop(OUTSIDE, None))
        each.pop(OURS, None)
        if own:
            each[OURS] = own
    every = [each for each in every if each]
    if every:
        made["extensions"] = every if isinstance(given, list) else every[0]
    return made


def moment(value: object) -> str | None:
    """A date-time with its zone (UTC where none is given); None when it is none."""
    given = text(value)
    try:
        found = datetime.fromisoformat(given)
    except ValueError:
        return None
    if len(given) > len("2017-05-25") and re.fullmatch(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}.*", given):
        return given if found.tzinfo else f"{given}Z"
    return found.replace(tzinfo=found.tzinfo or UTC).isoformat().replace("+00:00", "Z")


def _fitting(kind: str, value: object) -> Any:
    """The value as this kind wants it; None when it cannot be that."""
    if kind == "text":
        return value if isinstance(value, str) else (text(value) or None)
    if kind == "texts":
        return texts(value) if isinstance(value, str | list) and _all_texts(value) else None
    if kind == "uuid":
        return uuid_of(value)
    if kind == "moment":
        return moment(value)
    if kind == "day":
        return _day(value)
    if kind == "whole":
        return whole(value)
    if kind == "number":
        return value if isinstance(value, int | float) and not isinstance(value, bool) else number(value)
    if kind == "rows":
        return value if isinstance(value, list) else None
    if kind == "type":
        return value if value in ASSOCIATION_TYPES or _is_extension(value) else None
    if kind == "links":
        every = [_link(each) for each in value] if isinstance(value, list) else [_link(value)]
        return every if all(every) else None
    return _any_link(value) if kind == "any-link" else _link(value)


def _all_texts(value: object) -> bool:
    return isinstance(value, str) or (
        isinstance(value, list) and all(isinstance(each, str) for each in value)
    )


def _day(value: object) -> str | None:
    given = text(value)[:10]
    try:
        return date.fromisoformat(given).isoformat()
    except ValueError:
        return None


def _is_extension(value: object) -> bool:
    return isinstance(value, str) and re.search(r"(ext:)[a-z|A-Z|0-9|.|-|_]+", value) is not None


def _link(value: object) -> Json | None:
    given = table(value)
    made = {name: text(given.get(name)) for name in ("title", "identifier", "uri")}
    return made if set(given) <= set(made) and made["uri"] and uuid_of(made["identifier"]) else None


def _any_link(value: object) -> Json | None:
    given = table(value)
    made = {name: text(given.get(name)) for name in ("title", "identifier", "uri")}
    target = given.get("targetType")
    if not made["identifier"] and not made["uri"]:
        return None
    made["identifier"] = made["identifier"] or made["uri"]
    made["uri"] = made["uri"] or made["identifier"]
    return made | ({"targetType": target} if target == "CASE" or _is_extension(target) else {})


def _extensions(kind: str, given: object, outside: Json) -> Json:
    every = [
        table(each) for each in (given if isinstance(given, list) else [given]) if isinstance(each, Mapping)
    ]
    merged: Json = {}
    for each in every:
        merged |= each
    if outside:
        merged[OURS] = table(merged.get(OURS)) | {OUTSIDE: outside}
    if not merged:
        return {}
    return {"extensions": [merged] if kind == "CFRubricCriterionLevel" else merged}

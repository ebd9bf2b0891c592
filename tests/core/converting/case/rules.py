"""The rules of CASE 1.1 that matter, as its JSON Schema for packages has them: closed objects, UUIDs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

Json = dict[str, Any]
THING = {"identifier", "uri", "lastChangeDateTime"}
DEFINED = {"title", "description"}
NEEDED = {
    "CFDocument": THING | {"creator", "title"},
    "CFItems": THING | {"fullStatement"},
    "CFAssociations": THING | {"associationType", "originNodeURI", "destinationNodeURI"},
    "CFRubrics": THING,
    "CFRubricCriteria": THING,
    "CFRubricCriterionLevels": THING,
    "CFItemTypes": THING | {"title", "description", "hierarchyCode"},
    "CFLicenses": THING | {"title", "licenseText"},
    "CFSubjects": THING | {"title", "hierarchyCode"},
    "CFConcepts": THING | {"title", "hierarchyCode"},
    "CFAssociationGroupings": THING | {"title"},
}
TEXTS = {
    "CFDocument": "frameworkType caseVersion officialSourceURL publisher description language version "
    "adoptionStatus statusStartDate statusEndDate notes",
    "CFItems": "alternativeLabel CFItemType humanCodingScheme listEnumeration abbreviatedStatement notes "
    "language statusStartDate statusEndDate",
    "CFAssociations": "notes",
    "CFRubrics": "title description",
    "CFRubricCriteria": "category description rubricId",
    "CFRubricCriterionLevels": "description quality feedback rubricCriterionId",
    "CFItemTypes": "typeCode",
    "CFLicenses": "description",
    "CFSubjects": "description",
    "CFConcepts": "keywords description",
    "CFAssociationGroupings": "description",
}
OTHERS: dict[str, dict[str, Any]] = {
    "CFDocument": {"subject": list, "subjectURI": list, "licenseURI": dict},
    "CFItems": {"conceptKeywords": list, "conceptKeywordsURI": dict, "subject": list, "subjectURI": list,
                "educationLevel": list, "CFItemTypeURI": dict, "licenseURI": dict},
    "CFAssociations": {"sequenceNumber": int, "originNodeURI": dict, "destinationNodeURI": dict,
                       "CFAssociationGroupingURI": dict},
    "CFRubrics": {"CFRubricCriteria": list},
    "CFRubricCriteria": {"CFItemURI": dict, "weight": (int, float), "position": int,
                         "CFRubricCriterionLevels": list},
    "CFRubricCriterionLevels": {"score": (int, float), "position": int},
}  # fmt: skip
TYPES = re.compile(
    r"isChildOf|isPeerOf|isPartOf|exactMatchOf|precedes|isRelatedTo|replacedBy|exemplar|hasSkillLevel|"
    r"isTranslationOf|ext:[A-Za-z0-9|._-]+"
)
TOP = {"CFDocument", "CFItems", "CFAssociations", "CFDefinitions", "CFRubrics", "extensions"}


def broken(package: Json) -> list[str]:
    """Every rule that a package breaks, with the place."""
    return list(_package(package))


def objects(package: Json) -> Iterator[tuple[str, Json]]:
    """Everything in a package that has an identifier, with its kind."""
    yield "CFDocument", package["CFDocument"]
    for kind in ("CFItems", "CFAssociations"):
        yield from ((kind, each) for each in package[kind])
    for rubric in package.get("CFRubrics", ()):
        yield "CFRubrics", rubric
        for criterion in rubric.get("CFRubricCriteria", ()):
            yield "CFRubricCriteria", criterion
            for level in criterion.get("CFRubricCriterionLevels", ()):
                yield "CFRubricCriterionLevels", level
    for kind, every in package.get("CFDefinitions", {}).items():
        if kind != "extensions":
            yield from ((kind, each) for each in every)


def _package(package: Json) -> Iterator[str]:
    yield from (f"package: {each}" for each in package.keys() - TOP)
    for kind, each in objects(package):
        where = f"{kind} {each.get('identifier')}"
        if kind not in NEEDED:
            yield f"unknown list {kind}"
            continue
        texts = {*NEEDED[kind], *TEXTS[kind].split()} - {"originNodeURI", "destinationNodeURI"}
        others = OTHERS.get(kind, {})
        yield from (f"{where}: {name} is missing" for name in NEEDED[kind] - each.keys())
        yield from (
            f"{where}: {name} is not known" for name in each.keys() - texts - others.keys() - {"extensions"}
        )
        yield from (
            f"{where}: {name} is no text" for name in texts & each.keys() if not isinstance(each[name], str)
        )
        for name, wanted in others.items():
            if name in each and (not isinstance(each[name], wanted) or isinstance(each[name], bool)):
                yield f"{where}: {name} is of the wrong kind"
        yield from (f"{where}: {name} is no UUID" for name in _uuids(each) if not _is_uuid(each[name]))
        yield from _values(where, each)
        extensions = each.get("extensions", {})
        if not isinstance(extensions, list if kind == "CFRubricCriterionLevels" and extensions else dict):
            yield f"{where}: extensions are of the wrong kind"
    if package["CFDocument"].get("caseVersion") != "1.1":
        yield "the document does not say caseVersion 1.1"


def _values(where: str, given: Json) -> Iterator[str]:
    try:
        moment = datetime.fromisoformat(given["lastChangeDateTime"])
        if moment.tzinfo is None:
            yield f"{where}: lastChangeDateTime has no zone"
    except ValueError:
        yield f"{where}: lastChangeDateTime is none"
    if "associationType" in given and not TYPES.fullmatch(given["associationType"]):
        yield f"{where}: associationType {given['associationType']}"
    for name in ("conceptKeywords", "subject", "educationLevel"):
        if not all(isinstance(each, str) for each in given.get(name, ())):
            yield f"{where}: {name} holds something else than texts"
    for name, value in given.items():
        for each in value if name == "subjectURI" else [value]:
            if name.endswith("URI") and name not in ("uri",) and isinstance(each, dict):
                wanted = {"title", "identifier", "uri"} | (
                    {"targetType"} if name.endswith("NodeURI") else set()
                )
                if not {"title", "identifier", "uri"} <= each.keys() <= wanted:
                    yield f"{where}: {name} is no link"
                elif not name.endswith("NodeURI") and not _is_uuid(each["identifier"]):
                    yield f"{where}: {name} has no UUID"


def _uuids(given: Json) -> list[str]:
    return [name for name in ("identifier", "rubricId", "rubricCriterionId") if name in given]


def _is_uuid(value: object) -> bool:
    try:
        return isinstance(value, str) and str(UUID(value)) == value.lower()
    except ValueError:
        return False

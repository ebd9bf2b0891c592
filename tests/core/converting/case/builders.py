"""Small CASE packages for tests: a package says itself what matters, the rest is filled in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5

BASE = "https://standards.example.org/uri"
DAY = "2024-03-01T08:00:00Z"
LEVELS = ("Beginning", "Developing", "Proficient", "Leading")
Json = dict[str, Any]


def uuid(name: str) -> str:
    return str(uuid5(NAMESPACE_URL, name))


def uri(name: str) -> str:
    return f"{BASE}/{uuid(name)}"


def link(name: str, title: str | None = None) -> Json:
    return {"title": title or name, "identifier": uuid(name), "uri": uri(name)}


def document(**members: Any) -> Json:
    given = {"creator": "Example Board", "title": "Example standards", "lastChangeDateTime": DAY}
    return {"identifier": uuid("document"), "uri": uri("document"), **given, **members}


def item(name: str, statement: str | None = None, **members: Any) -> Json:
    said = statement if statement is not None else f"Says what {name} is about."
    given = {"identifier": uuid(name), "uri": uri(name), "fullStatement": said, "lastChangeDateTime": DAY}
    return {**given, **members}


def association(kind: str, origin: str, destination: str, **members: Any) -> Json:
    name = f"{origin} {kind} {destination}"
    return {
        "identifier": uuid(name), "uri": uri(name), "associationType": kind, "originNodeURI": link(origin),
        "destinationNodeURI": link(destination), "lastChangeDateTime": DAY, **members,
    }  # fmt: skip


def below(parent: str, *children: str) -> list[Json]:
    """``isChildOf`` for each child, numbered in this order."""
    return [association("isChildOf", each, parent, sequenceNumber=n) for n, each in enumerate(children, 1)]


def criterion(name: str, about: str | None, levels: tuple[str, ...] = LEVELS, **members: Any) -> Json:
    made = {
        "identifier": uuid(name), "uri": uri(name), "category": name, "rubricId": uuid("rubric"),
        "position": 1, "lastChangeDateTime": DAY,
        "CFRubricCriterionLevels": [
            {"identifier": uuid(f"{name} {each}"), "uri": uri(f"{name} {each}"), "quality": each,
             "description": f"{name} at {each}.", "score": float(at), "position": len(levels) - at,
             "rubricCriterionId": uuid(name), "lastChangeDateTime": DAY}
            for at, each in enumerate(levels)
        ],
    }  # fmt: skip
    return made | ({} if about is None else {"CFItemURI": link(about)}) | members


def rubric(*criteria: Json, name: str = "rubric") -> Json:
    return {
        "identifier": uuid(name), "uri": uri(name), "title": "A rubric", "lastChangeDateTime": DAY,
        "CFRubricCriteria": list(criteria),
    }  # fmt: skip


def package(items: list[Json], associations: list[Json], *rubrics: Json, **top: Any) -> Json:
    head: Mapping[str, Any] = top.pop("document", {})
    made = {"CFDocument": document(**head), "CFItems": items, "CFAssociations": associations}
    return made | ({"CFRubrics": list(rubrics)} if rubrics else {}) | top


def small() -> Json:
    """Two domains, three competencies, an indicator, a rubric, and something of each kind of association."""
    return package(
        [
            item("d1", "Planning", CFItemType="Strand"),
            item("d2", "Teaching"),
            item("b", "Plans **units** with <em>care</em>.", abbreviatedStatement="Plan units", notes="Mind.",
                 humanCodingScheme="P.1", conceptKeywords=["planning"], educationLevel=["KG"], language="en"),
            item("a", "Paces each unit.", humanCodingScheme="P.2"),
            item("c", "Listens to learners.", abbreviatedStatement="Listen"),
            item("i", "Leaves time to answer."),
        ],
        [
            *below("document", "d1", "d2"),
            *below("d1", "b", "a"),
            *below("d2", "c"),
            *below("c", "i"),
            association("precedes", "b", "a"),
            association("isRelatedTo", "a", "c"),
            association("exactMatchOf", "c", "elsewhere"),
            association("hasSkillLevel", "c", "d1"),
        ],
        rubric(criterion("Pace", "a"), criterion("Choice", "a", position=2)),
        CFDefinitions={"CFSubjects": [{**link("maths"), "hierarchyCode": "1", "lastChangeDateTime": DAY}]},
    )  # fmt: skip

"""A CASE package as it is read: its document, items, associations and rubrics, found by their names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from proofolio.core.converting.case.shape import DEFINITIONS, moment, open_up
from proofolio.core.converting.case.value import Json, ours, rows, table, text, texts

TOP = ("CFDocument", "CFItems", "CFAssociations", "CFRubrics", "CFDefinitions")


@dataclass(slots=True)
class Package:
    """One ``CFPackage``.

    ``items`` are by key (see :meth:`resolve`), in the file's order; ``twice`` are items whose
    identifier another one before them has. ``other`` is what else stands beside these lists;
    ``timeless`` counts the dates of last changes that had no zone (now they have UTC) or were none,
    ``formless`` what stands where CASE has objects, and is none.
    """

    document: Json
    items: dict[str, Json]
    associations: list[Json]
    rubrics: list[Json]
    definitions: dict[str, Any]
    twice: list[Json] = field(default_factory=list)
    other: Json = field(default_factory=dict)
    timeless: int = 0
    formless: int = 0
    _names: dict[str, str] = field(default_factory=dict)

    def resolve(self, link: object) -> str | None:
        """The key of the item, or ``""`` for the document, that a link leads to; None for neither."""
        for name in names(link):
            if name in self._names:
                return self._names[name]
        return None


def names(link: object) -> Iterator[str]:
    """What a link may be known by, the surest first: identifier, URI, the end of the URI."""
    given = table(link) or {"uri": link}
    for each in (text(given.get("identifier")), text(given.get("uri"))):
        if each:
            yield each.lower()
    end = text(given.get("uri")).rstrip("/").rpartition("/")[2]
    if end:
        yield end.lower()


def packages(data: object) -> tuple[Package, ...]:
    """Every package in a file: one alone, a list of them, or a list under ``CFPackages``."""
    if isinstance(data, Mapping) and "CFDocument" not in data:
        data = data.get("CFPackages", data.get("CFPackage"))
    return tuple(_package(each) for each in rows(data) if isinstance(each.get("CFDocument"), Mapping))


def _package(data: Json) -> Package:
    document = open_up(table(data.get("CFDocument")))
    timeless = _dated(document)
    extra = ours(document)
    found = Package(
        document,
        {},
        [open_up(each) for each in (*rows(data.get("CFAssociations")), *rows(extra.get("associations")))],
        [_rubric(each) for each in rows(data.get("CFRubrics"))],
        {name: value for name, value in table(data.get("CFDefinitions")).items() if value},
        other={name: value for name, value in data.items() if name not in TOP and value},
    )
    for name in DEFINITIONS:
        if name in found.definitions:
            found.definitions[name] = [open_up(each) for each in rows(found.definitions[name])]
    found.formless = sum(_formless(data.get(name)) for name in ("CFItems", "CFAssociations", "CFRubrics"))
    definitions = data.get("CFDefinitions")
    found.formless += int(bool(definitions) and not isinstance(definitions, Mapping))
    found.timeless = timeless + sum(_dated(each) for each in found.associations)
    for at, given in enumerate(rows(data.get("CFItems"))):
        item = _mended(open_up(given))
        found.timeless += _dated(item)
        key = next(names(item), f"#{at}")
        if key in found.items:
            found.twice.append(item)
        else:
            found.items[key] = item
    _learn(found)
    return found


def _formless(value: object) -> int:
    if isinstance(value, list):
        return sum(not isinstance(each, dict) for each in value)
    return int(bool(value) and not isinstance(value, dict))


def _dated(given: Json) -> int:
    """Give the last change of a thing its zone; how many had none."""
    before = given.get("lastChangeDateTime")
    after = moment(before)
    if before is None or before == after:
        return 0
    if after is not None:
        given["lastChangeDateTime"] = after
    return 1


def _mended(item: Json) -> Json:
    """OpenSALT's older exports say ``educationalLevel`` with commas where the standard has a list."""
    given = item.pop("educationalLevel", None)
    levels = [each.strip() for one in texts(given) for each in one.split(",") if each.strip()]
    return {"educationLevel": levels, **item} if levels else item


def _learn(found: Package) -> None:
    """Remember under which names things are known; a surer name of one thing beats any of another."""
    things = [("", found.document), *found.items.items()]
    every = [(key, tuple(names(thing))) for key, thing in things]
    for rank in range(3):
        for key, known in every:
            if rank < len(known):
                found._names.setdefault(known[rank], key)


def _rubric(data: Json) -> Json:
    rubric = open_up(data)
    criteria = [open_up(each) for each in rows(rubric.get("CFRubricCriteria"))]
    for each in criteria:
        each["CFRubricCriterionLevels"] = [
            open_up(level) for level in rows(each.get("CFRubricCriterionLevels"))
        ]
    return rubric | {"CFRubricCriteria": criteria}

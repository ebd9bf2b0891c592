"""Every way to change one member of a document: what a tamperer, or a broken program, would do."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

Step = str | int
Mutant = tuple[str, Any]


def mutants(document: dict[str, Any]) -> Iterator[Mutant]:
    """Each with a name that says what was done and where."""
    for path, value in members(document):
        where = ".".join(map(str, path))
        for what, other in _others(value):
            yield f"{what} {where}", _with(document, path, other)
        yield f"delete {where}", _without(document, path)
        if isinstance(path[-1], int):
            yield f"repeat {where}", _repeated(document, path)
        if isinstance(value, dict):
            yield f"add below {where}", _with(document, (*path, "teacherOfTheYear"), "yes")
            yield f"add @index below {where}", _with(document, (*path, "@index"), "yes")
    yield "add at the top", {**document, "teacherOfTheYear": "yes"}


def _others(value: Any) -> Iterator[tuple[str, Any]]:
    yield "nothing in", None
    yield "empty list in", []
    if isinstance(value, bool):
        yield "alter", not value
        yield "as text", str(value).lower()
    elif isinstance(value, str):
        yield "alter", f"{value}x"
        yield "alter first of", ("b" if value[:1] == "a" else "a") + value[1:]
        yield "listed", [value]
        yield "as number", 7
        yield "as value", {"@value": value}
    elif isinstance(value, int | float):
        yield "alter", value + 1
        yield "as text", str(value)
        yield "listed", [value]
    elif isinstance(value, list):
        yield "first of", value[0]
        yield "nested", [value]
        yield "grouped", {"@list": value}
    else:
        yield "listed", [value]
        yield "as text", "text"
        yield "emptied", {}


def members(value: Any, path: tuple[Step, ...] = ()) -> Iterator[tuple[tuple[Step, ...], Any]]:
    """Every member at every depth, with the way to it."""
    if path:
        yield path, value
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, each in pairs:
        yield from members(each, (*path, step))


def _with(document: Any, path: tuple[Step, ...], value: Any) -> Any:
    result = copy.deepcopy(document)
    place = result
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return result


def _without(document: Any, path: tuple[Step, ...]) -> Any:
    result = copy.deepcopy(document)
    place = result
    for step in path[:-1]:
        place = place[step]
    del place[path[-1]]
    return result


def _repeated(document: Any, path: tuple[Step, ...]) -> Any:
    result = copy.deepcopy(document)
    place = result
    for step in path[:-1]:
        place = place[step]
    place.append(copy.deepcopy(place[path[-1]]))
    return result

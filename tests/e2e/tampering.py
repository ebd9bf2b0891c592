"""Every single change that somebody could make to a document, one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

Json = dict[str, Any]
Path = tuple[str | int, ...]


def mutations(document: Json) -> Iterator[tuple[str, Json]]:
    """Each changed document, and what was done to it."""
    for path in _paths(document, ()):
        for name, changed in _changes(document, path):
            yield f"{name} {'.'.join(map(str, path)) or 'the document'}", changed


def _paths(value: Any, path: Path) -> Iterator[Path]:
    yield path
    if isinstance(value, dict):
        for name, each in value.items():
            yield from _paths(each, (*path, name))
    elif isinstance(value, list):
        for at, each in enumerate(value):
            yield from _paths(each, (*path, at))


def _changes(document: Json, path: Path) -> Iterator[tuple[str, Json]]:
    value = _at(document, path)
    if path:
        yield "delete", _without(document, path)
        for number, other in enumerate(_others(value)):
            yield f"set ({number})", _with(document, path, other)
    if isinstance(value, dict):
        for name, more in _additions(value).items():
            yield f"add {name} to", _with(document, path, {**value, name: more})
    if isinstance(value, list) and value:
        yield "repeat the first of", _with(document, path, [*value, deepcopy(value[0])])
        yield "add a word to", _with(document, path, [*value, "Extra"])


def _others(value: Any) -> Iterator[Any]:
    """Other values for one, some of which mean the same to a machine."""
    yield None
    if not isinstance(value, list):
        yield [value]
    if isinstance(value, str):
        yield value + "x"
        yield value + " "
        yield ""
        yield {"id": value}
        yield {"@value": value}
        if value.isdigit():
            yield int(value)
    elif isinstance(value, bool):
        yield not value
        yield str(value).lower()
    elif isinstance(value, int | float):
        yield value + 1
        yield str(value)
    elif isinstance(value, list):
        yield []
        yield value[1:]
        yield [value]
        if len(value) == 1:
            yield value[0]
    elif isinstance(value, dict):
        yield {}
        yield "text"
        yield value.get("id", "urn:text")


def _additions(value: Json) -> Json:
    """Members that are none of the document's: unknown, empty, for machines only, with other names."""
    found: Json = {
        "extra": "x",
        "nothing": None,
        "many": [],
        "@index": "x",
        "@context": {"extra": "https://example.org/extra"},
        "https://schema.org/name": "Mallory",
        "__proto__": {"name": "Mallory"},
        "constructor": "x",
    }
    known: Json = {"name": "Mallory", "description": "More", "id": "https://example.org/other", "id ": "x"}
    found |= {name: more for name, more in known.items() if name not in value}
    if "id" not in value:
        found["id"] = "_:b0"
    return found


def _at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value


def _with(document: Json, path: Path, value: Any) -> Json:
    if not path:
        return deepcopy(value)
    made = deepcopy(document)
    _at(made, path[:-1])[path[-1]] = deepcopy(value)
    return made


def _without(document: Json, path: Path) -> Json:
    made = deepcopy(document)
    del _at(made, path[:-1])[path[-1]]
    return made

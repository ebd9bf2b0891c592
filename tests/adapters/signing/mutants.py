"""Every document that differs from a given one in a single member."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

Place = tuple[str | int, ...]


def places(value: Any, at: Place = ()) -> Iterator[Place]:
    entries = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for step, inner in entries:
        yield (*at, step)
        yield from places(inner, (*at, step))


def at(document: Any, place: Place) -> Any:
    for step in place:
        document = document[step]
    return document


def others(old: Any) -> Iterator[tuple[str, Any]]:
    """Values to put in the place of one, each with a name."""
    yield from (("null", None), ("empty list", []), ("empty object", {}), ("empty text", ""))
    yield from (("number", 7), ("true", True), ("text", "tampered"))
    if isinstance(old, str):
        yield from (("longer", old + "x"), ("shorter", old[:-1]), ("other case", old.swapcase()))
    elif isinstance(old, bool):
        yield from (("opposite", not old), ("as text", str(old).lower()))
    elif isinstance(old, int | float):
        yield from (("more", old + 1), ("as text", str(old)))
    elif isinstance(old, dict):
        yield from (("undefined", {**old, "extra": "x"}), ("named", {**old, "name": "Other"}))
        yield ("renamed", {**old, "id": "https://elsewhere.example.org/"})
    elif len(old) == 1:
        yield from (("bare", old[0]), ("twice", [*old, old[0]]))
    else:
        yield ("twice", [*old, old[-1]])
    if not isinstance(old, list):
        yield ("in a list", [old])


def mutants(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for place in list(places(document)):
        old = at(document, place)
        where = ".".join(map(str, place))
        changed = copy.deepcopy(document)
        del at(changed, place[:-1])[place[-1]]
        yield f"without {where}", changed
        for name, new in others(old):
            if new == old and type(new) is type(old):
                continue
            changed = copy.deepcopy(document)
            at(changed, place[:-1])[place[-1]] = new
            yield f"{where}: {name}", changed
        if isinstance(place[-1], str):
            for name in (place[-1] + "X", "@id" if place[-1] == "id" else "@type"):
                changed = copy.deepcopy(document)
                holder = at(changed, place[:-1])
                holder[name] = holder.pop(place[-1])
                yield f"{where} as {name}", changed

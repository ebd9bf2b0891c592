"""Ways of writing that a signature does not notice, wherever in a document they stand."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

_PLAIN_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*", re.ASCII)
_CONTEXT = "@context"

Found = tuple[str, str]


def loose_ends(document: Mapping[str, Any]) -> Iterator[Found]:
    """What could be changed in this document without a trace, as place and sentence.

    The RDF that is signed knows neither empty things nor repetitions. (That one thing is described in
    two places is told by the signing side, which knows what the words mean.)
    """
    yield from _walk(document, "", at_top=True)


def _walk(value: Any, place: str, at_top: bool = False) -> Iterator[Found]:
    if value is None:
        yield place, "is empty"
    elif isinstance(value, list):
        yield from _walk_list(value, place)
    elif isinstance(value, Mapping):
        for name, each in value.items():
            below = f"{place}.{name}" if place else name
            if name == _CONTEXT and (at_top or place.rpartition(".")[2].startswith("verifiableCredential")):
                continue
            if not _PLAIN_NAME.fullmatch(name):
                yield below, "is not a name that belongs here"
            elif name == "id" and isinstance(each, str) and each.startswith("_:"):
                yield below, "is no address"
            else:
                yield from _walk(each, below)


def _walk_list(values: list[Any], place: str) -> Iterator[Found]:
    if not values:
        yield place, "is empty"
    seen = set()
    for at, each in enumerate(values):
        if isinstance(each, list):
            yield f"{place}[{at}]", "is a list within a list"
            continue
        written = exactly(each)
        if written in seen:
            yield f"{place}[{at}]", "stands there twice"
        seen.add(written)
        yield from _walk(each, f"{place}[{at}]")


def exactly(value: Any) -> str:
    """A JSON value as one text: equal for equal values only (``1``, ``1.0`` and ``true`` differ)."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"))

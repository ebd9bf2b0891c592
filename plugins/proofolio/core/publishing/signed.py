"""Reading signed documents without trusting their shape: whatever is not as expected is not there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

Signed = Mapping[str, Any]
"""A signed document as JSON, or an object within it."""


def many(value: object) -> tuple[Signed, ...]:
    """The objects of a member that may hold one or several."""
    every = value if isinstance(value, list | tuple) else [value]
    return tuple(each for each in every if isinstance(each, Mapping))


def one(value: object) -> Signed:
    """The first object of a member; an empty one when there is none."""
    return next(iter(many(value)), {})


def text(given: Signed, key: str) -> str | None:
    """A member that is text, in one line's worth of words; None when it is something else or blank."""
    value = given.get(key)
    return value.strip() or None if isinstance(value, str) else None


def day(given: Signed, key: str) -> date | None:
    """The day of a member that is a date-time, in its own zone."""
    try:
        return datetime.fromisoformat(text(given, key) or "").date()
    except ValueError:
        return None


def number(given: Signed, key: str) -> float | None:
    """A member that is a number."""
    value = given.get(key)
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def types(given: Signed) -> tuple[str, ...]:
    """The types that an object says it has."""
    value = given.get("type")
    every = value if isinstance(value, list | tuple) else [value]
    return tuple(each for each in every if isinstance(each, str))


def strings(value: object) -> Iterator[str]:
    """Every text anywhere in a document, names of members included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from strings(key)
            yield from strings(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from strings(each)

"""A value that is told, or is not."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Value:
    """A value: of what it is a share, about how many people it is. None of it when ``hidden``."""

    value: float | None
    of: float | None
    n: int | None
    hidden: bool


HIDDEN = Value(None, None, None, True)


def share(part: Value, whole: Value) -> Value:
    """The part of the whole in percent, with one decimal; no value where the whole is nothing."""
    if part.hidden or whole.hidden:
        return HIDDEN
    of = whole.value or 0
    value = round(100 * (part.value or 0) / of, 1) if of else None
    return Value(value, of, whole.n, False)

"""Numbers and lists in sentences of a report."""

from __future__ import annotations

from collections.abc import Sequence

SHOWN = 3


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def some(names: Sequence[str]) -> str:
    """The first few names, and how many more there are."""
    told = ", ".join(f"'{each}'" for each in names[:SHOWN])
    more = len(names) - SHOWN
    return f"{told} and {more} more" if more > 0 else told

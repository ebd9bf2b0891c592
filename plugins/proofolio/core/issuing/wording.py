"""Words and numbers as they stand in a credential."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

_MARKUP = re.compile(r"([\\`*_\[\]<>#])")


def midnight(on: date) -> str:
    """A day as the date-time at which it begins (RFC 3339, UTC)."""
    return f"{on.isoformat()}T00:00:00Z"


def last_moment(on: date) -> str:
    """A day as the last second of it: what is valid on a day is valid on the whole of it."""
    return f"{on.isoformat()}T23:59:59Z"


def number(value: float) -> str:
    """A number as a text, without a needless ``.0``."""
    return f"{value:g}" if value < 1_000_000 else str(value)


def listing(words: Iterable[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    found = list(words)
    return " and ".join((", ".join(found[:-1]), found[-1])) if len(found) > 1 else "".join(found)


def as_markdown(text: str) -> str:
    """A plain text, so that Markdown shows it as it is."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))

"""Values of a JSON file that may hold anything where something else is wanted."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any

Json = dict[str, Any]
OURS = "proofolio"
"""Our member of ``extensions``: what CASE has no place for."""


def text(value: object) -> str:
    """A text without white space around it; numbers as they are written; "" for anything else."""
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return repr(value)
    return value.strip() if isinstance(value, str) else ""


def table(value: object) -> Json:
    """A mapping, or an empty one."""
    return dict(value) if isinstance(value, Mapping) else {}


def rows(value: object) -> list[Json]:
    """The mappings of a list; a single mapping counts as a list of one."""
    if isinstance(value, dict):
        return [value]
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def texts(value: object) -> list[str]:
    """The texts of a list; a single text counts as a list of one."""
    every = value if isinstance(value, list | tuple) else [value]
    return [found for each in every if (found := text(each))]


def number(value: object) -> float | None:
    """A finite number, also one that is written as text."""
    if isinstance(value, bool):
        return None
    try:
        found = float(value) if isinstance(value, int | float | str) else math.nan
    except (ValueError, OverflowError):
        return None
    return found if math.isfinite(found) else None


def whole(value: object) -> int | None:
    """A whole number, also one that is written as text."""
    found = number(value)
    return int(found) if found is not None and found == int(found) else None


def ours(data: Mapping[str, Any]) -> Json:
    """What an export of ours put into ``extensions``."""
    given = data.get("extensions")
    every = given if isinstance(given, list) else [given]
    return next((table(each[OURS]) for each in every if isinstance(each, Mapping) and OURS in each), {})


def is_web(value: str) -> bool:
    """Whether a text can be a web address in our files."""
    return re.fullmatch(r"https?://[^\s<>\"\\/?#]+[^\s<>\"\\]*", value) is not None

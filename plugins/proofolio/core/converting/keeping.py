"""What a format's file says and our files cannot, kept for the way back.

Most of what a file says can be made again of our own fields. Only the rest is kept, and a kept
original is used on export only while our field still says the same: what people changed here wins.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def kept_of(kept: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """What is kept under a format's name; empty when nothing is, or when somebody broke it."""
    found = kept.get(name)
    return found if isinstance(found, Mapping) else {}


def part(kept: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """A mapping within what is kept."""
    found = kept.get(key)
    return found if isinstance(found, Mapping) else {}


def under(name: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """What is to be kept, under its format's name; nothing at all when there is nothing."""
    return {name: dict(data)} if data else {}

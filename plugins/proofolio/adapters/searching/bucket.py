"""Parting the pages into several indexes, so that a change has only the one made anew that it is in.

Each index costs every visitor who searches a few files more, so there are as few as keep the work small.
Whoever belongs together stays together, and where somebody belongs depends on nobody else.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from proofolio.core.publishing.record import HELP, Record

GUIDES = "help"
"""The index of the handbook: apart, so that what is found in it weighs less than people's work."""
MOST = 4000
"""How many pages an index is to have at most, about: one of them is made in a second or so."""


def buckets(records: Iterable[Record]) -> dict[str, tuple[Record, ...]]:
    """The pages of each index, by its name, in order of address."""
    every = sorted(records, key=lambda each: each.uri)
    parts = 1
    while len(every) > MOST * parts:
        parts *= 2
    found: dict[str, list[Record]] = {}
    for each in every:
        name = GUIDES if each.kind == HELP else _bucket(each.home, parts)
        found.setdefault(name, []).append(each)
    return {name: tuple(found[name]) for name in sorted(found)}


def _bucket(home: str, parts: int) -> str:
    """Parts are halved as the site grows, so that half of what is in one stays where it is."""
    if not home:
        return "0"
    return str(int.from_bytes(hashlib.sha256(home.encode()).digest()[:4], "big") % parts)

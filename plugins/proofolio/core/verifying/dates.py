"""Does it hold today?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from proofolio.core.model.day import day
from proofolio.core.verifying.check import Check, Name, fails, holds
from proofolio.core.verifying.moment import moment


def dates(document: Mapping[str, Any], proof: Mapping[str, Any] | None, now: datetime) -> Check:
    """Whether ``now`` lies within the times that a document and its signature give."""
    read = {}
    for name, holder in (
        ("validFrom", document),
        ("validUntil", document),
        ("created", proof or {}),
        ("expires", proof or {}),
    ):
        read[name] = moment(holder.get(name))
        if name in holder and read[name] is None:
            return fails(Name.DATES, f"Its date '{name}' is none that can be read.")
    start, end, created, expires = read.values()
    if start is not None and end is not None and end < start:
        return fails(Name.DATES, "It ends before it begins.")
    if start is not None and now < start:
        return fails(Name.DATES, f"It does not hold yet: only from {day(start)}.")
    if created is not None and now < created:
        return fails(Name.DATES, f"It says that it was signed in the future, on {day(created)}.")
    if end is not None and end <= now:
        return fails(Name.DATES, f"It ended on {day(end)}.")
    if expires is not None and expires <= now:
        return fails(Name.DATES, f"Its signature ended on {day(expires)}.")
    since = f"since {day(start)}" if start is not None else "today"
    until = f", until {day(end)}" if end is not None else ", without an end"
    return holds(Name.DATES, f"It holds {since}{until}.")

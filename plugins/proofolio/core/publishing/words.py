"""Durations, sizes and amounts in plain words, in the language that is spoken."""

from __future__ import annotations

from proofolio.core.language.name import plain as plain
from proofolio.core.language.phrase import capital, listed
from proofolio.core.language.phrase import figure as figure
from proofolio.core.language.say import day as day
from proofolio.core.language.say import number, say, says
from proofolio.core.model.duration import Duration
from proofolio.core.model.micro_credential import Stipend

sentence = capital


def hours(value: float) -> str:
    """Clock hours."""
    return says("{n} hour", "{n} hours", value)


def duration(value: Duration) -> str:
    """A calendar duration: "3 years", "2 years and 6 months"."""
    parts = (
        says("{n} year", "{n} years", value.years) if value.years else "",
        says("{n} month", "{n} months", value.months) if value.months else "",
        says("{n} day", "{n} days", value.days) if value.days else "",
    )
    return listed(filter(None, parts))


def money(value: Stipend) -> str:
    """An amount with its currency's code, which is never ambiguous: "250 USD"."""
    return f"{number(value.amount)} {value.currency}"


def size(octets: int) -> str:
    """A file's size in decimal units, as most systems show it."""
    if octets < 1000:
        return says("{n} byte", "{n} bytes", octets)
    if octets < 1_000_000:
        return say("{n} kB", n=round(octets / 1000))
    return say("{n} MB", n=round(octets / 1_000_000, 1))

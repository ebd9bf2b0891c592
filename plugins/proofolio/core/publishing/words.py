"""Numbers, durations, sizes and lists in plain words."""

from __future__ import annotations

from collections.abc import Iterable

from proofolio.core.model.day import day as day
from proofolio.core.model.duration import Duration
from proofolio.core.model.micro_credential import Stipend

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def number(value: float) -> str:
    """A figure as people write it: 15, not 15.0; 4.8; 12,500."""
    rounded = round(value, 2)
    return f"{int(rounded):,}" if rounded == int(rounded) else f"{rounded:,.2f}".rstrip("0")


def count(value: float, one: str, many: str | None = None) -> str:
    """A figure and its noun: "1 hour", "1.5 hours"."""
    return f"{number(value)} {one if value == 1 else many or one + 's'}"


def spelt(value: int, one: str, many: str | None = None) -> str:
    """The same with small numbers spelt out: "two reviewers"."""
    return f"{figure(value)} {one if value == 1 else many or one + 's'}"


def figure(value: int) -> str:
    """A whole number alone, small ones spelt out: "four", "12"."""
    return _SMALL[value] if 0 <= value < len(_SMALL) else number(value)


def hours(value: float) -> str:
    """Clock hours."""
    return count(value, "hour")


def listed(words: Iterable[str], joint: str = "and") -> str:
    """Words as a list in a sentence: "a, b and c"."""
    every = list(words)
    if len(every) < 2:
        return "".join(every)
    return f"{', '.join(every[:-1])} {joint} {every[-1]}"


def duration(value: Duration) -> str:
    """A calendar duration: "3 years", "2 years and 6 months"."""
    parts = ((value.years, "year"), (value.months, "month"), (value.days, "day"))
    return listed(count(each, unit) for each, unit in parts if each)


def money(value: Stipend) -> str:
    """An amount with its currency's code, which is never ambiguous: "250 USD"."""
    return f"{number(value.amount)} {value.currency}"


def size(octets: int) -> str:
    """A file's size in decimal units, as most systems show it."""
    if octets < 1000:
        return count(octets, "byte")
    if octets < 1_000_000:
        return f"{number(round(octets / 1000))} kB"
    return f"{number(round(octets / 1_000_000, 1))} MB"


def plain(identifier: str) -> str:
    """An id in plain words: "student-work" becomes "Student work"."""
    return sentence(identifier.replace("-", " ").replace("_", " "))


def sentence(text: str) -> str:
    """The text with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]

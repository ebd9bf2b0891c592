"""Periods: school years, calendar years, the last twelve months, and the terms and months of a trend."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from proofolio.core.language.say import say
from proofolio.core.model.figures import ALL, Period, PeriodKind

YEAR_STARTS = 8
"""The month in which a school year begins. With January it is where terms begin, too."""
MOST_YEARS = 8
"""Years to choose from; what is older counts in all time alone."""


@dataclass(frozen=True, slots=True)
class Periods:
    """``choices`` to narrow figures by, all time first; ``terms`` and ``months``, oldest first.

    Everything is made of whole months, and every year of whole terms.
    """

    choices: tuple[Period, ...]
    terms: tuple[Period, ...]
    months: tuple[Period, ...]

    @property
    def every(self) -> tuple[Period, ...]:
        """All of them."""
        return (*self.choices, *self.terms, *self.months)

    def parts(self, period: Period) -> tuple[tuple[Period, ...], ...]:
        """The ways to cut a period into others that are told."""
        ways = [[each for each in self.choices if each.kind is kind] for kind in _YEARS] + [
            [each for each in self.choices if each.kind is PeriodKind.LAST_MONTHS],
            list(self.terms),
            list(self.months),
        ]
        inside = (tuple(each for each in way if _within(each, period)) for way in ways)
        return tuple(way for way in inside if way)


_YEARS = (PeriodKind.SCHOOL_YEAR, PeriodKind.CALENDAR_YEAR)


def periods(today: date, days: Iterable[date]) -> Periods:
    """The periods from the first of ``days`` until ``today``; newest first among the choices."""
    first = max(min((each for each in days if each <= today), default=today), _long_ago(today))
    years = range(today.year, first.year - 1, -1)
    schools = range(_school_year(today), _school_year(first) - 1, -1)
    choices = (
        Period(ALL, say("All time"), PeriodKind.ALL, None, today),
        Period(
            "last-12-months",
            say("Last 12 months"),
            PeriodKind.LAST_MONTHS,
            _month_after(today.replace(day=1), -11),
            today,
        ),
        *(_school(each) for each in schools),
        *(_calendar(each) for each in years),
    )
    begun = _month_after(date(_school_year(first), YEAR_STARTS, 1), 0)
    months = tuple(_month(each) for each in _months(first.replace(day=1), today))
    terms = tuple(each for each in _terms(begun, today) if each.last is not None and each.last >= first)
    return Periods(choices, terms, months)


def term_of(day: date) -> Period:
    """The term in which a day lies."""
    if day.month >= YEAR_STARTS:
        year = str(day.year)
        first, last = date(day.year, YEAR_STARTS, 1), date(day.year, 12, 31)
        return _term(say("August to December {year}", year=year), first, last)
    first, last = date(day.year, 1, 1), date(day.year, YEAR_STARTS, 1) - timedelta(days=1)
    return _term(say("January to July {year}", year=str(day.year)), first, last)


def _term(title: str, first: date, last: date) -> Period:
    return Period(f"{first.isoformat()[:7]}..{last.isoformat()[:7]}", title, PeriodKind.TERM, first, last)


def _terms(first: date, today: date) -> Iterable[Period]:
    day = first
    while day <= today:
        term = term_of(day)
        yield term
        day = (term.last or day) + timedelta(days=1)


def _school(year: int) -> Period:
    first, last = (date(each, YEAR_STARTS, 1) for each in (year, year + 1))
    name = f"{year}–{(year + 1) % 100:02}"
    return Period(
        f"school-{year}-{(year + 1) % 100:02}",
        say("School year {years}", years=name),
        PeriodKind.SCHOOL_YEAR,
        first,
        last - timedelta(days=1),
    )


def _calendar(year: int) -> Period:
    return Period(str(year), str(year), PeriodKind.CALENDAR_YEAR, date(year, 1, 1), date(year, 12, 31))


def _month(first: date) -> Period:
    name = first.isoformat()[:7]
    return Period(name, name, PeriodKind.MONTH, first, _month_after(first, 1) - timedelta(days=1))


def _months(first: date, today: date) -> Iterable[date]:
    while first <= today:
        yield first
        first = _month_after(first, 1)


def _month_after(first: date, number: int) -> date:
    year, month = divmod(first.year * 12 + first.month - 1 + number, 12)
    return date(year, month + 1, 1)


def _school_year(day: date) -> int:
    return day.year if day.month >= YEAR_STARTS else day.year - 1


def _long_ago(today: date) -> date:
    return date(_school_year(today) - MOST_YEARS + 1, YEAR_STARTS, 1)


def _within(inner: Period, outer: Period) -> bool:
    if inner == outer or inner.kind is PeriodKind.ALL:
        return False
    if outer.kind is PeriodKind.ALL:
        return True
    edges = (inner.first, inner.last, outer.first, outer.last)
    if any(each is None for each in edges):
        return False
    first, last, start, end = (each for each in edges if each is not None)
    return start <= first and last <= end

"""Periods: school years, calendar years, the last twelve months, and the terms and months of a trend."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from proofolio.core.language.say import day, say
from proofolio.core.model.figures import ALL, Period, PeriodKind

YEAR_STARTS = 8
"""The month in which a school year begins. With January it is where terms begin, too."""
WINDOW = "window"
"""The id of a period that somebody asks for."""
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
        ways = [[each for each in self.choices if each.kind is kind] for kind in _WAYS]
        ways += [list(self.terms), list(self.months)]
        inside = (tuple(each for each in way if _within(each, period)) for way in ways)
        return tuple(way for way in inside if way)


_WAYS = (
    PeriodKind.SCHOOL_YEAR,
    PeriodKind.CALENDAR_YEAR,
    PeriodKind.LAST_MONTHS,
    PeriodKind.WINDOW,
)
Window = tuple[date | None, date | None]
"""The first and the last day of a period that somebody asks for; None: open on that side."""


def periods(today: date, days: Iterable[date], window: Window | None = None) -> Periods:
    """The periods from the first of ``days`` until ``today``; newest first among the choices.

    ``window`` is one more to choose.
    """
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
        *([_window(*window)] if window else ()),
    )
    begun = date(_school_year(first), YEAR_STARTS, 1)
    months = tuple(_month(each) for each in _months(first.replace(day=1), today))
    terms = tuple(each for each in _terms(begun, today) if each.last is not None and each.last >= first)
    return Periods(choices, terms, months)


def term_of(when: date) -> Period:
    """The term in which a day lies."""
    if when.month >= YEAR_STARTS:
        year = str(when.year)
        first, last = date(when.year, YEAR_STARTS, 1), date(when.year, 12, 31)
        return _term(say("August to December {year}", year=year), first, last)
    first, last = date(when.year, 1, 1), date(when.year, YEAR_STARTS, 1) - timedelta(days=1)
    return _term(say("January to July {year}", year=str(when.year)), first, last)


def _term(title: str, first: date, last: date) -> Period:
    return Period(f"{first.isoformat()[:7]}..{last.isoformat()[:7]}", title, PeriodKind.TERM, first, last)


def _terms(first: date, today: date) -> Iterable[Period]:
    while first <= today:
        term = term_of(first)
        yield term
        first = (term.last or today) + timedelta(days=1)


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


def _window(first: date | None, last: date | None) -> Period:
    if first and last:
        title = say("From {first} to {last}", first=day(first), last=day(last))
    elif first:
        title = say("Since {first}", first=day(first))
    else:
        title = say("Until {last}", last=day(last)) if last else say("All time")
    return Period(WINDOW, title, PeriodKind.WINDOW, first, last)


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
    starts, ends = outer.first or date.min, outer.last or date.max
    return starts <= (inner.first or date.min) and (inner.last or date.max) <= ends

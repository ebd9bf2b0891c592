"""A report of figures to show: made up, and the same for every test."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import product

from proofolio.core.model.figures import (
    ALL,
    Choice,
    Cohort,
    CompetencyCover,
    Concern,
    Coverage,
    Figure,
    ImpactRow,
    Inside,
    Load,
    Measure,
    Pace,
    Period,
    PeriodKind,
    Progress,
    Ranked,
    Report,
    Slice,
    TrendPoint,
    Unit,
)

TODAY = date(2026, 11, 22)
ENROLLED = Measure("enrolled", "People enrolled", "People who had joined by then.", Unit.PEOPLE)
SUBMITTED = Measure("submitted", "People who handed in work", "At least one piece of work.", Unit.PEOPLE)
EARNED = Measure("earned", "People who earned something", "At least one micro-credential.", Unit.PEOPLE)
RATE = Measure("completion", "Completion rate", "Earned, divided by enrolled.", Unit.PERCENT)
HOURS = Measure("hours", "Hours of learning", "Hours of what was earned, and of the log.", Unit.HOURS)
MEASURES = (ENROLLED, SUBMITTED, EARNED, RATE, HOURS)
SCHOOLS = (
    Choice("valley", "Valley campus"),
    Choice("high", "Valley High School", "valley"),
    Choice("elementary", "Cedar Elementary School"),
)
PERIODS = (
    Period(ALL, "All time", PeriodKind.ALL, None, TODAY),
    Period("2026-27", "School year 2026–27", PeriodKind.SCHOOL_YEAR, date(2026, 8, 1), date(2027, 7, 31)),
    Period("2025-26", "School year 2025–26", PeriodKind.SCHOOL_YEAR, date(2025, 8, 1), date(2026, 7, 31)),
)
FRAMEWORKS = (Choice("foundational", "Foundational competencies"), Choice("leadership", "Teacher leadership"))
TERMS = tuple(
    Period(f"t{number}", title, PeriodKind.TERM, first, last)
    for number, (title, first, last) in enumerate(
        (
            ("August to December 2024", date(2024, 8, 1), date(2024, 12, 31)),
            ("January to July 2025", date(2025, 1, 1), date(2025, 7, 31)),
            ("August to December 2025", date(2025, 8, 1), date(2025, 12, 31)),
            ("January to July 2026", date(2026, 1, 1), date(2026, 7, 31)),
            ("August to December 2026", date(2026, 8, 1), date(2026, 12, 31)),
        )
    )
)
_SIZE = {"": 325, "valley": 180, "high": 118, "elementary": 3}
_TIME = {ALL: 1.0, "2026-27": 0.45, "2025-26": 0.8}
_PART = {"": 1.0, "foundational": 0.9, "leadership": 0.2}
_EARNED = (
    ("micro-credential", "pace-a-unit", "Pace a unit", 126),
    ("micro-credential", "strong-start", "A strong start", 88),
    ("pathway", "assessment-stack", "Assessment stack", 31),
    ("micro-credential", "thinking-aloud", "Thinking aloud", 0),
)


def public() -> Report:
    """What the public sees of it: small groups are not told."""
    return Report(
        audience="public",
        name="Cedar Valley",
        as_of=TODAY,
        fewest=5,
        rule="A figure about fewer than 5 people is not shown.",
        measures=MEASURES,
        organizations=SCHOOLS,
        periods=PERIODS,
        frameworks=FRAMEWORKS,
        figures=tuple(_figures()),
        ranking=tuple(_ranking()),
        trend=tuple(_trend()),
        coverage=tuple(_coverage()),
        competencies=tuple(_competencies()),
        impact=_impact(),
    )


def internal() -> Report:
    """The same with what is only for the organisation's own people."""
    return replace(public(), audience="internal", fewest=0, inside=inside())


def bare() -> Report:
    """A report of a district in which nothing has happened."""
    return Report("public", "Cedar Valley", TODAY, 5, "Small groups are not told.", *((),) * 10)


def inside(person: str = "amina") -> Inside:
    """Everyone is one person, who waits."""
    return Inside(
        (
            Progress(
                person, "Amina Yusuf", "high", "t4", "August to December 2026", "rosa", date(2026, 8, 15),
                2, 1, 15.5, 1, 0, date(2026, 11, 10),
            ),
        ),
        (Cohort("high", "t4", "August to December 2026", 1, 1, 1, 1),),
        (Load("rosa", "Rosa Díaz", 1, 1, 20, 3, 90),),
        Pace(8, 4.5, 11, 14, 7, 90),
        (Concern(person, "Amina Yusuf", "high", "long-wait", "Work has waited 20 days for a review.", 20),),
    )  # fmt: skip


def slices() -> Iterator[Slice]:
    """Every choice that can be made."""
    for organization, period, framework in product(_SIZE, _TIME, _PART):
        yield Slice(organization, period, framework)


def _figures() -> Iterator[Figure]:
    for each in slices():
        people = _SIZE[each.organization]
        hidden = people < 5
        done = round(people * _TIME[each.period] * _PART[each.framework] * 0.73)
        values = (people, min(people, done + 20), done, round(100 * done / people, 1), done * 14.5)
        for measure, value in zip(MEASURES, values, strict=True):
            of = people if measure is RATE else None
            yield Figure(
                measure,
                each,
                None if hidden else value,
                None if hidden else of,
                None if hidden else people,
                hidden,
                TODAY,
            )


def _ranking() -> Iterator[Ranked]:
    for organization, period in product(_SIZE, _TIME):
        for kind, key, title, number in _EARNED:
            value = round(number * _SIZE[organization] / _SIZE[""] * _TIME[period])
            hidden = 0 < value < 5
            framework = "" if kind == "pathway" else "leadership" if key == "strong-start" else "foundational"
            uri = f"competencies/{'pathways' if kind == 'pathway' else 'micro-credentials'}/{key}.md"
            where = Slice(organization, period, framework)
            yield Ranked(kind, key, title, where, None if hidden else value, hidden, uri)


def _trend() -> Iterator[TrendPoint]:
    for organization, framework in product(_SIZE, _PART):
        for step, term in enumerate(TERMS, start=1):
            for measure, part in ((ENROLLED, 0.2), (SUBMITTED, 0.16), (EARNED, 0.12), (HOURS, 1.9)):
                value = round(_SIZE[organization] * _PART[framework] * part * step)
                hidden = 0 < value < 5
                told = None if hidden else value
                yield TrendPoint(measure, organization, framework, term, told, told, hidden)


def _coverage() -> Iterator[Coverage]:
    for organization in _SIZE:
        hidden = _SIZE[organization] < 5
        for framework, domain, title, value, of in (
            ("foundational", "", "Foundational competencies", 9, 12),
            ("foundational", "learning", "Learning", 6, 7),
            ("foundational", "people", "People", 3, 5),
            ("leadership", "", "Teacher leadership", 1, 3),
            ("leadership", "lead", "Leading", 1, 3),
        ):
            have = None if hidden else value
            yield Coverage(organization, framework, domain, title, have, of, have and have * 7, hidden)


def _competencies() -> Iterator[CompetencyCover]:
    for organization in _SIZE:
        for framework, domain, key, title, number in (
            ("foundational", "learning", "mastery-approach", "A mastery approach", 64),
            ("foundational", "people", "strong-relationships", "Strong relationships", 31),
            ("leadership", "lead", "coach-colleagues", "Coach colleagues", 0),
        ):
            value = round(number * _SIZE[organization] / _SIZE[""])
            hidden = 0 < value < 5
            told, ref = None if hidden else value, f"{framework}/{key}"
            uri = f"competencies/frameworks/{ref}.md"
            yield CompetencyCover(organization, framework, domain, ref, title, told, hidden, uri)


def _impact() -> tuple[ImpactRow, ...]:
    row = ImpactRow(
        "Learners who can say their next step", "percent", 41, 83, 42, True, 26, date(2026, 9, 7),
        date(2026, 10, 9), "Exit tickets", "Menu maths",
        "portfolios/amina/menu-maths/index.md", "Amina Yusuf",
        "high", "foundational", date(2026, 10, 29), False,
    )  # fmt: skip
    worse = replace(
        row, measure="Late homework", unit="pieces", before=6, after=9.5, change=3.5, better=False,
        organization="elementary", framework="leadership", on=date(2026, 2, 1), source=None,
    )  # fmt: skip
    few = replace(
        row, measure="Reading aloud", before=None, after=None, change=None, better=None, learners=None,
        before_date=None, after_date=None, suppressed=True,
    )  # fmt: skip
    return (row, worse, few)

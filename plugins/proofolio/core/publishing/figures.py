"""``figures/``: every figure with its meaning and its day, complete as tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from proofolio.core.language.say import day, number, say
from proofolio.core.model import address
from proofolio.core.model.figures import (
    ALL,
    EVERY,
    Choice,
    Coverage,
    Figure,
    PeriodKind,
    Ranked,
    Report,
    Slice,
    TrendPoint,
    Unit,
)
from proofolio.core.publishing import words
from proofolio.core.publishing.impact_ledger import ledger
from proofolio.core.publishing.page import Page
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.survey import survey_views
from proofolio.core.publishing.views.figures import (
    CompetencyRow,
    CoverGroup,
    CoverRow,
    FiguresView,
    Folds,
    NarrowChoice,
    Patterns,
    RankRow,
    StatView,
    TrendCell,
    TrendColumn,
    TrendRow,
)

INPUTS = ("competencies/", "portfolios/")
WHOLE = Slice()
_LINES = 3
"""More of them in one chart are hard to tell apart."""


def figures_page(scene: Scene, report: Report) -> Page:
    """The page of figures. Nothing is counted here: all of it is in the report."""
    stats, ranked = tuple(_stat(each, report) for each in report.of(WHOLE)), _ranking(report)
    steps = _trend(report)
    view = FiguresView(
        day=report.as_of.isoformat(),
        name=report.name,
        rule=report.rule,
        untold=untold(),
        fewest=report.fewest,
        data=address.FIGURES_JSON,
        table=address.FIGURES_CSV,
        patterns=Patterns(
            say("{n}%", n="{n}"), say("of {n}", n="{n}"), say("{have} of {of}", have="{have}", of="{of}")
        ),
        organizations=tuple(_nested(report.organizations)),
        periods=tuple(NarrowChoice(each.id, each.title) for each in report.periods if each.id != ALL),
        frameworks=tuple(NarrowChoice(each.id, each.title) for each in report.frameworks),
        stats=stats,
        ranking=ranked,
        columns=_columns(report),
        trend=steps,
        coverage=tuple(_coverage(report)),
        impact=ledger(report),
        surveys=survey_views(report),
        survey_meaning=next((each.definition for each in report.survey_measures), ""),
        survey_rule=report.survey_rule,
        folds=Folds(
            folded(report, (each.value for each in stats)),
            folded(report, (each.value for each in ranked)),
            folded(report, (each.value for row in steps for each in row.cells)),
        ),
    )
    told = say("What people here have shown, in figures, on {day}.", day=day(report.as_of))
    return Page(address.FIGURES, say("Figures"), "figures.html", view, None, told, INPUTS)


def folded(report: Report, values: Iterable[float | None]) -> bool:
    """Whether nothing of a part is told to the public, so that one sentence is enough."""
    every = tuple(values)
    return bool(report.fewest and every) and all(each is None for each in every)


def untold() -> str:
    """What stands in the place of a figure that is not told, or that would give away one that is not."""
    return say("not shown")


def amount(value: float | None, unit: Unit, suppressed: bool) -> str:
    """A figure as it is shown. Nothing to tell is a dash, which is not a zero."""
    if suppressed:
        return untold()
    if value is None:
        return "–"
    return say("{n}%", n=number(value)) if unit is Unit.PERCENT else number(value)


def _stat(figure: Figure, report: Report) -> StatView:
    measure = figure.measure
    of = ""
    if figure.of is not None and not figure.suppressed:
        of = say("of {n}", n=number(figure.of))
    return StatView(
        measure.id,
        measure.title,
        measure.definition,
        amount(figure.value, measure.unit, figure.suppressed),
        of,
        figure.suppressed,
        None if figure.suppressed else figure.value,
    )


def _nested(choices: tuple[Choice, ...], within: str | None = None, depth: int = 0) -> Iterator[NarrowChoice]:
    """Organisations below those that they belong to; one whose parent is unknown stands at the top."""
    known = {each.id for each in choices}
    for each in choices:
        above = each.within if each.within in known and each.within != each.id else None
        if above == within:
            yield NarrowChoice(each.id, each.title, depth)
            yield from _nested(choices, each.id, depth + 1)


def _ranking(report: Report) -> tuple[RankRow, ...]:
    # A row's framework is that of what was earned: all of them together are the whole.
    rows = [each for each in report.ranking if (each.slice.organization, each.slice.period) == (EVERY, ALL)]
    most = max((each.value or 0 for each in rows), default=0)
    return tuple(_ranked(each, most, report) for each in rows)


def _ranked(row: Ranked, most: int, report: Report) -> RankRow:
    share = round(100 * (row.value or 0) / most) if most else 0
    text = amount(row.value, Unit.CREDENTIALS, row.suppressed)
    return RankRow(row.kind, row.id, row.title, row.uri, text, row.value, share)


def _points(report: Report) -> list[TrendPoint]:
    """The terms of all; a report for the organisation's own people has months, too."""
    whole = (each for each in report.trend if (each.organization, each.framework) == (EVERY, EVERY))
    return [each for each in whole if each.step.kind is PeriodKind.TERM]


def _columns(report: Report) -> tuple[TrendColumn, ...]:
    points = _points(report)
    found = {each.measure.id: each.measure for each in points}
    empty = {
        key for key in found if folded(report, (each.value for each in points if each.measure.id == key))
    }
    # One chart has one axis: people, not people beside hours.
    drawn = [each.id for each in found.values() if each.unit is Unit.PEOPLE][:_LINES]
    return tuple(
        TrendColumn(each.id, each.title, each.definition, each.id in drawn, each.id not in empty)
        for each in found.values()
    )


def _trend(report: Report) -> tuple[TrendRow, ...]:
    points = _points(report)
    steps = {each.step.id: each.step for each in points}
    cells: dict[str, dict[str, TrendCell]] = {each: {} for each in steps}
    for each in points:
        text = amount(each.value, each.measure.unit, each.suppressed)
        cells[each.step.id][each.measure.id] = TrendCell(each.measure.id, text, each.value)
    columns = _columns(report)
    missing = {each.id: TrendCell(each.id, "–", None) for each in columns}
    return tuple(
        TrendRow(key, step.title, tuple(cells[key].get(each.id, missing[each.id]) for each in columns))
        for key, step in steps.items()
    )


def _coverage(report: Report) -> Iterator[CoverGroup]:
    rows = [each for each in report.coverage if each.organization == EVERY]
    singles = [each for each in report.competencies if each.organization == EVERY]
    for whole in (each for each in rows if not each.domain):
        domains = [each for each in rows if each.framework == whole.framework and each.domain]
        titles = {each.domain: each.title for each in domains}
        within = [each for each in singles if each.framework == whole.framework]
        yield CoverGroup(
            whole.framework,
            whole.title,
            _cover(whole, report),
            tuple(_cover(each, report) for each in domains),
            tuple(
                CompetencyRow(
                    each.competency,
                    each.title,
                    each.uri,
                    titles.get(each.domain, words.plain(each.domain)),
                    amount(each.value, Unit.PEOPLE, each.suppressed),
                    each.value,
                )
                for each in within
            ),
            folded(report, (each.value for each in (whole, *domains))),
            not folded(report, (each.n for each in (whole, *domains))),
            not folded(report, (each.value for each in within)),
        )


def _cover(row: Coverage, report: Report) -> CoverRow:
    hidden = row.suppressed
    return CoverRow(
        f"{row.framework}/{row.domain}",
        row.title,
        untold() if hidden else say("{have} of {of}", have=row.value or 0, of=row.of),
        row.value,
        round(100 * (row.value or 0) / row.of) if row.of else 0,
        amount(row.n, Unit.PEOPLE, hidden),
        row.n,
    )

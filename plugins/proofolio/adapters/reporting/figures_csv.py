"""The figures as tables for a spreadsheet: one row for each value, with its definition and its day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from proofolio.adapters.reporting.surveys_csv import survey_csv, survey_rows
from proofolio.adapters.reporting.table_csv import table_csv
from proofolio.core.language.say import say
from proofolio.core.model.figures import (
    EVERY,
    Choice,
    Cohort,
    CompetencyCover,
    Concern,
    Coverage,
    ImpactRow,
    Load,
    Progress,
    Report,
)

FIGURES = (
    "figure", "organization", "period", "framework", "value", "of", "n", "suppressed", "unit",
    "title", "organization_title", "period_title", "framework_title", "definition", "as_of",
)  # fmt: skip
RANKING = (
    "kind", "id", "title", "organization", "period", "framework", "value", "suppressed", "definition",
    "as_of",
)  # fmt: skip
TREND = (
    "figure", "organization", "framework", "step", "first", "last", "value", "n", "suppressed", "title",
    "definition", "as_of",
)  # fmt: skip
Value = str | float | None


def report_csv(report: Report) -> str:
    """``figures.csv``: every figure in every slice, and every survey's."""
    return table_csv(FIGURES, (*_figures(report), *survey_rows(report)))


def report_tables(report: Report) -> dict[str, str]:
    """All tables by file name."""
    tables = {
        "figures.csv": report_csv(report),
        "ranking.csv": table_csv(RANKING, _ranking(report)),
        "trend.csv": table_csv(TREND, _trend(report)),
        "coverage.csv": _plain(Coverage, report.coverage, report),
        "competencies.csv": _plain(CompetencyCover, report.competencies, report),
        "impact.csv": _plain(ImpactRow, report.impact, report),
        "surveys.csv": survey_csv(report),
    }
    if report.inside is not None:
        tables |= {
            "progress.csv": _plain(Progress, report.inside.progress, report),
            "cohorts.csv": _plain(Cohort, report.inside.cohorts, report),
            "coaches.csv": _plain(Load, report.inside.loads, report),
            "help.csv": _plain(Concern, report.inside.concerns, report),
        }
    return tables


def _figures(report: Report) -> Iterator[Sequence[Value]]:
    organizations = {EVERY: say("All organisations")} | _titles(report.organizations)
    frameworks = {EVERY: say("All frameworks")} | _titles(report.frameworks)
    periods = {each.id: each.title for each in report.periods}
    for each in report.figures:
        where, measure = each.slice, each.measure
        yield (
            measure.id,
            where.organization,
            where.period,
            where.framework,
            each.value,
            each.of,
            each.n,
            _truth(each.suppressed),
            measure.unit.value,
            measure.title,
            organizations[where.organization],
            periods[where.period],
            frameworks[where.framework],
            measure.definition,
            each.as_of.isoformat(),
        )


def _ranking(report: Report) -> Iterator[Sequence[Value]]:
    definition = {each.id: each.definition for each in report.measures}
    for each in report.ranking:
        yield (
            each.kind,
            each.id,
            each.title,
            each.slice.organization,
            each.slice.period,
            each.slice.framework,
            each.value,
            _truth(each.suppressed),
            definition["pathways" if each.kind == "pathway" else "credentials"],
            report.as_of.isoformat(),
        )


def _trend(report: Report) -> Iterator[Sequence[Value]]:
    for each in report.trend:
        yield (
            each.measure.id,
            each.organization,
            each.framework,
            each.step.id,
            _cell(each.step.first),
            _cell(each.step.last),
            each.value,
            each.n,
            _truth(each.suppressed),
            each.measure.title,
            each.measure.definition,
            report.as_of.isoformat(),
        )


def _plain(kind: type, rows: Iterable[object], report: Report) -> str:
    """A table with a column for each field, and the day that it is of."""
    columns = tuple(each.name for each in fields(kind))
    values = ([*(_cell(getattr(row, name)) for name in columns), report.as_of.isoformat()] for row in rows)
    return table_csv((*columns, "as_of"), values)


def _titles(choices: Iterable[Choice]) -> dict[str, str]:
    return {each.id: each.title for each in choices}


def _cell(value: Any) -> Value:
    if isinstance(value, bool):
        return _truth(value)
    return value.isoformat() if isinstance(value, date) else value


def _truth(value: bool) -> str:
    return "true" if value else "false"

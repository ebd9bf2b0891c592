"""The figures of surveys for a spreadsheet: among all figures, and in a table of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from proofolio.adapters.reporting.table_csv import table_csv
from proofolio.core.language.say import say
from proofolio.core.model.figures import EVERY, ItemFigures, Report, SurveyFigures, Unit

MOST = 7
"""The answers of the longest scale: so many columns has the table for each moment."""
COLUMNS = (
    "survey", "title", "kind", "subject", "framework", "before_date", "after_date", "item", "text", "topic",
    "n", "before", "after", "change", "up", "same", "down",
    *(f"before_{each}" for each in range(1, MOST + 1)), *(f"after_{each}" for each in range(1, MOST + 1)),
    "scale", "suppressed", "rule", "as_of",
)  # fmt: skip
Value = str | float | None


def survey_rows(report: Report) -> Iterator[Sequence[Value]]:
    """Rows of ``figures.csv``: one for each figure of each item, in each period that the survey belongs to.

    The figure is ``<measure>:<survey>/<item>``. How many gave each answer is there where it is told, with
    ``/<place on the scale>`` behind.
    """
    titles = {each.id: each.title for each in report.frameworks} | {EVERY: say("All frameworks")}
    for survey in report.surveys:
        periods = [each for each in report.periods if each.holds(survey.on)]
        for period in periods:
            for item in survey.items:
                for key, name, value in _figures(survey, item):
                    measure = next(each for each in report.survey_measures if each.id == key.split(":")[0])
                    yield (
                        key,
                        EVERY,
                        period.id,
                        survey.framework,
                        value,
                        item.n if measure.unit is Unit.PEOPLE and value is not None else None,
                        item.n,
                        _truth(value is None and (item.suppressed or item.n is not None)),
                        measure.unit.value,
                        say("{what}: {item}", what=measure.title, item=name),
                        say("All organisations"),
                        period.title,
                        titles.get(survey.framework, survey.framework),
                        measure.definition,
                        report.as_of.isoformat(),
                    )


def survey_csv(report: Report) -> str:
    """``surveys.csv``: a row for each item."""
    rows = (_row(survey, item, report) for survey in report.surveys for item in survey.items)
    return table_csv(COLUMNS, rows)


def _figures(survey: SurveyFigures, item: ItemFigures) -> Iterator[tuple[str, str, float | None]]:
    """Each figure's name, what it is about, and its value."""
    where = f"{survey.survey}/{item.item}"
    for name in ("before", "after", "change", "up", "same", "down"):
        yield f"survey-{name}:{where}", item.text, getattr(item, name)
    for name, spread in (("before", item.spread_before), ("after", item.spread_after)):
        for place, (word, value) in enumerate(zip(survey.scale, spread or (), strict=False), 1):
            about = say("{item} ({answer})", item=item.text, answer=word)
            yield f"survey-spread-{name}:{where}/{place}", about, value


def _row(survey: SurveyFigures, item: ItemFigures, report: Report) -> list[Value]:
    return [
        survey.survey,
        survey.title,
        survey.kind,
        survey.subject,
        survey.framework,
        _day(survey.before),
        _day(survey.after),
        item.item,
        item.text,
        item.topic,
        item.n,
        item.before,
        item.after,
        item.change,
        item.up,
        item.same,
        item.down,
        *_spread(item.spread_before),
        *_spread(item.spread_after),
        " < ".join(survey.scale),
        _truth(item.suppressed),
        report.survey_rule,
        report.as_of.isoformat(),
    ]


def _spread(counts: tuple[int, ...] | None) -> list[Value]:
    return [*(counts or ()), *[None] * (MOST - len(counts or ()))]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _truth(value: bool) -> str:
    return "true" if value else "false"

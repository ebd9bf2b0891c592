"""The figures of surveys in a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from proofolio.core.figuring.narrow import narrow
from proofolio.core.language.say import day, number, say
from proofolio.core.model.figures import ALL, ItemFigures, Report, Slice

_FIGURE, _INDENT = 22, 24


def survey_lines(report: Report, where: Slice, width: int) -> Iterator[str]:
    """Every survey that belongs to a slice, item by item. A survey is of all who answered."""
    period = where.period if where.period != ALL else None
    surveys = narrow(report, where.organization or None, period, where.framework or None).surveys
    if not surveys:
        return
    yield ""
    yield say("Asked before and after:")
    for survey in surveys:
        days = [day(each) for each in (survey.before, survey.after) if each]
        yield f"  {survey.title}" + (f" ({' – '.join(days)})" if days else "")
        if not survey.answered:
            yield "    " + say("No answers yet.")
            continue
        for item in survey.items:
            yield f"{_means(item):>{_FIGURE}}  {item.text}"
            indent = " " * _INDENT
            yield from textwrap.wrap(_people(item), width, initial_indent=indent, subsequent_indent=indent)
    yield from textwrap.wrap(
        report.survey_measures[0].definition, width, initial_indent="  ", subsequent_indent="  "
    )
    yield from textwrap.wrap(report.survey_rule, width, initial_indent="  ", subsequent_indent="  ")


def _means(item: ItemFigures) -> str:
    if item.before is None or item.after is None:
        return say("not shown") if item.suppressed else "–"
    return f"{number(item.before)} → {number(item.after)}"


def _people(item: ItemFigures) -> str:
    if item.n is None:
        return ""
    if item.up is None or item.same is None or item.down is None:
        return say("of {n} who answered both times", n=item.n)
    return say(
        "of {n} who answered both times: {up} higher, {same} the same, {down} lower",
        n=item.n,
        up=item.up,
        same=item.same,
        down=item.down,
    )

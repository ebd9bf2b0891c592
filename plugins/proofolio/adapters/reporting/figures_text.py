"""The figures in a terminal: the most important ones, each with what it means."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from proofolio.adapters.reporting.surveys_text import survey_lines
from proofolio.adapters.reporting.visible import visible
from proofolio.core.figuring.narrow import within
from proofolio.core.language.say import day, number, say, says
from proofolio.core.model.figures import ALL, EVERY, Choice, Figure, Inside, Pace, Ranked, Report, Slice, Unit

WIDTH = 96
MOST = 5
"""So many lines of a ranking, or of people who may need help."""


def report_text(report: Report, where: Slice | None = None) -> str:
    """The summary of one slice, and of the organisations in it."""
    where = where or Slice()
    return "\n".join(visible(each).rstrip() for each in _lines(report, where)) + "\n"


def _lines(report: Report, where: Slice) -> Iterator[str]:
    yield _heading(report, where)
    yield ""
    for each in report.of(where):
        yield f"{told(each):>10}  {each.measure.title}"
        yield from textwrap.wrap(
            each.measure.definition, WIDTH, initial_indent=" " * 12, subsequent_indent=" " * 12
        )
    yield from _organizations(report, where)
    yield from _ranking(report, where)
    yield from survey_lines(report, where, WIDTH)
    if report.inside is not None:
        yield from _inside(report.inside)
    yield ""
    yield from textwrap.wrap(report.rule, WIDTH)


def _heading(report: Report, where: Slice) -> str:
    names = [each.title for each in report.organizations if each.id == where.organization]
    names += [each.title for each in report.periods if each.id == where.period != ALL]
    names += [each.title for each in report.frameworks if each.id == where.framework]
    told_of = ", ".join([report.name, *names])
    if report.fewest:
        return say("Public figures of {name}, as of {day}", name=told_of, day=day(report.as_of))
    return say("Internal figures of {name}, as of {day}", name=told_of, day=day(report.as_of))


def told(figure: Figure) -> str:
    """A figure in a few characters; a small group is not told, and nothing is a dash."""
    if figure.suppressed:
        return say("not shown")
    if figure.value is None:
        return "–"
    if figure.measure.unit is Unit.PERCENT:
        return say("{n}%", n=figure.value)
    if figure.of is not None:
        return say("{have} of {of}", have=figure.value, of=figure.of)
    return number(figure.value)


def _organizations(report: Report, where: Slice) -> Iterator[str]:
    below: list[Choice] = [
        each
        for each in report.organizations
        if each.id in within(report, where.organization) and each.id != where.organization
    ]
    if not below:
        return
    wanted = ("enrolled", "earned", "credentials", "completion", "hours")
    titles = {each.id: each.title for each in report.measures}
    yield ""
    yield say("By organisation:")
    for organization in below:
        found = {
            each.measure.id: each
            for each in report.figures
            if each.slice == Slice(organization.id, where.period, where.framework)
        }
        if found:
            yield f"  {organization.title}"
            for name in wanted:
                yield f"    {told(found[name]):>10}  {titles[name]}"


def _ranking(report: Report, where: Slice) -> Iterator[str]:
    rows: list[Ranked] = [
        each
        for each in report.ranking
        if (each.slice.organization, each.slice.period) == (where.organization, where.period)
        and where.framework in (EVERY, each.slice.framework)
        and each.value is not None
    ]
    if rows:
        yield ""
        yield say("Most earned:")
        for each in rows[:MOST]:
            yield f"{number(each.value or 0):>10}  {each.title}"


def _inside(inside: Inside) -> Iterator[str]:
    pace, waiting = inside.pace, sum(each.waiting for each in inside.progress)
    yield ""
    yield says("{n} piece of work waits for a reviewer.", "{n} pieces of work wait for a reviewer.", waiting)
    yield from textwrap.wrap(" ".join(_pace(pace)), WIDTH)
    yield from _concerns(inside)


def _pace(pace: Pace) -> Iterator[str]:
    """How soon work was first looked at, in sentences."""
    if pace.median is not None and pace.ninetieth is not None:
        yield says(
            "In the last {over} days {n} version was reviewed for the first time.",
            "In the last {over} days {n} versions were reviewed for the first time.",
            pace.n,
            over=pace.over,
        )
        yield says("Half waited {n} day or less.", "Half waited {n} days or less.", pace.median)
        yield says(
            "Nine in ten waited {n} day or less.", "Nine in ten waited {n} days or less.", pace.ninetieth
        )
    if pace.due:
        yield says(
            "{kept} of {of} came within the {n} day that is promised; a version that has waited longer, and "
            "still waits, counts as not kept.",
            "{kept} of {of} came within the {n} days that are promised; a version that has waited longer, "
            "and still waits, counts as not kept.",
            pace.promise,
            kept=pace.kept,
            of=pace.due,
        )


def _concerns(inside: Inside) -> Iterable[str]:
    if inside.concerns:
        yield ""
        yield say("Who may need help:")
        for each in inside.concerns[: 2 * MOST]:
            yield f"  {each.name}: {each.words}"
        more = len(inside.concerns) - 2 * MOST
        if more > 0:
            yield "  " + says("and {n} more reason", "and {n} more reasons", more)

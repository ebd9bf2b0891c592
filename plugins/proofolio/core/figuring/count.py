"""Every figure in every slice, and how figures grew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from proofolio.core.figuring import measure as named
from proofolio.core.figuring.coverage import covered
from proofolio.core.figuring.period import Periods
from proofolio.core.figuring.table import Table, Tables, framework_kind
from proofolio.core.figuring.value import HIDDEN, Value, share
from proofolio.core.model.facts import Facts
from proofolio.core.model.figures import ALL, EVERY, Coverage, Figure, Measure, Period, Slice, TrendPoint


def figures(
    facts: Facts,
    tables: Tables,
    periods: Periods,
    coverage: tuple[Coverage, ...],
    measures: Mapping[str, Measure],
) -> Iterator[Figure]:
    """All of them, slice by slice."""
    organizations = tuple(tables.enrolled.grid.axes.organizations)
    frameworks = (EVERY, *(each.id for each in facts.frameworks))
    cover = {(each.organization, each.framework): each for each in coverage if not each.domain}
    for organization, period, framework in product(organizations, periods.choices, frameworks):
        where = Slice(organization, period.id, framework)
        for name, value in _values(tables, where):
            yield _figure(measures[name], where, value, facts)
        if period.id == ALL:
            one = [cover[organization, framework]] if framework else []
            every = one or [cover[organization, each.id] for each in facts.frameworks]
            yield _figure(measures[named.COVERAGE], where, covered(every), facts)


def trend(
    facts: Facts, tables: Tables, periods: Periods, measures: Mapping[str, Measure]
) -> Iterator[TrendPoint]:
    """How figures grew, by term; on internal reports by month, too."""
    public = facts.audience == "public"
    organizations = tuple(tables.enrolled.grid.axes.organizations)
    frameworks = (EVERY, *(each.id for each in facts.frameworks))
    steps = periods.terms if public else (*periods.terms, *periods.months)
    for organization, framework in product(organizations, frameworks):
        if public and organization and framework:
            continue
        for step in steps:
            yield from _points(tables, organization, framework, step, measures)


def _points(
    tables: Tables, organization: str, framework: str, step: Period, measures: Mapping[str, Measure]
) -> Iterator[TrendPoint]:
    for name, value in _values(tables, Slice(organization, step.id, framework)):
        if name not in (named.COMPLETION, named.PATHWAYS):
            yield TrendPoint(
                measures[name], organization, framework, step, value.value, value.n, value.hidden
            )


def _figure(measure: Measure, where: Slice, value: Value, facts: Facts) -> Figure:
    return Figure(measure, where, value.value, value.of, value.n, value.hidden, facts.today)


def _values(tables: Tables, where: Slice) -> Iterator[tuple[str, Value]]:
    """The values of one slice by their measures' names, in the measures' order."""
    organization, period, framework = where.organization, where.period, where.framework
    cell = (organization, period, framework_kind(framework))
    enrolled = _people(tables.enrolled, (organization, period, EVERY))
    earned = _people(tables.earned, cell)
    yield named.ENROLLED, enrolled
    yield named.SUBMITTED, _people(tables.submitted, cell)
    yield named.SUBMISSIONS, _sum(tables.submitted, cell)
    yield named.EARNED, earned
    yield named.CREDENTIALS, _sum(tables.earned, cell)
    yield named.COMPLETION, share(earned, enrolled)
    if not framework:
        yield named.PATHWAYS, _sum(tables.pathways, cell)
    yield named.HOURS, _sum(tables.hours, cell)


def _people(table: Table, cell: tuple[str, str, str]) -> Value:
    if table.hides(cell):
        return HIDDEN
    number = len(table.grid.who(cell))
    return Value(number, None, number, False)


def _sum(table: Table, cell: tuple[str, str, str]) -> Value:
    if table.hides(cell):
        return HIDDEN
    return Value(table.grid.amount(cell), None, len(table.grid.who(cell)), False)

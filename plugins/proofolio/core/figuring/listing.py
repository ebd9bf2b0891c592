"""Lists: what was earned most, and the impact ledger."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from proofolio.core.figuring.measure import FEWEST
from proofolio.core.figuring.period import Periods
from proofolio.core.figuring.table import Tables
from proofolio.core.model.facts import Facts, ImpactFact
from proofolio.core.model.figures import ImpactRow, Ranked, Slice

MICRO_CREDENTIAL, PATHWAY = "micro-credential", "pathway"


def ranking(facts: Facts, tables: Tables, periods: Periods) -> Iterator[Ranked]:
    """What was earned, the most earned first, for each organisation and period.

    A row's framework is that of what was earned; a framework's own ranking is its rows.
    """
    organizations = tuple(tables.enrolled.grid.axes.organizations)
    for organization, period in product(organizations, periods.choices):
        rows = list(_rows(facts, tables, organization, period.id))
        yield from sorted(rows, key=lambda each: (each.suppressed, -(each.value or 0), each.title, each.id))


def _rows(facts: Facts, tables: Tables, organization: str, period: str) -> Iterator[Ranked]:
    for each in facts.achievements:
        table = tables.pathways if each.pathway else tables.earned
        cell = (organization, period, each.id)
        if cell in table.grid.cells:
            hidden = table.hides(cell)
            yield Ranked(
                PATHWAY if each.pathway else MICRO_CREDENTIAL,
                each.id,
                each.title,
                Slice(organization, period, each.framework),
                None if hidden else round(table.grid.amount(cell)),
                hidden,
                each.uri,
            )


def impact(facts: Facts) -> Iterator[ImpactRow]:
    """Every measure with learners, the latest first. The public is not told of a few learners."""
    works = {(each.person, each.slug): each for each in facts.submissions}
    people = {each.id: each for each in facts.people}
    public = facts.audience == "public"
    rows = []
    for at, each in enumerate(facts.impact):
        work, person = works.get((each.person, each.slug)), people.get(each.person)
        if work is None or person is None:
            continue
        hidden = public and (each.learners is None or each.learners < FEWEST)
        on = each.after_date or work.first
        row = ImpactRow(
            measure=each.measure,
            unit="" if hidden else each.unit,
            before=None if hidden else each.before,
            after=None if hidden else each.after,
            change=None if hidden else each.change,
            better=None if hidden else _better(each),
            learners=None if hidden else each.learners,
            before_date=None if hidden else each.before_date,
            after_date=None if hidden else each.after_date,
            source=None if hidden else each.source,
            work=work.title,
            uri=work.uri,
            person=person.name,
            organization=person.organization,
            framework=work.framework,
            on=on,
            suppressed=hidden,
        )
        rows.append(((-on.toordinal() if on else 0, each.person, each.slug, at), row))
    return (row for _, row in sorted(rows, key=lambda each: each[0]))


def _better(each: ImpactFact) -> bool | None:
    return None if each.change == 0 else (each.change > 0) is not each.lower_is_better

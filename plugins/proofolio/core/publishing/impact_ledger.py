"""The impact ledger: what was measured with learners before and after, in one table."""

from __future__ import annotations

from proofolio.core.language.say import number, say
from proofolio.core.model.figures import ALL, ImpactRow, Report
from proofolio.core.publishing.views.figures import LedgerRow

_MINUS = "\u2212"
_PERCENT = ("percent", "%")


def ledger(report: Report) -> tuple[LedgerRow, ...]:
    """Every measure that may be read, each with the organisations and periods that it belongs to."""
    above = {each.id: each.within for each in report.organizations}
    return tuple(_row(each, above, report) for each in report.impact)


def _row(row: ImpactRow, above: dict[str, str | None], report: Report) -> LedgerRow:
    told = row.before is not None and row.after is not None and row.change is not None
    return LedgerRow(
        measure=row.measure,
        before=_amount(row.before, row.unit) if row.before is not None and told else "",
        after=_amount(row.after, row.unit) if row.after is not None and told else "",
        change=change(row.change, row.unit) if row.change is not None and told else "",
        change_value=row.change if told else None,
        direction="same" if row.better is None else "better" if row.better else "worse",
        learners=number(row.learners) if row.learners is not None else "",
        learners_value=row.learners,
        days=tuple(each.isoformat() for each in (row.before_date, row.after_date) if each) if told else (),
        source=row.source,
        uri=row.uri,
        person=row.person,
        suppressed=row.suppressed,
        organizations=_lineage(row.organization, above),
        periods=tuple(each.id for each in report.periods if each.id != ALL and each.holds(row.on)),
        framework=row.framework,
    )


def _lineage(organization: str, above: dict[str, str | None]) -> tuple[str, ...]:
    """An organisation and all that it lies within."""
    found: list[str] = []
    here: str | None = organization
    while here and here not in found:
        found.append(here)
        here = above.get(here)
    return tuple(found)


def _amount(value: float, unit: str) -> str:
    figure = f"{_MINUS}{number(abs(value))}" if value < 0 else number(value)
    if unit in _PERCENT:
        return say("{n}%", n=figure)
    return f"{figure} {unit}".strip()


def change(value: float, unit: str) -> str:
    """The change with its sign; between percentages it is points."""
    sign = "+" if value > 0 else _MINUS if value < 0 else "±"
    figure = f"{sign}{number(abs(value))}"
    return say("{n} points", n=figure) if unit in _PERCENT else f"{figure} {unit}".strip()

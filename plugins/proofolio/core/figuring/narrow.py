"""Narrow a report to one organisation, period and framework. Nothing is counted again."""

from __future__ import annotations

from dataclasses import replace

from proofolio.core.model.figures import EVERY, Inside, Period, PeriodKind, Report, Slice


def narrow(
    report: Report, organization: str | None = None, period: str | None = None, framework: str | None = None
) -> Report:
    """The report with what belongs to these alone, by id; None narrows nothing.

    Raises KeyError for a period that the report does not have.
    """
    spans = {each.id: each for each in report.periods}
    span = spans[period] if period else None
    inside = None if organization is None else within(report, organization)

    def holds(where: Slice) -> bool:
        return (
            organization in (None, where.organization)
            and period in (None, where.period)
            and framework in (None, where.framework)
        )

    def placed(place: str, of: str) -> bool:
        return organization in (None, place) and framework in (None, of)

    return replace(
        report,
        periods=tuple(each for each in report.periods if period in (None, each.id)),
        figures=tuple(each for each in report.figures if holds(each.slice)),
        ranking=tuple(each for each in report.ranking if holds(each.slice)),
        trend=tuple(
            each
            for each in report.trend
            if placed(each.organization, each.framework) and _in(each.step, span)
        ),
        coverage=tuple(each for each in report.coverage if placed(each.organization, each.framework)),
        competencies=tuple(each for each in report.competencies if placed(each.organization, each.framework)),
        impact=tuple(
            each
            for each in report.impact
            if (inside is None or each.organization in inside)
            and framework in (None, EVERY, each.framework)
            and (span is None or span.holds(each.on))
        ),
        # A survey is of all who answered: there is none of one organisation.
        surveys=tuple(
            each
            for each in report.surveys
            if organization in (None, EVERY)
            and framework in (None, EVERY, each.framework)
            and (span is None or span.holds(each.on))
        ),
        inside=report.inside if inside is None or report.inside is None else _inside(report.inside, inside),
    )


def within(report: Report, organization: str) -> frozenset[str]:
    """An organisation and all that lie within it; for "" all of them, and what belongs to none."""
    if organization == EVERY:
        return frozenset({EVERY, *(each.id for each in report.organizations)})
    found = {organization}
    for _ in report.organizations:
        found |= {each.id for each in report.organizations if each.within in found}
    return frozenset(found)


def _in(step: Period, span: Period | None) -> bool:
    return span is None or span.kind is PeriodKind.ALL or span.holds(step.first)


def _inside(inside: Inside, organizations: frozenset[str]) -> Inside:
    return replace(
        inside,
        progress=tuple(each for each in inside.progress if each.organization in organizations),
        cohorts=tuple(each for each in inside.cohorts if each.organization in organizations),
        concerns=tuple(each for each in inside.concerns if each.organization in organizations),
    )

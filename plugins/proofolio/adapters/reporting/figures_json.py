"""The figures for other programs, in a shape to build on; keys may be added, none goes away.

``{"format": 1, "audience", "name", "as_of", "fewest", "rule",
"measures": [{"id", "title", "definition", "unit"}],
"organizations": [{"id", "title", "within"}], "periods": [{"id", "title", "kind", "first", "last"}],
"frameworks": [{"id", "title"}],
"slices": [{"organization", "period", "framework", "figures": {measure: {"value", "of", "n", "suppressed"}}}],
"ranking": […], "trend": […], "coverage": […], "competencies": […], "impact": […],
"surveys": [{"survey", "title", …, "items": [{"item", "text", "n", "before", "after", …}]}],
"survey_measures": […], "survey_rule", "inside": {…}}``

"" stands for all organisations or frameworks, ``all`` for all time. What is suppressed has no value.
``of`` and ``n`` are left out where there is none, ``suppressed`` where it is false. ``inside`` is only in
reports for the organisation's own people.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from proofolio.core.model.figures import Figure, Period, Report, Slice, TrendPoint

FORMAT = 1


def report_json(report: Report) -> str:
    """The whole report as one JSON document, the same bytes for the same figures."""
    return json.dumps(_document(report), ensure_ascii=False, separators=(",", ":"), default=str) + "\n"


def _document(report: Report) -> dict[str, Any]:
    document = {
        "format": FORMAT,
        "audience": report.audience,
        "name": report.name,
        "as_of": report.as_of.isoformat(),
        "fewest": report.fewest,
        "rule": report.rule,
        "measures": [asdict(each) for each in report.measures],
        "organizations": [asdict(each) for each in report.organizations],
        "periods": [_period(each) for each in report.periods],
        "frameworks": [{"id": each.id, "title": each.title} for each in report.frameworks],
        "slices": _slices(report.figures),
        "ranking": [_flat(each) for each in report.ranking],
        "trend": _trend(report.trend),
        "coverage": [asdict(each) for each in report.coverage],
        "competencies": [asdict(each) for each in report.competencies],
        "impact": [asdict(each) for each in report.impact],
        "surveys": [asdict(each) for each in report.surveys],
        "survey_measures": [asdict(each) for each in report.survey_measures],
        "survey_rule": report.survey_rule,
    }
    if report.inside is not None:
        document["inside"] = asdict(report.inside)
    return document


def _period(period: Period) -> dict[str, Any]:
    return asdict(period)


def _slices(figures: Iterable[Figure]) -> list[dict[str, Any]]:
    found: dict[Slice, dict[str, Any]] = {}
    for each in figures:
        found.setdefault(each.slice, {})[each.measure.id] = _value(each)
    return [asdict(where) | {"figures": values} for where, values in found.items()]


def _value(each: Figure | TrendPoint) -> dict[str, Any]:
    """A value without what there is not to say."""
    value: dict[str, Any] = {"value": _number(each.value)}
    if isinstance(each, Figure) and each.of is not None:
        value["of"] = _number(each.of)
    if each.n is not None:
        value["n"] = each.n
    if each.suppressed:
        value["suppressed"] = True
    return value


def _trend(points: Iterable[TrendPoint]) -> list[dict[str, Any]]:
    """One row for each step, organisation and framework."""
    found: dict[tuple[str, str, str], dict[str, Any]] = {}
    for each in points:
        key = (each.organization, each.framework, each.step.id)
        row = found.setdefault(
            key,
            {
                "organization": each.organization,
                "framework": each.framework,
                "step": _period(each.step),
                "figures": {},
            },
        )
        row["figures"][each.measure.id] = _value(each)
    return list(found.values())


def _flat(each: Any) -> dict[str, Any]:
    """A row with its slice's keys beside its own."""
    row = asdict(each)
    where: dict[str, Any] = row.pop("slice")
    return where | row


def _number(value: float | None) -> float | int | None:
    """Whole numbers as such: 15, not 15.0."""
    return int(value) if value is not None and value == int(value) else value

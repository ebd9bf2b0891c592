"""Impact: figures that can be compared, and that somebody can follow up."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.diagnostics.finding import Finding, Gap, Related
from proofolio.core.diagnostics.rules.impact import (
    IMPACT_DATES_OUT_OF_ORDER,
    IMPACT_OUT_OF_RANGE,
    IMPACT_UNITS_DIFFER,
    IMPACT_WITHOUT_N,
    IMPACT_WITHOUT_SOURCE,
)
from proofolio.core.language.say import say
from proofolio.core.model.impact import Impact

PERCENT = "percent"
_SPELLINGS = {"%": PERCENT, "per cent": PERCENT, "pct": PERCENT, "percentage": PERCENT}


def check_impact(measures: tuple[Impact, ...]) -> Iterator[Finding]:
    """What is wrong with the measures, whatever the status of the work."""
    first: dict[str, Impact] = {}
    for impact in measures:
        yield from _check_dates(impact)
        yield from _check_stated_units(impact)
        yield from _check_range(impact)
        other = first.setdefault(_folded(impact.measure), impact)
        if _unit(other.unit) != _unit(impact.unit):
            message = f"'{impact.measure}' is given in '{other.unit}' and in '{impact.unit}'"
            related = (Related(other.pointer.down("unit"), "the other unit stands here"),)
            yield Finding(IMPACT_UNITS_DIFFER, message, impact.pointer.down("unit"), related=related)


def impact_gaps(measures: tuple[Impact, ...]) -> Iterator[Gap]:
    """What the measures do not say yet."""
    for impact in measures:
        if not (impact.source or "").strip():
            message = say("'{measure}' does not say where its figures come from", measure=impact.measure)
            hint = say("add source, such as: Unit check")
            yield Gap(IMPACT_WITHOUT_SOURCE, message, impact.pointer, hint)
        if impact.n is None:
            message = say("'{measure}' does not say how many learners were measured", measure=impact.measure)
            hint = say("add n, the number of learners")
            yield Gap(IMPACT_WITHOUT_N, message, impact.pointer, hint)


def _check_dates(impact: Impact) -> Iterator[Finding]:
    before, after = impact.before_date, impact.after_date
    if before is not None and after is not None and after < before:
        message = f"the date after, {after}, is earlier than the date before, {before}"
        related = (Related(impact.pointer.down("before_date"), "the date before stands here"),)
        where = impact.pointer.down("after_date")
        yield Finding(IMPACT_DATES_OUT_OF_ORDER, message, where, "swap or correct the dates", related)


def _check_stated_units(impact: Impact) -> Iterator[Finding]:
    stated = impact.stated_units
    odd = [at for at, unit in enumerate(stated) if unit and _unit(unit) != _unit(impact.unit)]
    if odd:
        # With both values' units known, the odd one out is the place; otherwise the unit itself is.
        lone = len(odd) == 1 and len(stated) == 2
        where = impact.pointer.down(("before", "after")[odd[0]] if lone else "unit")
        message = f"a value is in '{stated[odd[0]]}', but the unit is '{impact.unit}'"
        yield Finding(IMPACT_UNITS_DIFFER, message, where, "give both values and the unit in one unit")


def _check_range(impact: Impact) -> Iterator[Finding]:
    if _unit(impact.unit) != PERCENT:
        return
    for key, value in (("before", impact.before), ("after", impact.after)):
        if not 0 <= value <= 100:
            message = f"{key} is {value:g} percent, outside 0 to 100"
            hint = "correct the value, or the unit if this is not a percentage"
            yield Finding(IMPACT_OUT_OF_RANGE, message, impact.pointer.down(key), hint)


def _unit(unit: str) -> str:
    folded = _folded(unit)
    return _SPELLINGS.get(folded, folded)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()

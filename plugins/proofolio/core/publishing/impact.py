"""The change in a measure, computed and put into words."""

from __future__ import annotations

from proofolio.core.language.say import deferred, number, said, say, says
from proofolio.core.model.impact import Impact
from proofolio.core.publishing.page import Audience
from proofolio.core.publishing.views.submission import ImpactView

FEWEST = 5
"""Public figures on fewer learners than this could point at one of them."""

_TOLD = {
    "same": deferred("no change"),
    "better": deferred("a change for the better"),
    "worse": deferred("a change for the worse"),
}
_MINUS = "\u2212"


def impact(measured: Impact, audience: Audience) -> ImpactView:
    """One measure before and after, for an audience."""
    if hidden(measured, audience):
        return _without_figures(measured)
    direction = _direction(measured)
    before, after = (_amount(each, measured.unit) for each in (measured.before, measured.after))
    change = _change(measured)
    return ImpactView(
        measured.measure,
        _unit(measured.unit),
        before,
        after,
        float(measured.before),
        float(measured.after),
        _scale(measured),
        measured.before_date.isoformat() if measured.before_date else None,
        measured.after_date.isoformat() if measured.after_date else None,
        measured.n,
        change,
        _change(measured, short=True),
        direction,
        _told(measured, before, after, change, said(_TOLD[direction])),
        measured.source,
        None,
    )


def _told(measured: Impact, before: str, after: str, change: str, direction: str) -> str:
    told = {
        "measure": measured.measure,
        "before": before,
        "after": after,
        "change": change,
        "direction": direction,
    }
    if measured.n is None:
        return say("{measure}: {before} before, {after} after ({change}, {direction}).", **told)
    return says(
        "{measure}: {before} before, {after} after ({change}, {direction}), for {n} learner.",
        "{measure}: {before} before, {after} after ({change}, {direction}), for {n} learners.",
        measured.n,
        **told,
    )


def in_brief(measured: Impact, audience: Audience) -> str | None:
    """A measure in a few words for a card; None when its figures are not shown."""
    if hidden(measured, audience):
        return None
    before, after = number(measured.before), _amount(measured.after, measured.unit)
    return say("{measure}: from {before} to {after}", measure=measured.measure, before=before, after=after)


def hidden(measured: Impact, audience: Audience) -> bool:
    """Whether the figures rest on too few learners for this audience."""
    return audience is Audience.PUBLIC and measured.n is not None and measured.n < FEWEST


def _without_figures(measured: Impact) -> ImpactView:
    notice = say("The figures are not shown, because fewer than {n} learners were measured.", n=FEWEST)
    return ImpactView(
        measure=measured.measure,
        unit=_unit(measured.unit),
        before="",
        after="",
        before_value=0.0,
        after_value=0.0,
        scale=None,
        before_date=None,
        after_date=None,
        n=None,
        change="",
        short="",
        direction="same",
        words=notice,
        source=None,
        notice=notice,
    )


def _direction(measured: Impact) -> str:
    if measured.change == 0:
        return "same"
    return "better" if (measured.change > 0) is not measured.lower_is_better else "worse"


def _amount(value: float, unit: str) -> str:
    return f"{_signed(value) if value < 0 else number(value)} {_unit(unit)}".strip()


def _unit(unit: str) -> str:
    """A unit as its author wrote it, but for the one that we know by name."""
    return say("percent") if unit == "percent" else unit


def _signed(value: float) -> str:
    sign = "+" if value > 0 else _MINUS if value < 0 else ""
    return f"{sign}{number(abs(value))}"


def _change(measured: Impact, short: bool = False) -> str:
    change = _signed(measured.change)
    if measured.unit not in ("percent", "%"):
        return f"{change} {measured.unit}".strip()
    if short:
        return says("{change} point", "{change} points", abs(measured.change), change=change)
    return says(
        "{change} percentage point", "{change} percentage points", abs(measured.change), change=change
    )


def _scale(measured: Impact) -> float | None:
    """The end of the picture's axis. Percentages run to 100, so that bars of several compare."""
    low, high = sorted((measured.before, measured.after))
    if low < 0 or high == 0:
        return None
    return 100.0 if measured.unit in ("percent", "%") and high <= 100 else float(high)

"""What a conversion tells, for people and for programs."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from proofolio.core.converting.report import Report
from proofolio.core.converting.trouble import Trouble

WIDTH = 100


def report_text(report: Report) -> str:
    """The account in lines."""
    return "\n".join(_lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield f"  held: {_counts(report.held)}"
    yield f"  made: {_counts(report.made)}"
    if report.notes:
        yield "  what had no place of its own:"
        for each in report.notes:
            number = "" if each.count == 1 and each.what.startswith(("the ", "no ")) else f"{each.count} × "
            yield from _wrapped(f"{number}{each.what}: {each.where}")
    if report.warnings:
        yield "  please look at:"
        for warning in report.warnings:
            yield from _wrapped(warning)


def _counts(counts: Mapping[str, int]) -> str:
    told = (f"{number} {_singular(name) if number == 1 else name}" for name, number in counts.items())
    return ", ".join(told) or "nothing"


def _singular(name: str) -> str:
    """The name of one of several things."""
    for ending, one in (("ies", "y"), ("statuses", "status"), ("criteria", "criterion"), ("s", "")):
        if name.endswith(ending):
            return name.removesuffix(ending) + one
    return name


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent="    - ",
        subsequent_indent="      ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def report_data(report: Report) -> dict[str, Any]:
    """The account as data."""
    return {
        "held": dict(report.held),
        "made": dict(report.made),
        "notes": [{"what": each.what, "count": each.count, "where": each.where} for each in report.notes],
        "warnings": list(report.warnings),
    }


def troubles_data(troubles: Sequence[Trouble]) -> list[dict[str, str | None]]:
    """Troubles as data."""
    return [{"where": each.where, "why": each.why, "hint": each.hint} for each in troubles]


def as_json(data: Mapping[str, Any]) -> str:
    """Data as the text that programs read."""
    return json.dumps(data, ensure_ascii=False, indent=2)

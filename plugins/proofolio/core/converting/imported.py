"""A framework as it comes out of another format, with the account of the conversion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from proofolio.core.converting.report import Report
from proofolio.core.model.framework import Framework


@dataclass(frozen=True, slots=True)
class Imported:
    """One framework read from elsewhere. A file may hold several; each has its own report."""

    framework: Framework
    report: Report


def warned(found: Sequence[Imported], warnings: Sequence[str]) -> tuple[Imported, ...]:
    """The same, with warnings about the file as a whole in front of the first one's own."""
    if not warnings or not found:
        return tuple(found)
    first = found[0]
    report = replace(first.report, warnings=(*warnings, *first.report.warnings))
    return (Imported(first.framework, report), *found[1:])

"""A framework as it comes out of another format, with the account of the conversion."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.converting.report import Report
from proofolio.core.model.framework import Framework


@dataclass(frozen=True, slots=True)
class Imported:
    """One framework read from elsewhere. A file may hold several; each has its own report."""

    framework: Framework
    report: Report

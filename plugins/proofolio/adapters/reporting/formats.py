"""The report's formats by the names that ``--format`` knows."""

from __future__ import annotations

from proofolio.adapters.reporting.github import GitHubReporter
from proofolio.adapters.reporting.json import JsonReporter
from proofolio.adapters.reporting.markdown import MarkdownReporter
from proofolio.adapters.reporting.reporter import Reporter
from proofolio.adapters.reporting.sarif import SarifReporter
from proofolio.adapters.reporting.text import TextReporter

FORMATS = ("text", "json", "github", "sarif", "markdown")


def reporter(name: str, colour: bool = False) -> Reporter:
    """The reporter of a format of :data:`FORMATS`; KeyError for another. Only text has colour."""
    reporters: dict[str, Reporter] = {
        "text": TextReporter(colour),
        "json": JsonReporter(),
        "github": GitHubReporter(),
        "sarif": SarifReporter(),
        "markdown": MarkdownReporter(),
    }
    return reporters[name]

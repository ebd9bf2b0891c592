"""A finding with the line and column that its place turned out to be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from proofolio.core.diagnostics.finding import Finding
from proofolio.core.diagnostics.rule import Severity

RelatedPlace = tuple[str, int, int, str]
"""File, line, column, message."""


@dataclass(frozen=True, slots=True)
class Located:
    """A finding as a reader can be led to it.

    Attributes:
        finding: what is wrong.
        line: 1-based.
        column: 1-based, in characters.
        snippet: the source line, without its line end; None when there is none to show.
        related: other places that explain it.
    """

    finding: Finding
    line: int
    column: int
    snippet: str | None = None
    related: tuple[RelatedPlace, ...] = ()

    @property
    def file(self) -> str:
        """Path from the repository's root."""
        return self.finding.where.file

    @property
    def is_error(self) -> bool:
        """Whether the finding withholds the document."""
        return self.finding.rule.severity is Severity.ERROR

    def help_address(self, docs_url: str) -> str:
        """Where the documentation explains the rule."""
        return f"{docs_url.rstrip('/')}/findings/{self.finding.rule.name}/"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many errors and warnings there are, and in how many files."""

    errors: int
    warnings: int
    files: int

    def __str__(self) -> str:
        """The counts as a sentence: "2 errors, 1 warning in 2 files."."""
        if not self.files:
            return "No findings. Everything that can be checked by machine is in order."
        kinds = ((self.errors, "error"), (self.warnings, "warning"))
        counts = ", ".join(_count(number, word) for number, word in kinds if number)
        return f"{counts} in {_count(self.files, 'file')}."


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def tally(findings: Iterable[Located]) -> Tally:
    """Count findings by severity and by file."""
    every = list(findings)
    errors = sum(each.is_error for each in every)
    return Tally(errors, len(every) - errors, len({each.file for each in every}))


def in_order(findings: Iterable[Located]) -> list[Located]:
    """The findings by file, line, column and rule: the same order whatever order they came in."""
    return sorted(
        findings,
        key=lambda each: (each.file, each.line, each.column, each.finding.rule.name, each.finding.message),
    )

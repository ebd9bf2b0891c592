"""Findings and gaps: the two kinds of trouble that are values, never raised."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rule import Rule

PORTFOLIOS = "portfolios"


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that explains a finding ("first used here")."""

    where: Pointer
    message: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A contributed file is wrong: which rule, why, where, and what to do."""

    rule: Rule
    message: str
    where: Pointer
    hint: str | None = None
    related: tuple[Related, ...] = ()

    @property
    def person(self) -> str | None:
        """Whose portfolio the file belongs to; None outside the portfolios."""
        parts = self.where.file.split("/")
        return parts[1] if len(parts) > 2 and parts[0] == PORTFOLIOS else None


@dataclass(frozen=True, slots=True)
class Gap:
    """Something not there yet. Encouragement while a draft; a finding once submitted."""

    rule: Rule
    message: str
    where: Pointer
    hint: str | None = None

    def as_finding(self) -> Finding:
        """The same gap in work that says it is complete."""
        return Finding(self.rule, self.message, self.where, self.hint)

"""A licence-renewal profile: what one jurisdiction asks for in one cycle."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.duration import Duration


@dataclass(frozen=True, slots=True)
class RenewalExample:
    """A case that the profile's author worked out by hand; ``check`` runs it."""

    micro_credentials: int
    log_hours: Mapping[str, float]
    expect_met: bool


@dataclass(frozen=True, slots=True)
class RenewalProfile:
    """Hours needed within a cycle, in all and by category.

    ``hours_per_micro_credential`` replaces each micro-credential's own hours when given.
    """

    id: str
    title: str
    cycle: Duration
    hours_at_least: float
    categories: Mapping[str, float]
    hours_per_micro_credential: float | None
    examples: tuple[RenewalExample, ...]
    source: Pointer

    def short_of(self, hours: Mapping[str, float], uncategorised: float = 0) -> Mapping[str, float]:
        """What is lacking, by category ("" for the total); empty when the profile is met.

        ``hours`` are clock hours by category. ``uncategorised`` hours count towards the total and
        may stand in for any category, because nothing says that they do not belong to it.
        """
        lacking: dict[str, float] = {}
        total = sum(hours.values()) + uncategorised
        if total < self.hours_at_least:
            lacking[""] = round(self.hours_at_least - total, 2)
        spare = uncategorised
        for category, wanted in self.categories.items():
            missing = wanted - hours.get(category, 0)
            if missing > spare:
                lacking[category] = round(missing - spare, 2)
            spare = max(0.0, spare - max(0.0, missing))
        return lacking

    def judge(self, example: RenewalExample) -> Mapping[str, float]:
        """What one of the worked examples lacks; empty when the profile says it is met."""
        credited = example.micro_credentials * (self.hours_per_micro_credential or 0)
        return self.short_of(example.log_hours, credited)

"""A personal learning plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Goal:
    """One thing to reach. ``by`` is optional, shown, and never penalised."""

    goal: str
    competency: str | None = None
    target: str | None = None
    by: date | None = None
    how: str | None = None


@dataclass(frozen=True, slots=True)
class RenewalPlan:
    """Which licence-renewal profile counts for a person, and when the cycle began."""

    profile: str
    cycle_start: date

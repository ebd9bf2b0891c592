"""A self-assessment: where an educator thinks she stands, on one day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from proofolio.core.diagnostics.pointer import Pointer


@dataclass(frozen=True, slots=True)
class SelfRating:
    """One rating of a competency, or of one criterion of it.

    ``target`` is as written: ``competency``, ``competency/criterion``, or with a framework before.
    ``confidence`` is 1 (guessing) to 5 (sure).
    """

    target: str
    level: str
    confidence: int | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class SelfAssessment:
    """All ratings of one day, shown beside the reviewers' over time."""

    person: str
    on: date
    ratings: tuple[SelfRating, ...]
    source: Pointer

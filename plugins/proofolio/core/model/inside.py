"""Figures that name people: for the organisation's own coaches and leaders, never for the public."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one person has come: for coaches and leaders, never for the public.

    ``cohort`` is the term in which the person began. Days are None when there is none. ``hours`` are all
    hours so far; ``waiting`` and ``revise`` how many pieces of work wait for a reviewer, or rest with the
    person for another round.
    """

    person: str
    name: str
    organization: str
    cohort: str
    cohort_title: str
    coach: str | None
    since: date | None
    submitted: int
    earned: int
    hours: float
    waiting: int
    revise: int
    last: date | None


@dataclass(frozen=True, slots=True)
class Cohort:
    """The people of one organisation who began in the same term, summed up."""

    organization: str
    cohort: str
    title: str
    people: int
    submitted: int
    earned: int
    credentials: int


@dataclass(frozen=True, slots=True)
class Load:
    """What one reviewer has to do: people coached, work that waits for this person, days of the longest
    wait (None: nobody knows), and works reviewed in the last ``over`` days.
    """

    person: str
    name: str
    people: int
    waiting: int
    longest: int | None
    reviewed: int
    over: int


@dataclass(frozen=True, slots=True)
class Pace:
    """Days from the saving of a version to its first review: half waited ``median`` at most, nine in ten
    ``ninetieth``. ``n`` versions; ``kept`` of them within the ``promise`` (in days). ``late`` more have
    waited longer than promised and still wait: what was not given in time was not kept.
    """

    n: int
    median: float | None
    ninetieth: float | None
    promise: int
    kept: int
    over: int
    late: int = 0

    @property
    def due(self) -> int:
        """Of how many versions the promise was kept or broken."""
        return self.n + self.late


@dataclass(frozen=True, slots=True)
class Concern:
    """Somebody who may need help, and why: ``reason`` is its name, ``words`` a sentence for people."""

    person: str
    name: str
    organization: str
    reason: str
    words: str
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Inside:
    """What only the organisation's own people see. The queue and reviewers' agreement stand beside it."""

    progress: tuple[Progress, ...] = ()
    cohorts: tuple[Cohort, ...] = ()
    loads: tuple[Load, ...] = ()
    pace: Pace = field(default_factory=lambda: Pace(0, None, None, 14, 0, 90))
    concerns: tuple[Concern, ...] = ()

"""Evidence as somebody answers it field by field: texts, as they were typed.

Nothing here is judged or corrected; what cannot be read as a day or a number still has to be kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class AppliedAnswer:
    """Where and when it was tried: an ISO day, with whom, in what, with how many."""

    date: str = ""
    setting: str = ""
    subject: str = ""
    learners: str = ""


@dataclass(frozen=True, slots=True)
class ArtifactAnswer:
    """One piece of evidence. ``place`` is a web address or the name of a file; ``consent`` yes, no or "".

    ``commentary`` are remarks on a recording, one a line.
    """

    place: str = ""
    kind: str = ""
    title: str = ""
    licence: str = ""
    consent: str = ""
    commentary: str = ""


@dataclass(frozen=True, slots=True)
class ImpactAnswer:
    """One measure before and after. ``better`` is ``lower`` where less is better, else ""."""

    measure: str = ""
    unit: str = ""
    before: str = ""
    after: str = ""
    n: str = ""
    before_date: str = ""
    after_date: str = ""
    source: str = ""
    better: str = ""


@dataclass(frozen=True, slots=True)
class ClaimAnswer:
    """A further competency that the same work shows, and why."""

    competency: str = ""
    because: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceAnswers:
    """All of them. ``sections`` are texts by the section's id; ``co_authors`` and ``themes`` are ids."""

    title: str = ""
    submitted: bool = False
    applied: AppliedAnswer = AppliedAnswer()
    co_authors: tuple[str, ...] = ()
    problem_of_practice: str = ""
    demonstrates: tuple[ClaimAnswer, ...] = ()
    artifacts: tuple[ArtifactAnswer, ...] = ()
    impact: tuple[ImpactAnswer, ...] = ()
    visibility: str = ""
    themes: tuple[str, ...] = ()
    sections: Mapping[str, str] = field(default_factory=dict)

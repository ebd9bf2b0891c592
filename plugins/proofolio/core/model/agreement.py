"""How far reviewers agree about the same evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Concord:
    """How far ``pairs`` of ratings of the same thing agree.

    ``exact`` of them are the same level, ``near`` the same or next to each other, ``split`` on the two
    sides of the mastery threshold. ``kappa`` is Cohen's with quadratic weights, of which the first
    rater of a pair is whoever comes first by id; None where chance cannot be told from agreement.
    """

    pairs: int
    exact: int
    near: int
    split: int
    kappa: float | None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two reviewers of the same version of whom one saw mastery and the other did not."""

    person: str
    submission: str
    micro_credential: str
    criterion: str
    reviewed: str
    levels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Agreement:
    """All of it. ``criteria`` are by micro-credential, then by criterion, those with a pair only."""

    whole: Concord
    micro_credentials: Mapping[str, Concord]
    criteria: Mapping[str, Mapping[str, Concord]]
    disagreements: tuple[Disagreement, ...]

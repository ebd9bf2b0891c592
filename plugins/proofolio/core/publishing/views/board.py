"""Where a person stands: demonstrated, in progress, and what could come next."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.publishing.page import Ref
from proofolio.core.publishing.views.level import LevelView


@dataclass(frozen=True, slots=True)
class NextStep:
    """What to do next for one criterion, in the reviewer's words, and where."""

    competency: Ref
    criterion: str
    step: str
    submission: Ref


@dataclass(frozen=True, slots=True)
class Stand:
    """One competency. ``level`` is the reviewers', None until every criterion is rated; ``words`` say the
    rest: how it is demonstrated, or how far it is. ``have`` of ``of`` criteria are rated; ``steps`` are
    what reviewers suggest for it, ``strengths`` names the criteria above mastery where it is demonstrated.
    """

    competency: Ref
    level: LevelView | None
    words: str
    have: int
    of: int
    steps: tuple[NextStep, ...] = ()
    strengths: str | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A micro-credential that could come next. ``reason`` says why in a sentence.

    ``before`` are those that it asks for first and that are not earned yet. ``badge`` is its picture's
    URI. ``hours`` such as "15 hours".
    """

    micro_credential: Ref
    competency: Ref | None
    hours: str
    reason: str
    before: tuple[Ref, ...]
    badge: str | None


@dataclass(frozen=True, slots=True)
class Board:
    """The three columns. ``aims`` are what the plan aims at and nothing was handed in for yet.

    What a suggestion is about is not among the aims again. ``more`` tells that further micro-credentials are
    open than those suggested.
    """

    demonstrated: tuple[Stand, ...]
    progress: tuple[Stand, ...]
    aims: tuple[Stand, ...]
    suggestions: tuple[Suggestion, ...]
    more: bool

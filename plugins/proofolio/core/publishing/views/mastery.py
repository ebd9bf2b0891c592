"""A person's mastery map, and her own view beside the reviewers'."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.publishing.page import Ref
from proofolio.core.publishing.views.level import LevelView


@dataclass(frozen=True, slots=True)
class MapCell:
    """One competency at one level: marks, each of which may stand.

    ``reached``: the reviewers' level is this one or higher. ``here``: it is exactly this one.
    ``so_far``: the lowest rating is this one, while some criteria are not rated yet.
    ``own``: the latest self-assessment. ``target``: the plan aims here.
    ``words`` says all of it for those who do not see the marks; empty when there is none.
    """

    level: LevelView
    reached: bool
    here: bool
    so_far: bool
    own: bool
    target: bool
    words: str


@dataclass(frozen=True, slots=True)
class CriterionStand:
    """One criterion: ``level`` is the best that reviewers give it today, None while it is not rated."""

    title: str
    level: LevelView | None


@dataclass(frozen=True, slots=True)
class MapRow:
    """One competency. ``rated`` of ``of`` criteria have a reviewers' rating that still holds.

    ``state`` is ``demonstrated``, ``in-progress`` or ``not-started``; ``words`` says it.
    ``lowest`` is the lowest of the rated criteria (None: nothing rated); ``level`` is None until
    every criterion is rated. ``beside`` of the ``submissions`` count here by alignment alone;
    ``by_alignment`` tells that it is demonstrated so alone. ``criteria`` are in the rubric's order.
    """

    competency: Ref
    domain: str | None
    state: str
    words: str
    rated: int
    of: int
    level: LevelView | None
    lowest: LevelView | None
    own: LevelView | None
    target: LevelView | None
    submissions: int
    cells: tuple[MapCell, ...]
    beside: int = 0
    by_alignment: bool = False
    criteria: tuple[CriterionStand, ...] = ()


@dataclass(frozen=True, slots=True)
class MasteryMap:
    """The map of one framework: ``levels`` head the columns."""

    framework: Ref
    levels: tuple[LevelView, ...]
    rows: tuple[MapRow, ...]
    summary: str


@dataclass(frozen=True, slots=True)
class SetBar:
    """How many competencies of a named set are demonstrated; ``words``: "5 of 12 Foundational"."""

    framework: Ref
    title: str
    have: int
    of: int
    words: str


@dataclass(frozen=True, slots=True)
class OwnRating:
    """A self-rating on a day. ``confidence`` is 1 (guessing) to 5 (sure)."""

    on: str
    level: LevelView
    confidence: int | None
    note: str | None


@dataclass(frozen=True, slots=True)
class ReviewersRating:
    """A reviewers' rating on a day, of a published submission."""

    on: str
    level: LevelView
    by: Ref
    fresh: bool
    submission: Ref


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Own view and reviewers' ratings of one thing over time, oldest first.

    ``criterion`` is None when the competency was rated as a whole. ``comparison`` puts the two
    latest into words; None while one of them is missing.
    """

    competency: Ref
    criterion: str | None
    own: tuple[OwnRating, ...]
    reviewers: tuple[ReviewersRating, ...]
    comparison: str | None

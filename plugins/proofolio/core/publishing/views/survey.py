"""Surveys on the page of figures, and the line that leads there."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.publishing.page import Ref


@dataclass(frozen=True, slots=True)
class SurveyLink:
    """A survey on the page of figures: ``id`` is its place there."""

    id: str
    title: str
    uri: str


@dataclass(frozen=True, slots=True)
class SurveyRow:
    """An item. Texts are ready to show. ``told`` is ``all``, ``means`` (how many moved is not told),
    ``hidden`` or ``unanswered``. Values and shares (0 to 100, for bars) belong to the means.
    """

    id: str
    text: str
    topic: str
    told: str
    n: str
    before: str
    before_value: float | None
    before_share: int
    after: str
    after_value: float | None
    after_share: int
    change: str
    up: str
    same: str
    down: str


@dataclass(frozen=True, slots=True)
class SpreadRow:
    """How many gave each answer to one item, at one moment."""

    text: str
    moment: str
    counts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SurveyView:
    """A survey: ``asked`` says when, ``scale`` with which answers. ``periods`` are those it belongs to."""

    id: str
    title: str
    about: str
    subject: Ref | None
    asked: str
    scale: tuple[str, ...]
    answered: bool
    rows: tuple[SurveyRow, ...]
    spreads: tuple[SpreadRow, ...]
    periods: tuple[str, ...]
    framework: str

"""Pathways: their rule in words and as a shape."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.publishing.page import Ref
from proofolio.core.publishing.views.survey import SurveyLink


@dataclass(frozen=True, slots=True)
class RulePart:
    """One part of a rule, nested. ``words`` says the part alone ("All of these:"), ``title`` heads it
    ("All four required", "Any four of eight").

    ``kind`` is ``all``, ``any``, ``at-least``, ``named`` or ``selector``. ``ref`` is the thing a
    ``named`` part asks for. ``offers`` are what a ``selector`` picks from, in a fold-out list.
    ``wanted`` of ``offered`` is how many parts (or offers) are needed.
    """

    kind: str
    title: str
    words: str
    wanted: int
    offered: int
    ref: Ref | None
    parts: tuple[RulePart, ...]
    offers: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class PathwayCard:
    """A pathway in a list. ``shape`` is ``stack`` (one plain list) or ``pathway``.

    ``badge`` is the URI of the picture of its award, when it gives one. ``ordered``: an order is recommended.
    """

    ref: Ref
    shape: str
    audience: str | None
    summary: str
    award: str | None
    badge: str | None = None
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class PathwaysView:
    """``competencies/pathways/index.md``."""

    cards: tuple[PathwayCard, ...]


@dataclass(frozen=True, slots=True)
class ShapePart:
    """A person's progress in one part: ``have`` of ``of``, and what counted or could still count.

    ``ref`` is the one thing that the part asks for; None when it is a choice or a list, which
    ``counted`` and ``open`` name.
    """

    label: str
    ref: Ref | None
    have: int
    of: int
    met: bool
    words: str
    counted: tuple[Ref, ...]
    open: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Traveller:
    """Somebody visible who is on the pathway, or has finished it. ``credential`` leads to its page."""

    person: Ref
    met: bool
    words: str
    parts: tuple[ShapePart, ...]
    credential: Ref | None = None


@dataclass(frozen=True, slots=True)
class PathwayView:
    """``competencies/pathways/<id>.md``. ``summary`` is the rule in one short sentence, without names.

    ``badge`` is the URI of the picture of its award, when it gives one. ``ordered``: the order in which the
    rule is written is recommended.
    """

    shape: str
    audience: str | None
    summary: str
    rule: RulePart
    award: tuple[str, ...]
    travellers: tuple[Traveller, ...]
    badge: str | None = None
    surveys: tuple[SurveyLink, ...] = ()
    ordered: bool = False

"""Opportunities: the list, the page of one, and how near somebody is."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.publishing.page import Ref, WebLink
from proofolio.core.publishing.views.pathway import RulePart, ShapePart


@dataclass(frozen=True, slots=True)
class OpportunityCard:
    """An opportunity in a list. ``when`` says until when, ``asked`` sums up what it takes."""

    ref: Ref
    when: str
    about: str
    asked: str


@dataclass(frozen=True, slots=True)
class OpportunitiesView:
    """``competencies/opportunities/index.md``: what is open, the first to close first, and what is over."""

    open: tuple[OpportunityCard, ...]
    over: tuple[OpportunityCard, ...]


@dataclass(frozen=True, slots=True)
class OpportunityView:
    """``competencies/opportunities/<id>.md``.

    ``rule`` is what has to be earned, None when nothing has to be; ``asked`` are further conditions.
    ``evidence`` and ``words`` say how much to choose and to write, ``prompt`` what the letter answers
    (None without a letter). ``contact`` is where a packet goes, ``command`` what makes it. ``ready`` are
    those who meet what is asked: None on a site on which that is not shown.
    """

    when: str
    over: bool
    about: str
    rule: RulePart | None
    asked: tuple[str, ...]
    evidence: str
    prompt: str | None
    words: str
    contact: WebLink | None
    command: str
    ready: tuple[Ref, ...] | None


@dataclass(frozen=True, slots=True)
class OpportunityBar:
    """How near somebody is to an opportunity: what is there, what is missing. ``hours`` says it of hours."""

    opportunity: Ref
    met: bool
    words: str
    when: str
    parts: tuple[ShapePart, ...]
    hours: str | None
    hours_met: bool

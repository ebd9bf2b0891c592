"""The site's front door."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.publishing.page import Ref
from proofolio.core.publishing.views.inside import TodayView
from proofolio.core.publishing.views.submission import Recognised, SubmissionCard


@dataclass(frozen=True, slots=True)
class Count:
    """A figure with its label, already in singular or plural, and where to look closer."""

    number: int
    label: Ref


@dataclass(frozen=True, slots=True)
class WayIn:
    """An invitation to one kind of reader, with where to go first."""

    who: str
    invitation: str
    links: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class LandingView:
    """``index.md``. ``audience`` is ``public`` or ``internal``; ``notice`` tells it in words.

    ``promise`` is the one sentence on what this is, ``doors`` the two ways in that most readers
    want; ``trust`` says why the work can be believed. ``today`` is the day's work, on internal sites.
    ``bright`` are the newest recognitions, ``all_bright`` leads to the others.
    """

    name: str
    promise: str
    doors: tuple[Ref, ...]
    trust: str
    audience: str
    notice: str | None
    counts: tuple[Count, ...]
    featured: tuple[SubmissionCard, ...]
    ways_in: tuple[WayIn, ...]
    today: TodayView | None = None
    bright: tuple[Recognised, ...] = ()
    all_bright: Ref | None = None

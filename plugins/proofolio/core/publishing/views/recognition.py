"""Bright spots: work that the organisation holds up to everyone."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.publishing.page import Prose, Ref
from proofolio.core.publishing.views.submission import SubmissionCard


@dataclass(frozen=True, slots=True)
class BrightSpot:
    """One recognition with all its words. ``anchor`` is its place on the page, ``on`` an ISO day."""

    anchor: str
    title: str
    by: Ref
    on: str
    words: Prose | None
    card: SubmissionCard
    others: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class BrightSpotsView:
    """``bright-spots/index.md``, newest first."""

    spots: tuple[BrightSpot, ...]

"""The directory of people."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.publishing.page import Ref
from proofolio.core.publishing.views.filter import FilterGroup, FilterTag


@dataclass(frozen=True, slots=True)
class PersonCard:
    """Somebody whose portfolio the audience may see; figures count what it may see."""

    ref: Ref
    organization: str | None
    headline: str | None
    submissions: int
    earned: int
    words: str
    filters: tuple[FilterTag, ...]


@dataclass(frozen=True, slots=True)
class DirectoryView:
    """``portfolios/index.md``."""

    cards: tuple[PersonCard, ...]
    filters: tuple[FilterGroup, ...]

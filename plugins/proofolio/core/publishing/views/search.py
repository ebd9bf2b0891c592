"""The page that looks for something."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.publishing.page import Ref
from proofolio.core.publishing.views.filter import FilterChoice, FilterGroup


@dataclass(frozen=True, slots=True)
class Way:
    """A list to look through, and what is in it."""

    ref: Ref
    told: str


@dataclass(frozen=True, slots=True)
class SearchView:
    """``kinds`` are the kinds of pages, ``facets`` the other ways to narrow a search down.

    ``ways`` lead to what there is without any search.
    """

    kinds: tuple[FilterChoice, ...]
    facets: tuple[FilterGroup, ...]
    ways: tuple[Way, ...]

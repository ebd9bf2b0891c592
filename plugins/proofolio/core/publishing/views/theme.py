"""Themes: what runs across frameworks, such as equity, and how far published work shows it."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.publishing.page import Ref
from proofolio.core.publishing.views.submission import SubmissionCard


@dataclass(frozen=True, slots=True)
class ThemeCompetency:
    """A competency with the theme. ``work`` is how much published work names it."""

    competency: Ref
    framework: Ref
    work: str
    shown: bool


@dataclass(frozen=True, slots=True)
class TaggedWork:
    """Work that its author gave the theme. ``also``: so has a competency that it is for."""

    work: Ref
    person: Ref
    micro_credential: Ref
    also: bool


@dataclass(frozen=True, slots=True)
class ThemeSection:
    """One theme. ``coverage`` in words; ``have`` of ``of`` competencies are shown in published work.

    ``work`` are a few pieces for these competencies, the latest first; ``tagged`` all that carry the theme
    because their author says so, the latest first, which counts for no competency.
    """

    id: str
    title: str
    coverage: str
    have: int
    of: int
    competencies: tuple[ThemeCompetency, ...]
    work: tuple[SubmissionCard, ...]
    more: str | None
    tagged: tuple[TaggedWork, ...] = ()
    tagged_words: str | None = None


@dataclass(frozen=True, slots=True)
class ThemesView:
    """``competencies/themes/index.md``."""

    themes: tuple[ThemeSection, ...]

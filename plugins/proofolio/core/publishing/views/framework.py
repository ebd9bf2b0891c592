"""Frameworks: the browser over all of them, and the page of one."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.publishing.page import Ref, WebLink
from proofolio.core.publishing.views.filter import FilterGroup, FilterTag
from proofolio.core.publishing.views.level import LevelView


@dataclass(frozen=True, slots=True)
class CompetencyCard:
    """A competency in a list. ``portfolios`` and ``submissions`` count published evidence only.

    ``portfolios`` is how many people's published work claims it; ``demonstrated`` how many of
    them reviewers found at mastery in all of it; ``entries`` how many published log entries name it.
    ``replaced_by`` is the competency that took its place. ``code`` is its number in the framework.
    """

    ref: Ref
    statement: str
    framework: str
    domain: str | None
    sets: tuple[str, ...]
    themes: tuple[str, ...]
    portfolios: int
    demonstrated: int
    submissions: int
    entries: int
    micro_credentials: int
    filters: tuple[FilterTag, ...]
    replaced_by: Ref | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True)
class DomainShelf:
    """A domain and its competencies; ``title`` is "Other" for those that name none."""

    id: str
    title: str
    competencies: tuple[CompetencyCard, ...]
    statement: str = ""


@dataclass(frozen=True, slots=True)
class SetView:
    """A named subset. ``prerequisite_for_all``: everything else builds on it."""

    id: str
    title: str
    prerequisite_for_all: bool
    competencies: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class FrameworkShelf:
    """A framework in the browser."""

    ref: Ref
    version: str
    vision: str
    competencies: int
    domains: tuple[DomainShelf, ...]


@dataclass(frozen=True, slots=True)
class BrowserView:
    """``competencies/index.md``. ``elsewhere`` leads to micro-credentials, pathways and courses.

    ``notices`` are plain sentences about definitions that are withheld.
    """

    frameworks: tuple[FrameworkShelf, ...]
    filters: tuple[FilterGroup, ...]
    elsewhere: tuple[Ref, ...]
    notices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProvenanceView:
    """Where a framework comes from; ``link`` holds its title and address, if it has them."""

    link: WebLink
    publisher: str | None
    licence: str | None


@dataclass(frozen=True, slots=True)
class FrameworkView:
    """``competencies/frameworks/<framework>/index.md``.

    ``coverage`` says in words how many of the competencies any published work or
    log entry names. ``package`` is the address of its CASE package.
    """

    version: str
    vision: str
    levels: tuple[LevelView, ...]
    sets: tuple[SetView, ...]
    domains: tuple[DomainShelf, ...]
    provenance: ProvenanceView | None
    competencies: int
    covered: int
    coverage: str
    micro_credentials: tuple[Ref, ...]
    description: str = ""
    package: str | None = None

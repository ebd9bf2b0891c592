"""The form with which educators rate themselves."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.publishing.page import Ref
from proofolio.core.publishing.views.level import LevelView, RubricRow


@dataclass(frozen=True, slots=True)
class TargetView:
    """One competency: ``name`` is what the file calls it. ``rows`` are its rubric's."""

    name: str
    competency: Ref
    statement: str
    rows: tuple[RubricRow, ...]


@dataclass(frozen=True, slots=True)
class DomainView:
    """A domain's competencies; "" is the title of those without one."""

    id: str
    title: str
    targets: tuple[TargetView, ...]


@dataclass(frozen=True, slots=True)
class SelfAssessmentFormView:
    """``document`` is the URI of the form's data; ``others`` are the forms of the other frameworks."""

    framework: Ref
    levels: tuple[LevelView, ...]
    domains: tuple[DomainView, ...]
    others: tuple[Ref, ...]
    document: str
    host: str | None
    nobodys: bool

"""The form with which educators rate themselves."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.publishing.page import Ref
from proofolio.core.publishing.views.level import LevelView, RubricRow
from proofolio.core.publishing.views.write import DoorView


@dataclass(frozen=True, slots=True)
class TargetView:
    """One competency: ``name`` is what the file calls it, ``rows`` are its rubric's."""

    name: str
    competency: Ref
    statement: str
    rows: tuple[RubricRow, ...]


@dataclass(frozen=True, slots=True)
class DomainView:
    """A domain's competencies."""

    id: str
    title: str
    targets: tuple[TargetView, ...]


@dataclass(frozen=True, slots=True)
class SelfAssessmentFormView:
    """``document`` is the JSON beside the page; ``others`` are the forms for other frameworks."""

    document: str
    framework: Ref
    levels: tuple[LevelView, ...]
    domains: tuple[DomainView, ...]
    others: tuple[Ref, ...]
    door: DoorView | None

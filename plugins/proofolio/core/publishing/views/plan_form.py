"""The form for a personal plan."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.publishing.page import WebLink
from proofolio.core.publishing.views.write import DoorView, OptionView


@dataclass(frozen=True, slots=True)
class OptionGroup:
    """Choices under one heading."""

    title: str
    options: tuple[OptionView, ...]


@dataclass(frozen=True, slots=True)
class PlanFormView:
    """``document`` is the JSON beside the page; ``levels`` are those of every scale.

    ``others`` are ways to change a plan without the form.
    """

    document: str
    pathways: tuple[OptionView, ...]
    competencies: tuple[OptionGroup, ...]
    levels: tuple[OptionGroup, ...]
    most: int
    door: DoorView | None
    others: tuple[WebLink, ...] = ()

"""The form for an entry of the log."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.publishing.page import WebLink
from proofolio.core.publishing.views.plan_form import OptionGroup
from proofolio.core.publishing.views.write import DoorView, OptionView


@dataclass(frozen=True, slots=True)
class LogFormView:
    """``document`` is the JSON beside the page; ``others`` are the other ways to write the same.

    ``categories`` are those in which licences ask for hours.
    """

    document: str
    kinds: tuple[OptionView, ...]
    categories: tuple[OptionView, ...]
    competencies: tuple[OptionGroup, ...]
    courses: tuple[OptionView, ...]
    door: DoorView | None
    others: tuple[WebLink, ...]

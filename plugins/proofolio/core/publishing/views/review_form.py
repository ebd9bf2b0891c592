"""The form with which work is reviewed."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.publishing.page import Ref
from proofolio.core.publishing.views.level import LevelView, RubricRow
from proofolio.core.publishing.views.write import DoorView


@dataclass(frozen=True, slots=True)
class ReviewFormView:
    """``document`` is the JSON beside the page; ``strengths`` and ``next_steps`` are ways to begin.

    ``blind``: the reviewer's name is not shown with the review; ``approval``: an approver decides after it.
    """

    document: str
    about: Ref
    key_method: str | None
    levels: tuple[LevelView, ...]
    rows: tuple[RubricRow, ...]
    strengths: tuple[str, ...]
    next_steps: tuple[str, ...]
    blind: bool
    approval: bool
    door: DoorView | None

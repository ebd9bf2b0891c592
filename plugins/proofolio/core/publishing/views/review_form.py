"""The form with which work is reviewed."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.publishing.page import Ref
from proofolio.core.publishing.views.level import LevelView, RubricRow


@dataclass(frozen=True, slots=True)
class ReviewFormView:
    """``document`` is the URI of the form's data. ``strengths`` and ``next_steps`` are ways to begin.

    ``blind``: the reviewer's name is not shown with the review. ``host`` is the forge's, None without one.
    """

    micro_credential: Ref
    competency: Ref | None
    key_method: str | None
    levels: tuple[LevelView, ...]
    rows: tuple[RubricRow, ...]
    strengths: tuple[str, ...]
    next_steps: tuple[str, ...]
    document: str
    blind: bool
    approval: bool
    host: str | None
    nobodys: bool

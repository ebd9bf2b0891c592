"""A micro-course: ten minutes of practice that end in a piece of evidence."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.body import Body


@dataclass(frozen=True, slots=True)
class Course:
    """A micro-course. Its body's second-level headings are its steps."""

    id: str
    title: str
    competency: str
    minutes: int | None
    licence: str | None
    adapted_from: str | None
    body: Body
    source: Pointer

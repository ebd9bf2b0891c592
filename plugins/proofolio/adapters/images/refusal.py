"""Why a picture cannot be published."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """What is wrong with the picture, in the reader's words, and what to do."""

    message: str
    hint: str

"""Who may see a portfolio or a part of it."""

from __future__ import annotations

from enum import StrEnum


class Visibility(StrEnum):
    """Public, within the organisation, or nobody. What says nothing is internal, never public."""

    PUBLIC = "public"
    INTERNAL = "internal"
    PRIVATE = "private"

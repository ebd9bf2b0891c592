"""Who may see a portfolio or a part of it."""

from __future__ import annotations

from enum import StrEnum


class Visibility(StrEnum):
    """Public, within the organisation, or nobody. What says nothing is internal, never public."""

    PUBLIC = "public"
    INTERNAL = "internal"
    PRIVATE = "private"

    @property
    def openness(self) -> int:
        """Order of the values, 0 the most closed."""
        return {"private": 0, "internal": 1, "public": 2}[self.value]

"""The page of a licence-renewal profile."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExampleRow:
    """A worked example: what somebody has, and whether it is enough."""

    given: str
    met: bool
    words: str


@dataclass(frozen=True, slots=True)
class RenewalView:
    """``competencies/renewal/<id>.md``; all in words."""

    cycle: str
    hours: str
    categories: tuple[str, ...]
    conversion: str
    examples: tuple[ExampleRow, ...]

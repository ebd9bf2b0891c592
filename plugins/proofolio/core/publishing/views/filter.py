"""Filters over cards. Without script every card simply shows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FilterChoice:
    """One value to filter by; ``count`` is how many cards have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class FilterGroup:
    """One list of choices; cards carry its values in the attribute ``data-<name>``."""

    name: str
    label: str
    choices: tuple[FilterChoice, ...]


@dataclass(frozen=True, slots=True)
class FilterTag:
    """A card's values in one filter: ``data-<name>`` holds ``values``, parted by spaces."""

    name: str
    values: tuple[str, ...]

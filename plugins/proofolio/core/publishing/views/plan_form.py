"""The form for a personal plan."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose: its id (or the name that files give it), and its title."""

    id: str
    title: str
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Choices:
    """Choices under one heading. ``levels`` are those of its scale, lowest first."""

    title: str
    choices: tuple[Choice, ...]
    levels: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanFormView:
    """``frameworks`` offers competencies, ``levels`` every level of any scale."""

    pathways: tuple[Choice, ...]
    frameworks: tuple[Choices, ...]
    levels: tuple[Choice, ...]
    document: str
    host: str | None
    nobodys: bool

"""Levels and rubrics as a page shows them: always in words and number, never by colour alone."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LevelView:
    """A level on its scale: ``rank`` 1 is the lowest, of ``of`` levels.

    ``threshold``: this is where mastery begins. ``mastery``: it is at the threshold or above.
    ``words`` says both, such as "Proficient, level 3 of 4, mastery".
    """

    id: str
    title: str
    rank: int
    of: int
    threshold: bool
    mastery: bool
    words: str


@dataclass(frozen=True, slots=True)
class RubricCell:
    """What one sees at one level of one criterion."""

    level: LevelView
    descriptor: str


@dataclass(frozen=True, slots=True)
class RubricRow:
    """One criterion with its cells, lowest level first. ``indicator`` is the longer statement."""

    id: str
    title: str
    indicator: str | None
    cells: tuple[RubricCell, ...]


@dataclass(frozen=True, slots=True)
class RubricView:
    """A rubric as a table: ``levels`` head the columns, ``rows`` are the criteria."""

    levels: tuple[LevelView, ...]
    rows: tuple[RubricRow, ...]

"""A framework: competencies under one vision, with one scale of levels (CASE ``CFDocument``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.competency import Competency


@dataclass(frozen=True, slots=True)
class Level:
    """One step of a scale (Open Badges ``RubricCriterionLevel``); one of them is mastery.

    ``kept``: see ``Framework``.
    """

    id: str
    title: str
    mastery: bool = False
    kept: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Domain:
    """A family of competencies. ``kept``: see ``Framework``."""

    id: str
    title: str
    statement: str = ""
    kept: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class CompetencySet:
    """A named subset of a framework; ``prerequisite_for_all`` when everything else builds on it."""

    id: str
    title: str
    prerequisite_for_all: bool = False


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a framework, course or rubric comes from."""

    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    licence: str | None = None


@dataclass(frozen=True, slots=True)
class Framework:
    """The whole of what an organisation asks of a role, and its scale.

    ``levels`` are ordered, lowest first. ``competencies`` are ordered by domain, then by id.
    ``kept`` is what another format has and this one has no place for, by the format's name
    (``{"moodle": {...}}``): nobody sees it, and an export writes it back untouched.
    """

    id: str
    title: str
    version: str
    vision: str
    levels: tuple[Level, ...]
    domains: tuple[Domain, ...]
    sets: tuple[CompetencySet, ...]
    provenance: Provenance | None
    competencies: Mapping[str, Competency]
    source: Pointer
    description: str = ""
    kept: Mapping[str, Any] = field(default_factory=dict)

    def level(self, level_id: str) -> Level | None:
        """The level with this id, or None."""
        return next((level for level in self.levels if level.id == level_id), None)

    def rank(self, level_id: str) -> int:
        """Position of a level on the scale, 0 the lowest; -1 for an unknown one."""
        return next((rank for rank, level in enumerate(self.levels) if level.id == level_id), -1)

    @property
    def mastery(self) -> Level | None:
        """The mastery threshold; None while the framework names none (a finding says so)."""
        return next((level for level in self.levels if level.mastery), None)

    def is_mastery(self, level_id: str) -> bool:
        """Whether a level is at or above the mastery threshold."""
        return self.mastery is not None and self.rank(level_id) >= self.rank(self.mastery.id)

    def in_set(self, set_id: str) -> tuple[Competency, ...]:
        """The competencies of a set, in the framework's order."""
        return tuple(each for each in self.competencies.values() if set_id in each.sets)

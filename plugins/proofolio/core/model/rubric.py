"""A rubric: criteria, each described at every level (CASE ``CFRubric``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Criterion:
    """One row of a rubric. ``descriptors`` maps a level's id to what one sees at that level."""

    id: str
    title: str
    descriptors: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Rubric:
    """The criteria against which evidence is rated, in the author's order."""

    criteria: Mapping[str, Criterion]

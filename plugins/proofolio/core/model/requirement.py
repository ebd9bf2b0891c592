"""Requirements: the rule language of pathways."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from proofolio.core.diagnostics.pointer import Pointer


class Facet(StrEnum):
    """By what a selector picks micro-credentials.

    ``KIND`` picks those whose accepted evidence holds an artifact of that kind.
    """

    FRAMEWORK = "framework"
    DOMAIN = "domain"
    SET = "set"
    THEME = "theme"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class Named:
    """One micro-credential, or another pathway, by id."""

    id: str
    source: Pointer


@dataclass(frozen=True, slots=True)
class Selector:
    """All micro-credentials with a quality: ``{framework: foundational}``, ``{kind: video}``."""

    facet: Facet
    value: str
    source: Pointer


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part is needed."""

    parts: tuple[Requirement, ...]
    source: Pointer


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One part is enough."""

    parts: tuple[Requirement, ...]
    source: Pointer


@dataclass(frozen=True, slots=True)
class AtLeast:
    """So many of the parts, or of what a selector picks.

    What an ``all_of`` names outright is not counted again by the choices beside it.
    """

    number: int
    parts: tuple[Requirement, ...]
    source: Pointer


Requirement = Named | Selector | AllOf | AnyOf | AtLeast

"""A competency: what an educator can do, and how one would see it (CASE ``CFItem``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.rubric import Rubric


@dataclass(frozen=True, slots=True)
class Resource:
    """Something to read or watch."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Exemplar:
    """An example of the competency in a real classroom, and what to look for in it."""

    title: str
    url: str
    kind: str
    notice: str | None = None


@dataclass(frozen=True, slots=True)
class Alignment:
    """A crosswalk: evidence for this competency also counts for another framework's item.

    ``relation`` is ``exact``, ``broader``, ``narrower`` or ``related``.
    """

    framework: str
    target: str
    relation: str


@dataclass(frozen=True, slots=True)
class Competency:
    """One competency of a framework, with its rubric.

    Prose fields are plain text. ``rubric`` has no criteria when the file gives none. ``replaced_by``
    names the competency that took its place; what was shown for this one counts there too. ``code``
    is what people call it by in a numbered framework ("A.2"), and says nothing about its id.
    ``kept`` is what another format has and this one has no place for, by the format's name.
    """

    framework: str
    id: str
    title: str
    domain: str | None
    sets: tuple[str, ...]
    statement: str
    why: str
    indicators: Mapping[str, str]
    rubric: Rubric
    prerequisites: tuple[str, ...]
    related: tuple[str, ...]
    themes: tuple[str, ...]
    pitfalls: Mapping[str, str]
    practice: Mapping[str, str]
    exemplars: tuple[Exemplar, ...]
    resources: tuple[Resource, ...]
    alignments: tuple[Alignment, ...]
    source: Pointer
    replaced_by: str | None = None
    code: str | None = None
    kept: Mapping[str, Any] = field(default_factory=dict)

    @property
    def ref(self) -> str:
        """The name that is never ambiguous: ``framework/id``."""
        return f"{self.framework}/{self.id}"

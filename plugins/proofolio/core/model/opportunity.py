"""An opportunity: a role that people can apply for, and what it asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.requirement import AllOf, Named, Requirement

AT_LEAST, AT_MOST = 1, 5
"""So many pieces of evidence where an opportunity says nothing."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that an application needs: what it answers, and how many words it has at least."""

    prompt: str
    min_words: int = 0


@dataclass(frozen=True, slots=True)
class Opportunity:
    """A role to apply for.

    ``requires`` speaks of micro-credentials, as a pathway's rule does; ``pathways`` have to be finished,
    ``hours`` are the least hours of professional learning. ``at_least`` and ``at_most`` count the pieces
    of evidence that an applicant chooses. ``closes`` is the last day; ``contact`` is where a packet goes:
    an address that is shown, and never asked by us.
    """

    id: str
    title: str
    about: str
    closes: date | None
    contact: str | None
    requires: Requirement | None
    pathways: tuple[Named, ...]
    hours: float
    at_least: int
    at_most: int
    letter: Letter | None
    source: Pointer

    def is_over(self, today: date) -> bool:
        """Whether it is too late to apply; ``closes`` is the last day on which one may."""
        return self.closes is not None and self.closes < today

    @property
    def rule(self) -> Requirement | None:
        """All that has to be earned, as one rule; None when nothing has to be."""
        parts = tuple(self._parts())
        return AllOf(parts, self.source) if parts else None

    def _parts(self) -> Iterator[Requirement]:
        if isinstance(self.requires, AllOf):
            yield from self.requires.parts
        elif self.requires is not None:
            yield self.requires
        yield from self.pathways

"""What Git remembers of a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Revision:
    """One commit that touched something: when (with zone), by whom (as claimed), and its subject."""

    commit: str
    at: datetime
    author: str
    subject: str
    paths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class History:
    """Revisions by file path, oldest first. Not ``known`` when there is no Git or a shallow clone.

    ``digests_before`` maps a review's path to every digest that its submission had in a commit
    before the review's present text came in. Empty where the history cannot tell (both arrived
    together, as in an import).
    """

    known: bool = False
    by_path: Mapping[str, tuple[Revision, ...]] = field(default_factory=dict)
    digests_before: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def below(self, folder: str) -> tuple[Revision, ...]:
        """Every revision of anything below a folder, oldest first, each once."""
        prefix = folder.rstrip("/") + "/"
        found: dict[str, Revision] = {}
        for path, revisions in self.by_path.items():
            if path.startswith(prefix):
                found.update((each.commit, each) for each in revisions)
        return tuple(sorted(found.values(), key=lambda each: (each.at, each.commit)))

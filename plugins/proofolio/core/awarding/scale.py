"""A framework's levels, read with tolerance for names that it does not know."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from proofolio.core.model.framework import Framework


@dataclass(frozen=True, slots=True)
class Scale:
    """The levels of a framework. A level that is not on it says nothing, neither good nor bad."""

    framework: Framework | None

    def knows(self, level: str) -> bool:
        """Whether the level is on the scale."""
        return self.framework is not None and self.framework.level(level) is not None

    def mastered(self, level: str) -> bool:
        """At or above the mastery threshold; never so while the framework names none."""
        return self.knows(level) and self.framework is not None and self.framework.is_mastery(level)

    def below(self, level: str) -> bool:
        """Below the mastery threshold, on a scale that has one."""
        return self.knows(level) and self.mastery is not None and not self.mastered(level)

    def rank(self, level: str) -> int:
        """Position on the scale, 0 the lowest; -1 for a level that is not on it."""
        return self.framework.rank(level) if self.framework else -1

    def lowest(self, levels: Iterable[str]) -> str | None:
        """The lowest of the levels that are on the scale."""
        return min((each for each in levels if self.knows(each)), key=self.rank, default=None)

    def highest(self, levels: Iterable[str]) -> str | None:
        """The highest of the levels that are on the scale."""
        return max((each for each in levels if self.knows(each)), key=self.rank, default=None)

    def title(self, level: str) -> str:
        """The level's title, or its id when it is not known."""
        found = self.framework.level(level) if self.framework else None
        return found.title if found else level

    @property
    def mastery(self) -> str | None:
        """The id of the mastery level."""
        level = self.framework.mastery if self.framework else None
        return level.id if level else None

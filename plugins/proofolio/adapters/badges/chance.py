"""Choices that look like chance and are the same for the same name, in every version of Python."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

Choice = TypeVar("Choice")


class Chance:
    """An endless row of numbers that follows from a name."""

    def __init__(self, name: str) -> None:
        self._name = name.encode("utf-8", "replace")
        self._drawn = 0

    def part(self) -> float:
        """The next number, from 0 up to but not including 1."""
        digest = hashlib.sha256(self._name + b"\0%d" % self._drawn).digest()
        self._drawn += 1
        return int.from_bytes(digest[:6], "big") / (1 << 48)

    def between(self, low: float, high: float) -> float:
        """A number from ``low`` to ``high``."""
        return low + (high - low) * self.part()

    def below(self, end: int) -> int:
        """A whole number from 0 to ``end`` - 1."""
        return int(self.part() * end)

    def one_of(self, choices: Sequence[Choice]) -> Choice:
        """One of some things."""
        return choices[self.below(len(choices))]

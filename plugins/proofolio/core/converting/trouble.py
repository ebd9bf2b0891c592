"""Why a file of another format cannot be read: every reason at once, each with its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that is wrong. ``where`` is a row and column, or a path of keys; "" for the whole file."""

    where: str
    why: str
    hint: str | None = None

    @property
    def sentence(self) -> str:
        """The trouble in one line."""
        told = f"{self.where}: {self.why}" if self.where else self.why
        return f"{told} ({self.hint})" if self.hint else told


class Unreadable(Exception):  # it names what the file is, as LookupError does
    """Raised by a reader when nothing can be made of a file; the adapter that calls it tells the person."""

    def __init__(self, troubles: Sequence[Trouble]) -> None:
        super().__init__("; ".join(each.sentence for each in troubles))
        self.troubles = tuple(troubles)

"""What keeps a document from being signed, or makes a signature cover less than it seems to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Step = str | int


class Trouble(StrEnum):
    """The kinds of fault. The last two are forgiven in documents from elsewhere."""

    WORD = "word"
    ADDRESS = "address"
    CHARACTER = "character"
    EMPTY = "empty"
    NUMBER = "number"
    SHAPE = "shape"
    FORM = "form"
    TWICE = "twice"


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault. ``path`` leads to it (``credentialSubject.achievement.alignment[0].targetUrl``)."""

    path: str
    why: str
    trouble: Trouble

    def __str__(self) -> str:
        return f"{self.path}: {self.why}" if self.path else self.why


def path_of(steps: tuple[Step, ...]) -> str:
    """Keys and indexes as one reads them."""
    text = ""
    for step in steps:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text

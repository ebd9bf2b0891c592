"""What the hands that can canonicalise and check a signature report to the core."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Proof:
    """Whether a document is whole as it was signed.

    ``unsigned`` are, in words, the things in it that no signature covers; ``trouble`` is why the
    signature does not hold, or None; ``undone`` is why neither could be found out, or None.
    """

    unsigned: tuple[str, ...] = ()
    trouble: str | None = None
    undone: str | None = None


class Prover(Protocol):
    """Checks a document's signature against keys, by the id of the method that names each."""

    def __call__(self, document: Mapping[str, Any], keys: Mapping[str, str]) -> Proof:
        """What was found. Never raises for what is in the document."""

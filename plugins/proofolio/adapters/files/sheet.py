"""A read file: its data, its body, and where each value stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from proofolio.core.diagnostics.pointer import Pointer, Step

Route = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A 1-based line and column (in characters)."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """The data of one YAML file or front matter, with positions, and the Markdown body below it.

    ``body_line`` is the 1-based line of the body's first character.
    """

    file: str
    data: dict[str, Any]
    values: Mapping[Route, Mark] = field(default_factory=dict)
    keys: Mapping[Route, Mark] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1

    def mark(self, pointer: Pointer) -> Mark | None:
        """Where a pointer stands: its own line, or the nearest place on its route; None: the whole file."""
        if pointer.line is not None:
            return Mark(pointer.line, pointer.column or 1)
        route = pointer.route
        first, second = (self.keys, self.values) if pointer.at_key else (self.values, self.keys)
        while route:
            found = first.get(route) or second.get(route)
            if found is not None:
                return found
            route = route[:-1]
        return None

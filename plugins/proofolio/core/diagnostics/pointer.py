"""Where in a contributed file something stands."""

from __future__ import annotations

from dataclasses import dataclass, replace

Step = str | int


@dataclass(frozen=True, slots=True)
class Pointer:
    """A place in a file, said the way the pure core knows it.

    The core never sees lines: it names a *route* of keys and indexes through the file's data
    (``("artifacts", 0, "kind")``), and the reading adapter, which kept the positions, turns that
    into a line and a column. Places in a Markdown body carry their line and column themselves.

    Attributes:
        file: path from the repository's root, with ``/``.
        route: keys and indexes from the top of the YAML data; empty for the whole file.
        at_key: point at the last key itself, not at its value.
        line: 1-based line, for places that have no route (bodies).
        column: 1-based column, in characters.
    """

    file: str
    route: tuple[Step, ...] = ()
    at_key: bool = False
    line: int | None = None
    column: int | None = None

    def down(self, *steps: Step) -> Pointer:
        """The place reached by following further keys or indexes."""
        return replace(self, route=(*self.route, *steps), at_key=False)

    def key(self, name: Step) -> Pointer:
        """The key ``name`` itself below this place (for unknown, misspelt or duplicate keys)."""
        return replace(self, route=(*self.route, name), at_key=True)

    def at(self, line: int, column: int = 1) -> Pointer:
        """A place in the body of the same file."""
        return Pointer(self.file, line=line, column=column)

"""A player that a reader may ask for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlayerView:
    """``kind`` is ``frame`` (somebody's player), ``video`` or ``audio`` (a file). ``host`` learns that it is
    played, once the reader asks for it and not before.
    ``start`` is the address of a frame that begins later on, with ``{at}`` for seconds; None for a file.
    """

    kind: str
    url: str
    host: str
    start: str | None = None

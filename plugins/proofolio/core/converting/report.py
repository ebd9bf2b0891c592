"""What a conversion tells of itself: what there was, what was made of it, what had no home."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """Something that the other side has no place for, and what became of it.

    ``what`` names the things in the reader's words, ``count`` says how many there were, ``where``
    where they were put, or that they were left out.
    """

    what: str
    count: int
    where: str


@dataclass(frozen=True, slots=True)
class Report:
    """The account of one conversion; nothing is lost without a line in it.

    ``held`` counts what the source holds and ``made`` what came out, by name ("competencies": 117);
    the order is that in which people read them. ``warnings`` are sentences on what looks wrong in
    the source, such as references that lead nowhere.
    """

    held: Mapping[str, int]
    made: Mapping[str, int]
    notes: tuple[Note, ...] = ()
    warnings: tuple[str, ...] = ()

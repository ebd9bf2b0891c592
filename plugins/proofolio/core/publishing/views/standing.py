"""Where work stands, in friendly words: what a machine found and what people decided, apart."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StandingView:
    """A standing: ``id`` for the style, ``label`` short, ``meaning`` one sentence.

    ``done`` when it is met or earned and still holds.
    """

    id: str
    label: str
    meaning: str
    done: bool


@dataclass(frozen=True, slots=True)
class CompleteView:
    """What the machine checked: is all there that was asked for? Never a word on quality."""

    complete: bool
    label: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CompetentView:
    """What people decided. ``rated`` of ``of`` criteria have a rating, ``met`` are at mastery.

    ``of`` is 0 where it was found for a credential and no rating counts for the work as it is now.
    """

    competent: bool
    label: str
    rated: int
    met: int
    of: int

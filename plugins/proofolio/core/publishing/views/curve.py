"""Growth over time: the figures behind the picture, and how each piece of work grew."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.publishing.page import Ref


@dataclass(frozen=True, slots=True)
class CurveStep:
    """A day on which ratings were given. ``at`` is its place in time, 0 (the first day) to 1000 (the last).

    ``rated`` and ``mastery`` count criteria as they stood at the end of that day; ``works`` are what was
    rated, ``earned`` what was earned on that day. ``stale`` is work that has changed since it was rated: only
    a last step that tells how it stands today has any.
    """

    on: str
    at: int
    rated: int
    mastery: int
    works: tuple[Ref, ...]
    earned: tuple[Ref, ...]
    stale: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class CurveView:
    """How many criteria reviewers have rated, and found at mastery, day by day.

    ``top`` ends the axis, ``ticks`` are the figures beside it, 0 among them; ``words`` tell the
    picture to those who do not see it; ``since`` says what has changed since the last ratings, None when
    nothing has. ``begins`` and ``ends`` are ISO days.
    """

    steps: tuple[CurveStep, ...]
    top: int
    ticks: tuple[int, ...]
    begins: str
    ends: str
    words: str
    since: str | None = None


@dataclass(frozen=True, slots=True)
class GrewRow:
    """A piece of work that was revised: criteria at mastery after the first review and after the latest,
    ``of`` those asked for.
    """

    submission: Ref
    versions: int
    reviews: int
    first: int
    latest: int
    of: int
    words: str

"""What is told of a survey: for each item figures of those who answered it both times."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """The figures of one item.

    ``n`` people answered it both times; ``before`` and ``after`` are the means of their answers, from 1 for
    the lowest, ``change`` the difference. ``up``, ``same`` and ``down`` are how many answered higher, the
    same and lower afterwards; ``spread_before`` and ``spread_after`` how many gave each answer, the lowest
    first. Both are None where they would tell of fewer than five people. When the item is ``suppressed``,
    nothing is told of it.
    """

    item: str
    text: str
    topic: str
    n: int | None = None
    before: float | None = None
    after: float | None = None
    change: float | None = None
    up: int | None = None
    same: int | None = None
    down: int | None = None
    spread_before: tuple[int, ...] | None = None
    spread_after: tuple[int, ...] | None = None
    suppressed: bool = False


@dataclass(frozen=True, slots=True)
class SurveyFigures:
    """A survey with the figures of its items, about everybody who answered: never about a part of them.

    ``kind`` is ``micro-credential`` or ``pathway``, and ``subject`` its id, when the survey is about one;
    ``uri`` is its page. ``framework`` is that of the micro-credential, "" for none. ``answered`` is False as
    long as nobody has answered both times.
    """

    survey: str
    title: str
    about: str
    scale: tuple[str, ...]
    kind: str
    subject: str
    subject_title: str
    uri: str | None
    framework: str
    before: date | None
    after: date | None
    answered: bool
    items: tuple[ItemFigures, ...]

    @property
    def on(self) -> date | None:
        """The day that decides to which period it belongs."""
        return self.after or self.before

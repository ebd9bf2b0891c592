"""The log of the learning cycle: practise, observe, reflect, collaborate."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.body import Body
from proofolio.core.model.visibility import Visibility


class LogKind(StrEnum):
    """What was done."""

    PRACTICE = "practice"
    OBSERVATION = "observation"
    REFLECTION = "reflection"
    COLLABORATION = "collaboration"
    COURSE = "course"
    ATTENDANCE = "attendance"
    COACHING = "coaching"


CYCLE_KINDS = frozenset(
    {LogKind.PRACTICE, LogKind.OBSERVATION, LogKind.REFLECTION, LogKind.COLLABORATION, LogKind.COACHING}
)


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One dated entry. ``hours`` are clock hours; the date is the file name's.

    ``observed`` is whom an observation watched; ``follow_up`` what is to come of it, in plain text.
    """

    person: str
    slug: str
    on: date
    title: str
    kind: LogKind
    hours: float
    category: str | None
    competency: str | None
    course: str | None
    companions: tuple[str, ...]
    visibility: Visibility | None
    body: Body
    source: Pointer
    observed: str | None = None
    follow_up: str | None = None

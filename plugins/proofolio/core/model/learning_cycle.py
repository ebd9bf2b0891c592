"""The learning cycle: practise, observe, reflect, collaborate, as far as a log tells of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from proofolio.core.model.log_entry import LogEntry, LogKind


class Phase(StrEnum):
    """One of the four things that make experience into learning."""

    PRACTISE = "practise"
    OBSERVE = "observe"
    REFLECT = "reflect"
    COLLABORATE = "collaborate"


_PHASES = {
    LogKind.PRACTICE: Phase.PRACTISE,
    LogKind.OBSERVATION: Phase.OBSERVE,
    LogKind.REFLECTION: Phase.REFLECT,
    LogKind.COLLABORATION: Phase.COLLABORATE,
    LogKind.COACHING: Phase.COLLABORATE,
}


@dataclass(frozen=True, slots=True)
class PhaseDone:
    """How often a phase is in the log, and when last."""

    count: int
    last: date


@dataclass(frozen=True, slots=True)
class LearningCycle:
    """The phases that a person's log has for one competency, in the cycle's order.

    A phase that is not there is an invitation, never a fault.
    """

    done: Mapping[Phase, PhaseDone]

    @property
    def lacking(self) -> tuple[Phase, ...]:
        """The phases that are not in the log yet."""
        return tuple(each for each in Phase if each not in self.done)


def learning_cycle(entries: Iterable[LogEntry]) -> LearningCycle | None:
    """The cycle that these entries make; None when none of them is part of one."""
    days: dict[Phase, list[date]] = {}
    for entry in entries:
        phase = _PHASES.get(entry.kind)
        if phase is not None:
            days.setdefault(phase, []).append(entry.on)
    if not days:
        return None
    return LearningCycle(
        {each: PhaseDone(len(days[each]), max(days[each])) for each in Phase if each in days}
    )

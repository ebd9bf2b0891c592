"""Remarks: what is said about one moment of a film or a sound recording."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Voice(StrEnum):
    """Who says it: a part that somebody has, never a name."""

    TEACHER = "teacher"
    STUDENT = "student"
    COLLEAGUE = "colleague"
    FAMILY = "family"


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark on a recording. ``at`` is in whole seconds from its beginning."""

    at: int
    note: str
    by: Voice = Voice.TEACHER

    @property
    def clock(self) -> str:
        """Its time as players show it: 1:05, 1:02:33."""
        minutes, seconds = divmod(self.at, 60)
        hours, minutes = divmod(minutes, 60)
        return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"

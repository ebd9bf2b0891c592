"""The most that is paid to one person in one year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from proofolio.core.model.micro_credential import Stipend


@dataclass(frozen=True, slots=True)
class StipendLimit:
    """``at_most`` in each year, which begins on day ``day`` of month ``month`` (1 to 12)."""

    at_most: Stipend
    month: int = 1
    day: int = 1

    def year_of(self, when: date) -> date:
        """The first day of the year in which a day lies; 29 February stands for 1 March without it."""
        start = self._start(when.year)
        return start if when >= start else self._start(when.year - 1)

    def _start(self, year: int) -> date:
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return date(year, 3, 1)

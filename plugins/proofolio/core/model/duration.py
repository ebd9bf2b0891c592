"""Calendar durations, as ISO 8601 writes them (``P3Y``, ``P18M``, ``P2Y6M``)."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

_FORM = re.compile(
    r"^P(?:(?P<years>\d{1,3})Y)?(?:(?P<months>\d{1,4})M)?(?:(?P<weeks>\d{1,4})W)?(?:(?P<days>\d{1,5})D)?$"
)


@dataclass(frozen=True, slots=True)
class Duration:
    """Years, months and days (ISO 8601-1, 5.5.2), added on the calendar."""

    years: int = 0
    months: int = 0
    days: int = 0

    @classmethod
    def parse(cls, text: str) -> Duration | None:
        """The duration that ``text`` says, or None when it is not one of ours or is zero."""
        found = _FORM.match(text)
        if found is None:
            return None
        parts = {name: int(value or 0) for name, value in found.groupdict().items()}
        if not any(parts.values()):
            return None
        return cls(parts["years"], parts["months"], parts["weeks"] * 7 + parts["days"])

    def after(self, start: date) -> date:
        """The day on which a time that began at ``start`` is over (29 February becomes 28)."""
        months = start.month - 1 + self.months
        year = start.year + self.years + months // 12
        month = months % 12 + 1
        day = min(start.day, calendar.monthrange(year, month)[1])
        return date(year, month, day) + timedelta(days=self.days)

    def __str__(self) -> str:
        """The ISO 8601 form."""
        parts = ((self.years, "Y"), (self.months, "M"), (self.days, "D"))
        return "P" + "".join(f"{number}{unit}" for number, unit in parts if number)

"""Impact on learners: a measure before and after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from proofolio.core.diagnostics.pointer import Pointer


@dataclass(frozen=True, slots=True)
class Impact:
    """One measured change. ``n`` is how many learners were measured.

    ``lower_is_better`` for measures such as absences. Values are in ``unit``; ``stated_units`` are
    units that the author also wrote beside the values themselves ("41 percent"): those of before and
    after, empty where there is none.
    """

    measure: str
    unit: str
    before: float
    after: float
    n: int | None
    before_date: date | None
    after_date: date | None
    source: str | None
    lower_is_better: bool
    pointer: Pointer
    stated_units: tuple[str, ...] = ()

    @property
    def change(self) -> float:
        """After minus before, in the measure's unit, rounded to what the figures carry."""
        return round(self.after - self.before, 6)

"""Impact: one measure of what changed for learners."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from proofolio.adapters.files.documents.fields import Count, Day, Document, Number, Text, says
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.impact import Impact

_QUANTITY = re.compile(r"\s*([-+]?\d+(?:\.\d+)?)\s*(\S.*?)?\s*")


def _quantity(value: Any) -> Any:
    """Take "41 percent" apart; the unit beside the number must be the measure's own."""
    found = _QUANTITY.fullmatch(value) if isinstance(value, str) else None
    return (float(found.group(1)), found.group(2)) if found else (value, None)


Quantity = Annotated[
    tuple[Number, str | None], BeforeValidator(_quantity, json_schema_input_type=float | str)
]


class ImpactDocument(Document):
    """One measure before and after."""

    measure: Annotated[Text, says("What was measured.")]
    unit: Annotated[Text, says("In what: percent, points, days and so on.")]
    before: Annotated[
        Quantity, says("The value before. The unit may stand behind it, if it is the same one.")
    ]
    after: Annotated[Quantity, says("The value after.")]
    n: Annotated[Count | None, says("How many learners were measured. Handed-in work has to say.")] = None
    before_date: Annotated[Day | None, says("When the value before was measured.")] = None
    after_date: Annotated[Day | None, says("When the value after was measured.")] = None
    source: Annotated[Text | None, says("Where the values come from. Handed-in work has to say.")] = None
    better: Annotated[
        Literal["higher", "lower"], says("Write lower where less is better, as with absences.")
    ] = "higher"

    def model(self, pointer: Pointer) -> Impact:
        """The impact as the core knows it."""
        units = tuple(unit or "" for _, unit in (self.before, self.after))
        return Impact(
            measure=self.measure,
            unit=self.unit,
            before=self.before[0],
            after=self.after[0],
            n=self.n,
            before_date=self.before_date,
            after_date=self.after_date,
            source=self.source,
            lower_is_better=self.better == "lower",
            pointer=pointer,
            stated_units=units,
        )

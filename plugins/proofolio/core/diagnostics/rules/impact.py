"""Rules about the measured impact on learners."""

from __future__ import annotations

from proofolio.core.diagnostics.rule import Rule

IMPACT_DATES_OUT_OF_ORDER = Rule(
    "impact-dates-out-of-order",
    "The date after lies before the date before",
    "A change can only be read from an earlier to a later day.",
    "Correct the dates; before_date is the earlier one.",
)
IMPACT_UNITS_DIFFER = Rule(
    "impact-units-differ",
    "The same measure is given in different units",
    "Values in different units cannot be compared.",
    "Give all values of one measure in the same unit.",
)
IMPACT_OUT_OF_RANGE = Rule(
    "impact-out-of-range",
    "A percentage outside 0 to 100",
    "A share of learners or points lies between 0 and 100 percent.",
    "Correct the value, or the unit if it is not a percentage.",
)
IMPACT_WITHOUT_SOURCE = Rule(
    "impact-without-source",
    "The impact does not say where its figures come from",
    "A figure without its source cannot be followed up.",
    "Add source, for example: Unit check, same eight tasks.",
)
IMPACT_WITHOUT_N = Rule(
    "impact-without-n",
    "The impact does not say how many learners were measured",
    "Ten points among four learners and among four hundred mean different things.",
    "Add n, the number of learners who were measured both times.",
)

RULES = tuple(value for value in list(globals().values()) if isinstance(value, Rule))

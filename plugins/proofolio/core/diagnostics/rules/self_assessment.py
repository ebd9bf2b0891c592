"""Rules about self-assessments."""

from __future__ import annotations

from proofolio.core.diagnostics.rule import Rule

RATED_TWICE = Rule(
    "rated-twice",
    "The same thing is rated twice on one day",
    "Only one of the two ratings could be shown, and nobody could tell which.",
    "Keep the rating that you mean.",
)

RULES = tuple(value for value in list(globals().values()) if isinstance(value, Rule))

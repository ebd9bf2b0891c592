"""Rules about licence-renewal profiles."""

from __future__ import annotations

from proofolio.core.diagnostics.rule import Rule

FAILING_EXAMPLE = Rule(
    "failing-example",
    "The profile fails one of its own examples",
    "The examples are worked out by hand so that a slip in the profile is noticed before it costs "
    "somebody hours.",
    "Work the example out once more, then correct it or the profile.",
)

RULES = tuple(value for value in list(globals().values()) if isinstance(value, Rule))

"""Rules about what an opportunity asks of applicants."""

from __future__ import annotations

from proofolio.core.diagnostics.rule import Rule

IMPOSSIBLE_EVIDENCE = Rule(
    "impossible-evidence",
    "An opportunity asks for more pieces of evidence than it takes",
    "Nobody could ever choose the right number, so nobody could apply.",
    "Make at_most as large as at_least, or larger.",
)

RULES = tuple(value for value in list(globals().values()) if isinstance(value, Rule))

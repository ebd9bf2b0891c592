"""Rules about pathways and what they ask for."""

from __future__ import annotations

from proofolio.core.diagnostics.rule import Rule, Severity

EMPTY_RULE = Rule(
    "empty-rule",
    "A part of the rule asks for nothing",
    "An empty rule would be met by everybody at once.",
    "List what is needed, or remove this part.",
)
IMPOSSIBLE_RULE = Rule(
    "impossible-rule",
    "The rule can never be met",
    "More is wanted than is offered, so nobody could ever finish.",
    "Lower the number, or offer more to choose from. What all_of already requires does not count again in"
    " a choice beside it.",
)
PATHWAY_CYCLE = Rule(
    "pathway-cycle",
    "Pathways contain one another in a circle",
    "Each would have to be finished before the other.",
    "Take one of the pathways named in the message out of the other's rule.",
)
OVERLAPPING_CHOICE = Rule(
    "overlapping-choice",
    "A choice offers what is required anyway",
    "What all_of requires by name is not counted again in the choice beside it, so this line offers nothing.",
    "Remove it from the choice, or offer something else in its place.",
    Severity.WARNING,
)

RULES = tuple(value for value in list(globals().values()) if isinstance(value, Rule))

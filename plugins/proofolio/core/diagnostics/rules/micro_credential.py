"""Rules about what a micro-credential asks."""

from __future__ import annotations

from proofolio.core.diagnostics.rule import Rule

COMPETENCY_WITHOUT_RUBRIC = Rule(
    "competency-without-rubric",
    "The micro-credential's competency has no rubric",
    "Without criteria there is nothing to rate, so it could never be earned. (A framework in which nothing "
    "has a rubric is another matter: work is filed under its competencies, and nothing is earned.)",
    "Add a rubric to the competency's file, or choose a competency that has one.",
)
REQUIREMENT_CYCLE = Rule(
    "requirement-cycle",
    "Micro-credentials require one another in a circle",
    "Nobody could ever begin: each needs the other first.",
    "Take one of the micro-credentials named in the message out of requires.",
)
IMPOSSIBLE_ARTIFACTS = Rule(
    "impossible-artifacts",
    "The micro-credential asks for something that is never accepted as evidence",
    "Attendance and certificates earn hours, never a competency, so nobody could hand in what is asked.",
    "Ask for evidence from practice instead, such as video, student-work or lesson-plan.",
)

RULES = tuple(value for value in list(globals().values()) if isinstance(value, Rule))

"""Rules about what a submission says and lacks."""

from __future__ import annotations

from proofolio.core.diagnostics.rule import Rule

MISSING_SECTION = Rule(
    "missing-section",
    "A section is missing",
    "The micro-credential asks for it, and reviewers look for it.",
    "Add the heading with the title that the message names, and write below it.",
)
MISSING_REFLECTION = Rule(
    "missing-reflection",
    "The reflection is missing",
    "Looking back on what happened, and why, is what turns an activity into learning.",
    "Add the heading ## Reflection and write what you noticed, what it means and what you would do next.",
)
TOO_FEW_WORDS = Rule(
    "too-few-words",
    "A section is shorter than asked",
    "A few lines rarely let a reviewer see what you did and why. The number is a guide to the depth that "
    "is meant.",
    "Add what a colleague who was not there would need to know. Headings and untouched prompts do not count.",
)
TOO_FEW_ARTIFACTS = Rule(
    "too-few-artifacts",
    "Fewer artifacts than asked",
    "One thing seen from several sides is convincing; one side alone seldom is.",
    "Add another piece of evidence under artifacts.",
)
MISSING_ARTIFACT_KIND = Rule(
    "missing-artifact-kind",
    "An artifact of a kind that is asked for is missing",
    "Some things can only be seen in a certain kind of evidence, such as a video.",
    "Add an artifact of this kind, or correct the kind of one that you have.",
)
MISSING_IMPACT = Rule(
    "missing-impact",
    "No impact on learners is given",
    "This micro-credential asks what changed for learners.",
    "Add a measure under impact, with its values before and after.",
)
TOO_FEW_CYCLES = Rule(
    "too-few-cycles",
    "Fewer learning cycles than asked",
    "Practising, observing and reflecting more than once is part of what is asked.",
    "Write a log entry for this competency; proofolio new log prepares one. Courses and attendance do not"
    " count.",
)
CO_AUTHOR_IS_OWNER = Rule(
    "co-author-is-owner",
    "The owner is named as a co-author",
    "The work is already yours; with lists those who worked on it with you.",
    "Take your own id out of with.",
)

RULES = tuple(value for value in list(globals().values()) if isinstance(value, Rule))

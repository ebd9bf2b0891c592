"""Rules about frameworks, their scales, competencies and rubrics."""

from __future__ import annotations

from proofolio.core.diagnostics.rule import Rule

NO_LEVELS = Rule(
    "no-levels",
    "The framework has no levels",
    "Without a scale nothing can be rated.",
    "List the levels under levels, lowest first, and mark the one that means mastery with mastery: true.",
)
NO_MASTERY_LEVEL = Rule(
    "no-mastery-level",
    "No level is marked as mastery",
    "Whether somebody has a competency is decided by one level of the scale; without it nothing can be "
    "earned.",
    "Add mastery: true to the lowest level that is good enough.",
)
SEVERAL_MASTERY_LEVELS = Rule(
    "several-mastery-levels",
    "More than one level is marked as mastery",
    "There is one threshold. With two of them nobody could tell which counts.",
    "Keep mastery: true on the lowest level that is good enough, and remove it from the others.",
)
DUPLICATE_ID = Rule(
    "duplicate-id",
    "The same id is used twice",
    "An id names one thing for ever; with two of them, what refers to it could mean either.",
    "Give one of the two another id.",
)
MISSING_DESCRIPTOR = Rule(
    "missing-descriptor",
    "A level of this criterion is not described",
    "Reviewers and teachers need to know what each level looks like before anyone is rated.",
    "Describe what one sees at this level, in one or two sentences.",
)
IDENTICAL_DESCRIPTORS = Rule(
    "identical-descriptors",
    "Two levels of a criterion say the same",
    "If two levels read alike, nobody can tell which one the evidence shows.",
    "Say what one sees at the higher level that is not yet there at the lower one.",
)
PREREQUISITE_CYCLE = Rule(
    "prerequisite-cycle",
    "Competencies require one another in a circle",
    "Nobody could ever begin: each needs the other first.",
    "Take one of the competencies named in the message out of prerequisites.",
)
REPLACEMENT_CYCLE = Rule(
    "replacement-cycle",
    "Competencies are replaced by one another in a circle",
    "The newest one must be replaced by nothing, or nobody could tell which of them to work on.",
    "Take replaced_by out of the competency that is to stay.",
)
ALIGNED_WITH_ITSELF = Rule(
    "aligned-with-itself",
    "A competency is aligned with itself",
    "An alignment says where else the same evidence counts. Here it counts already.",
    "Name the competency of another framework, or take the alignment out.",
)

RULES = tuple(value for value in list(globals().values()) if isinstance(value, Rule))

"""Rules about artifacts."""

from __future__ import annotations

from proofolio.core.diagnostics.rule import Rule

ARTIFACT_MISSING = Rule(
    "artifact-missing",
    "The artifact's file is not there",
    "Evidence that nobody can open proves nothing.",
    "Add the file to the submission's folder, or correct its name; capitals count.",
)
ARTIFACT_OUTSIDE_FOLDER = Rule(
    "artifact-outside-folder",
    "The artifact lies outside the submission's folder",
    "A review is bound to exactly what is in the folder; what lies elsewhere could change unnoticed.",
    "Copy the file into the submission's folder and name it from there, with forward slashes.",
)
DUPLICATE_ARTIFACT = Rule(
    "duplicate-artifact",
    "The same artifact is listed twice",
    "One piece of evidence counts once.",
    "Remove one of the two lines, or name the file that you meant.",
)
SEAT_TIME_AS_EVIDENCE = Rule(
    "seat-time-as-evidence",
    "Attendance or a certificate is used as evidence",
    "Being there earns hours; a competency is shown by what you did with it.",
    "Show what you did with learners instead, and record the attendance in your log.",
)
COMMENTARY_WITHOUT_RECORDING = Rule(
    "commentary-without-recording",
    "Commentary on something that has no time",
    "A remark at 1:05 says something about a film or a sound recording. A document or a picture has no such"
    " place.",
    "Say in your text what to look for, or correct the kind to video or audio.",
)
COMMENTARY_WITHOUT_CONSENT = Rule(
    "commentary-without-consent",
    "Words of a student without consent",
    "What a student says about a lesson is the student's, like a picture of the student.",
    "Ask, and write consent: yes; or take the student's remarks out.",
)

RULES = tuple(value for value in list(globals().values()) if isinstance(value, Rule))

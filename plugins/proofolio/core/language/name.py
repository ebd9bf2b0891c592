"""Names for ids: those of our own kinds are messages; what somebody else named keeps its words."""

from __future__ import annotations

from proofolio.core.language.phrase import capital
from proofolio.core.language.say import Deferred, deferred, said

_KNOWN: dict[str, Deferred] = {
    each: each
    for each in (
        # what evidence is
        deferred("Audio"),
        deferred("Classroom material"),
        deferred("Data"),
        deferred("Document"),
        deferred("Image"),
        deferred("Lesson plan"),
        deferred("Link"),
        deferred("Observation"),
        deferred("Student work"),
        deferred("Unit"),
        deferred("Video"),
        deferred("Attendance"),
        deferred("Certificate"),
        # who says something about a recording
        deferred("Teacher"),
        deferred("Student"),
        deferred("Colleague"),
        deferred("Family"),
        # what an entry of the log tells
        deferred("Practice"),
        deferred("Reflection"),
        deferred("Collaboration"),
        deferred("Course"),
        deferred("Coaching"),
        # the phases of the learning cycle
        deferred("Practise"),
        deferred("Observe"),
        deferred("Reflect"),
        deferred("Collaborate"),
        # where work stands, for whom it is
        deferred("Unknown"),
        deferred("Public"),
        deferred("Internal"),
        deferred("Private"),
    )
}


def plain(identifier: str) -> str:
    """An id in plain words: "student-work" becomes "Student work"."""
    text = capital(identifier.replace("-", " ").replace("_", " "))
    known = _KNOWN.get(text)
    return text if known is None else said(known)

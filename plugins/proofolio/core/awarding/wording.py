"""The plain words in which decisions give their reasons."""

from __future__ import annotations

from proofolio.core.language.phrase import capital
from proofolio.core.language.say import deferred, said, say

_KINDS = {
    "audio": deferred("a recording"),
    "classroom-material": deferred("classroom material"),
    "data": deferred("data"),
    "document": deferred("a document"),
    "image": deferred("an image"),
    "lesson-plan": deferred("a lesson plan"),
    "link": deferred("a link"),
    "observation": deferred("an observation"),
    "student-work": deferred("student work"),
    "unit": deferred("a unit"),
    "video": deferred("a video"),
    "attendance": deferred("an attendance record"),
    "certificate": deferred("a certificate"),
}


def quoted(title: str) -> str:
    """A title within a sentence."""
    return say("“{title}”", title=title)


def kind(name: str) -> str:
    """An artifact's kind with its article ("a lesson plan")."""
    known = _KINDS.get(name)
    return said(known) if known else say("a {kind}", kind=name.replace("-", " "))


def sentence(text: str) -> str:
    """``text`` as one sentence: a capital (unless it begins with a file's name or id) and a stop."""
    words = " ".join(text.split())
    if not words:
        return ""
    first = words.split(" ", 1)[0]
    if first.rstrip(",:;.").isalpha():
        words = capital(words)
    return words if words[-1] in ".!?…" or words[-2:] in (".”", "?”", "!”") else f"{words}."

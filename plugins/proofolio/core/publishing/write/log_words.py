"""All that the form for the log says while somebody writes."""

from __future__ import annotations

from proofolio.core.language.say import Deferred, deferred, say
from proofolio.core.model.log_entry import LogKind
from proofolio.core.publishing.write.shared_words import Words, shared_words

PROMPTS: dict[LogKind, Deferred] = {
    LogKind.PRACTICE: deferred("What did you try, with whom, and what happened?"),
    LogKind.OBSERVATION: deferred("Whom did you watch, what did you look for, and what did you see?"),
    LogKind.REFLECTION: deferred("What do you understand now that you did not before?"),
    LogKind.COLLABORATION: deferred("What did you make together, and what was your part?"),
    LogKind.COURSE: deferred("What will you try because of it?"),
    LogKind.ATTENDANCE: deferred("What was it, and what will you take into your classroom?"),
    LogKind.COACHING: deferred("What did you agree to try next?"),
}
"""What to write about, by what was done."""


def log_words() -> Words:
    """The words of ``log.js`` by their keys. What is wrong is told as ``check`` tells it."""
    return {
        **shared_words(),
        "gap.text": say("no words yet; two or three sentences are plenty"),
        "trouble.person": say("Whose log is it? Your folder’s name is needed to know where it goes."),
        "trouble.id": say("An id has small letters, digits and single hyphens, such as amina-yusuf."),
        "trouble.day": say("Choose a day."),
        "trouble.later": say("That day is still to come."),
        "trouble.kind": say("Choose what it was."),
        "trouble.title": say("Say in a few words what it was."),
        "trouble.hours": say("Write hours as a number, such as 1.5, at most 744; else they do not count."),
        "trouble.observed": say("the entry is of kind {kind}, and says that somebody was observed"),
        "cycle.counts": say("It counts as a learning cycle for “{title}”."),
        "cycle.competency": say("Say what it is about, and it counts as a learning cycle for that."),
        "cycle.hours": say("It earns hours. Learning cycles are made of what you try, see and talk over."),
    }

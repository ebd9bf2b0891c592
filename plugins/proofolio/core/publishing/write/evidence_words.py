"""What the form for evidence says.

What is missing is said in the words of ``check``; tests hold the two together.
"""

from __future__ import annotations

from proofolio.core.language.say import say, says
from proofolio.core.publishing.write.shared_words import Words, shared_words


def evidence_words() -> Words:
    """For evidence: what is missing, as ``check`` says it, and what cannot be read."""
    return {**shared_words(), **_gaps(), **_troubles(), **_counts()}


def _counts() -> Words:
    return {
        "count.of": say("{words} of at least {wanted}"),
        "word": [says("{n} word", "{n} words", each, n="{n}") for each in (1, 2)],
        "artifact": [says("{n} artifact", "{n} artifacts", each, n="{n}") for each in (1, 2)],
    }


def _gaps() -> Words:
    return {
        "gap.section": say("the section '{title}' is missing"),
        "gap.empty": say("the section '{title}' is still empty"),
        "gap.empty.asked": say("the section '{title}' is still empty; {words} are asked"),
        "gap.short": say("the section '{title}' has {words} of {wanted}: {more} more to go"),
        "gap.artifacts.none": say("{artifacts} asked, none is there yet"),
        "gap.artifacts.one": say("{artifacts} asked, only {have} is there yet"),
        "gap.artifacts.few": say("{artifacts} asked, only {have} are there yet"),
        "gap.kind.none": say("{artifacts} of kind '{kind}' asked, none there yet"),
        "gap.kind.few": say("{artifacts} of kind '{kind}' asked, only {have} there yet"),
        "gap.impact": say("the impact on learners is asked for and not given yet"),
        "gap.impact.source": say("'{measure}' does not say where its figures come from"),
        "gap.impact.n": say("'{measure}' does not say how many learners were measured"),
    }


def _troubles() -> Words:
    return {
        "trouble.person": say("Say who you are: the name of your folder, such as amina-yusuf."),
        "trouble.id": say(
            "Use small letters, digits and single hyphens, at most 64 in all, such as amina-yusuf."
        ),
        "trouble.reserved": say("A folder cannot be called {name}. Choose another name."),
        "trouble.title": say("Say in one line what you did."),
        "trouble.status": say("Something is missing: keep it as a draft for now, or fill it in first."),
        "trouble.day": say("Write the day as year, month, day: 2026-10-05."),
        "trouble.count": say("Write a whole number, such as 26."),
        "trouble.number": say("Write a number alone, such as 41 or 4.5, without spaces or separators."),
        "trouble.percent": say("A percentage lies between 0 and 100."),
        "trouble.value": say("Write the value; a measure counts once it has one before and one after."),
        "trouble.measure": say("Say what was measured; it counts once that is there."),
        "trouble.unit": say("Say in what it was measured, such as percent; it counts once that is there."),
        "trouble.order": say("This day is earlier than the day before. Swap or correct them."),
        "trouble.place": say("Give a link, or the name of a file; it counts once that is there."),
        "trouble.address": say("Copy the whole address from the browser; it begins with https://."),
        "trouble.outside": say("Give the file’s name only, without its folder."),
        "trouble.twice": say("This is listed already; each thing counts once."),
        "trouble.artifact.title": say("Say in a few words what one sees in it."),
        "trouble.seat_time": say("Attendance is no evidence of a competency: its hours belong in your log."),
        "trouble.because": say("Say why your work shows it; it counts once that is there."),
        "trouble.competency": say("Choose which competency you mean."),
    }

"""All that the form for self-assessments says while somebody writes."""

from __future__ import annotations

from proofolio.core.language.say import say, says
from proofolio.core.publishing.write.shared_words import Words, shared_words


def self_assessment_words() -> Words:
    """The words of ``self-assessment.js`` by their keys."""
    return {
        **shared_words(),
        "gap.none": say("no competency is rated yet; rate as many or as few as you like"),
        "rated": say("{n} of {of} rated"),
        "domain.none": say("none rated yet"),
        "last": say("Last time: {level}"),
        "last.sure": say("Last time: {level} (confidence {confidence})"),
        "last.read": [
            says(
                "{n} rating of last time stands beside yours now.",
                "{n} ratings of last time stand beside yours now.",
                each,
                n="{n}",
            )
            for each in (1, 2)
        ],
        "last.none": say("No ratings of this framework could be found in it."),
        "last.file": say("This could not be read as a self-assessment: {why}"),
        "last.begun": [
            says(
                "{n} level of last time was taken over. Change what has changed.",
                "{n} levels of last time were taken over. Change what has changed.",
                each,
                n="{n}",
            )
            for each in (1, 2)
        ],
        "last.day": say("What you said on {day}, kept in this browser, stands beside yours."),
        "untitled": say("Self-assessment"),
        "named": say("Self-assessment of {day}"),
        "trouble.none": say("Rate one competency at least; as many or as few as you like."),
        "trouble.day": say("Choose a day."),
        "trouble.later": say("That day is still to come."),
        "trouble.person": say(
            "Whose self-assessment is it? Your folder’s name is needed to know where it goes."
        ),
        "trouble.id": say("An id has small letters, digits and single hyphens, such as amina-yusuf."),
        "unreadable": say("line {line}: {text}"),
    }

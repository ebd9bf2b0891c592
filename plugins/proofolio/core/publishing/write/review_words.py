"""All that the form for reviews says while somebody writes.

What is missing is told as ``check`` tells it of a review file; a test holds the two together.
"""

from __future__ import annotations

from proofolio.core.language.say import say, says
from proofolio.core.publishing.write.shared_words import Words, shared_words


def review_words() -> Words:
    """The words of ``review.js`` by their keys."""
    return {**shared_words(), **_missing(), **_counted(), **_verdicts(), **_work(), **_ending()}


def _missing() -> Words:
    return {
        "gap.none": say("no criterion is rated; asked for: {criteria}"),
        "gap.criterion": say("the criterion '{criterion}' is not rated"),
        "gap.step": say("'{criterion}' is rated '{level}', and there is no next step for it"),
        "gap.contradiction": [
            says(
                "the verdict is met, but {criteria} is below mastery",
                "the verdict is met, but {criteria} are below mastery",
                each,
                criteria="{criteria}",
            )
            for each in (1, 2)
        ],
        "gap.verdict": say("the verdict is not chosen yet"),
        "gap.why": say("you step back; a sentence that says why helps whoever asks another coach"),
        "and": say("{first} and {last}"),
    }


def _counted() -> Words:
    return {
        "steps.none": say("No next step yet; one to three help most."),
        "steps": [
            says(
                "One next step; one to three help most.",
                "{n} next steps; one to three help most.",
                each,
                n="{n}",
            )
            for each in (1, 2)
        ],
        "steps.many": say("{n} next steps. That is a lot at once: which one to three would help most?"),
        "step.needed": say("Needed, because the rating is below mastery."),
        "step.welcome": say("Welcome, even at mastery."),
    }


def _verdicts() -> Words:
    return {
        "verdict.met": say("Everything is at mastery, which is what met means."),
        "verdict.revise": [
            says(
                "One criterion is below mastery, so revise is the word.",
                "{n} criteria are below mastery, so revise is the word.",
                each,
                n="{n}",
            )
            for each in (1, 2)
        ],
        "verdict.open": say("Rate every criterion first; the verdict follows from the ratings."),
    }


def _work() -> Words:
    return {
        "untitled": say("A review"),
        "named": say("Review of {work}"),
        "work.by": say("“{title}” by {person}:"),
        "work.open": say("open the work in another tab"),
        "newer": say(
            "The work was changed after you began: your draft was of version {before}, this is {now}. What"
            " you wrote is kept; look again at what has changed."
        ),
        "trouble.none": say("Say which work it is: come here with the link on the work’s own page."),
        "trouble.rating": say("“{title}” is not rated yet."),
        "trouble.step": say("“{title}” is rated below mastery, so it needs a next step."),
        "trouble.work": say("The work goes by its folder: the person, a slash, the submission."),
        "trouble.version": say("A version has 12 to 64 digits, as the work’s own page gives it."),
        "trouble.pull": say("Write the number of the pull request, or paste its address."),
        "trouble.id": say("An id has small letters, digits and single hyphens, such as rosa-diaz."),
    }


def _ending() -> Words:
    return {
        "open.paste": say("Copy the comment and open {host}"),
        "open.paste.hint": say(
            "It copies the comment and opens a search for the pull request. Begin a review there, paste, and"
            " submit it."
        ),
        "open.pull": say("Copy the comment and open pull request {number}"),
        "open.pull.hint": say(
            "It copies the comment and opens the page with the changes. Begin a review there, paste, and"
            " submit it."
        ),
        "copied.paste": say("Copied. In the new tab, paste it into your review, and submit it."),
        "file.open": say("Open it in the editor of {host}"),
        "file.paste": say("Copy the file and open the editor of {host}"),
        "file.version": say(
            "The file needs the whole version, 64 digits: come here with the link on the work’s own page."
        ),
        "file.work": say("Say first which work it is."),
        "file.reviewer": say("Say first who reviews: the file is named after you."),
    }

"""All that the form for reviews says while somebody writes.

What is missing is told as ``check`` tells it of a review file; a test holds the two together.
"""

from __future__ import annotations

from proofolio.core.language.say import say

Words = dict[str, str | list[str]]


def review_words() -> Words:
    """The words of ``review.js`` by their keys."""
    return {**_missing(), **_counted(), **_verdicts(), **_work()}


def _missing() -> Words:
    return {
        "gap.none": say("no criterion is rated; asked for: {criteria}"),
        "gap.criterion": say("the criterion '{criterion}' is not rated"),
        "gap.step": say("'{criterion}' is rated '{level}', and there is no next step for it"),
        "gap.contradiction": [
            say("the verdict is met, but {criteria} is below mastery"),
            say("the verdict is met, but {criteria} are below mastery"),
        ],
        "gap.verdict": say("the verdict is not chosen yet"),
        "gap.why": say("you step back; a sentence that says why helps whoever asks another coach"),
        "and": say("{first} and {last}"),
    }


def _counted() -> Words:
    return {
        "steps.none": say("No next step yet; one to three help most."),
        "steps": [say("One next step; one to three help most."), say("{n} next steps; one to three help most.")],
        "steps.many": say("{n} next steps. That is a lot at once: which one to three would help most?"),
        "rated": say("{n} of {of} rated"),
        "rated.all": say("All {of} rated"),
        "step.needed": say("Needed, because the rating is below mastery."),
        "step.welcome": say("Welcome, even at mastery."),
    }


def _verdicts() -> Words:
    return {
        "verdict.met": say("Everything is at mastery, which is what met means."),
        "verdict.revise": [
            say("One criterion is below mastery, so revise is the word."),
            say("{n} criteria are below mastery, so revise is the word."),
        ],
        "verdict.open": say("Rate every criterion first; the verdict follows from the ratings."),
    }


def _work() -> Words:
    return {
        "untitled": say("A review"),
        "named": say("Review of {work}"),
        "trouble.work": say("The work goes by its folder: the person, a slash, the submission."),
        "trouble.version": say("A version has 12 to 64 digits, as the work’s own page gives it."),
        "trouble.pull": say("Write the number of the pull request, or paste its address."),
        "trouble.reviewer": say("An id has small letters, digits and single hyphens, such as rosa-diaz."),
        "open.pull": say("Open pull request {number} to review"),
        "open.search": say("Find the pull request at {host}"),
        "comment.copied": say("Copied. Paste it into your review."),
        "comment.not": say("Your browser does not let this page copy. The text is selected: copy it yourself."),
        "insert": say("Begin with: {starter}"),
        "file.version": say(
            "The file needs the whole version, 64 digits. Come here with the link on the work’s page."
        ),
    }

"""What each figure is called, and what exactly it counts, in the words that stand beside it."""

from __future__ import annotations

from proofolio.core.language.say import say
from proofolio.core.model.figures import Measure, Unit

ENROLLED, SUBMITTED, SUBMISSIONS, EARNED = "enrolled", "submitted", "submissions", "earned"
CREDENTIALS, COMPLETION, HOURS, PATHWAYS = "credentials", "completion", "hours", "pathways"
COVERAGE = "coverage"
FEWEST = 5
"""A figure about fewer people than this is not told to the public."""


def measures(public: bool) -> dict[str, Measure]:
    """All measures by id, in the order in which they are shown."""
    seen = (
        say(
            "People whose portfolio, or some of whose work, is public, and who had joined by the end of the "
            "period."
        )
        if public
        else say(
            "People whose portfolio, or some of whose work, may be seen within the organisation, and who had "
            "joined by the end of the period. Private portfolios are not counted."
        )
    )
    rate = say(
        "People who earned at least one micro-credential in the period, divided by the people "
        "enrolled by the end of the period, in percent."
    )
    if public:
        rate = f"{rate} {say('People who show nothing in public are not counted.')}"
    every = (
        Measure(ENROLLED, say("People enrolled"), seen, Unit.PEOPLE),
        Measure(
            SUBMITTED,
            say("People who handed in work"),
            say(
                "Enrolled people who handed in at least one piece of work for the first time in the period. "
                "Drafts and practice are not counted."
            ),
            Unit.PEOPLE,
        ),
        Measure(
            SUBMISSIONS,
            say("Pieces of work handed in"),
            say(
                "Pieces of work, each counted once, on the first day on which it is known to have been "
                "handed in. What has no such day counts in all time only."
            ),
            Unit.SUBMISSIONS,
        ),
        Measure(
            EARNED,
            say("People who earned a micro-credential"),
            say(
                "Enrolled people who earned at least one micro-credential in the period. Awards that have "
                "expired since are counted; those that were revoked are not."
            ),
            Unit.PEOPLE,
        ),
        Measure(
            CREDENTIALS,
            say("Micro-credentials earned"),
            say(
                "Micro-credentials earned in the period, by the day of the decision; each counted once for "
                "each person, on the day that stands today."
            ),
            Unit.CREDENTIALS,
        ),
        Measure(
            COMPLETION,
            say("Completion rate"),
            rate,
            Unit.PERCENT,
        ),
        Measure(
            PATHWAYS,
            say("Pathways finished"),
            say("Pathways finished in the period, each counted once for each person."),
            Unit.CREDENTIALS,
        ),
        Measure(
            HOURS,
            say("Hours of professional learning"),
            say(
                "Hours of the micro-credentials earned, the pathways finished and the log entries of the "
                "period. Log entries are the people’s own word. In one framework: what is for a competency "
                "of it."
            ),
            Unit.HOURS,
        ),
        Measure(
            COVERAGE,
            say("Competencies demonstrated by somebody"),
            say(
                "Competencies of which at least one person has demonstrated every criterion, by "
                "micro-credentials that hold today, out of all competencies of the framework."
            ),
            Unit.COMPETENCIES,
        ),
    )
    return {each.id: each for each in every}


def rule(fewest: int) -> str:
    """How small groups are kept from being told, in words for the foot of the page."""
    if not fewest:
        return say("These figures are for the organisation’s own people: small groups are shown.")
    return say(
        "A figure about fewer than {n} people is not shown. Where it could be worked out from the figures "
        "around it, the next smallest of those is not shown either: what lies between two figures is about "
        "nobody, or about at least {n} people. A measure with learners is shown from {n} learners on.",
        n=fewest,
    )

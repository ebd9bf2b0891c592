"""An application before it is sent: does it hold what the opportunity asks?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from proofolio.core.checking.reference import hint_for
from proofolio.core.language.say import day, say, says
from proofolio.core.model.body import Body
from proofolio.core.model.opportunity import Opportunity
from proofolio.core.model.portfolio import Portfolio
from proofolio.core.model.progress import Eligibility
from proofolio.core.model.submission import Status


@dataclass(frozen=True, slots=True)
class Hurdle:
    """Something that keeps an application from being sent, and what helps."""

    message: str
    hint: str | None = None


def missing_requirements(opportunity: Opportunity, eligibility: Eligibility) -> Iterator[Hurdle]:
    """What has to be earned first."""
    if not eligibility.met:
        message = say("what “{role}” asks is not all there yet", role=opportunity.title)
        yield Hurdle(message, " ".join(eligibility.because))


def check_pieces(opportunity: Opportunity, portfolio: Portfolio, chosen: tuple[str, ...]) -> Iterator[Hurdle]:
    """The chosen pieces, by slug: there, handed in, neither too few nor too many."""
    ready = sorted(
        slug
        for slug, each in portfolio.submissions.items()
        if each.status is Status.SUBMITTED and not each.practice
    )
    for slug in chosen:
        found = portfolio.submissions.get(slug)
        if found is None:
            message = say("there is no work '{slug}' in this portfolio", slug=slug)
            yield Hurdle(message, hint_for(slug, ready) if ready else None)
        elif found.practice:
            message = say("'{title}' is practice, and practice is never sent", title=found.title)
            yield Hurdle(message, say("choose work that was handed in to count"))
        elif found.status is not Status.SUBMITTED:
            message = say("'{title}' is a draft, and drafts are never sent", title=found.title)
            yield Hurdle(message, say("set its status to submitted when it is ready, or choose other work"))
    if len(chosen) < opportunity.at_least:
        yield Hurdle(
            says(
                "at least {n} piece of evidence is asked, and {chosen} chosen",
                "at least {n} pieces of evidence are asked, and {chosen} chosen",
                opportunity.at_least,
                chosen=_chosen(len(chosen)),
            ),
            say("name each with --evidence"),
        )
    elif len(chosen) > opportunity.at_most:
        yield Hurdle(
            says(
                "at most {n} piece of evidence is asked, and {chosen} chosen",
                "at most {n} pieces of evidence are asked, and {chosen} chosen",
                opportunity.at_most,
                chosen=_chosen(len(chosen)),
            ),
            say("leave out what says least about this role"),
        )


def check_letter(opportunity: Opportunity, letter: Body | None) -> Iterator[Hurdle]:
    """The letter; None when none was given. One that is not asked for is welcome."""
    asked = opportunity.letter
    if asked is None:
        return
    if letter is None:
        yield Hurdle(
            say("a letter is asked, and none is there"),
            say(
                "write it into a file of its own, and name that with --letter: {prompt}", prompt=asked.prompt
            ),
        )
    elif letter.words < max(1, asked.min_words):
        wanted = max(1, asked.min_words)
        yield Hurdle(
            says(
                "the letter has {n} word of {wanted}: {more} more to go",
                "the letter has {n} words of {wanted}: {more} more to go",
                letter.words,
                wanted=wanted,
                more=wanted - letter.words,
            ),
            asked.prompt,
        )


def too_late(opportunity: Opportunity, today: date) -> str | None:
    """A word on an opportunity that has closed; it keeps nobody from making the packet."""
    if opportunity.closes is None or not opportunity.is_over(today):
        return None
    return say(
        "“{role}” has closed; the last day was {day}.", role=opportunity.title, day=day(opportunity.closes)
    )


def _chosen(number: int) -> str:
    return says("{n} is", "{n} are", number)

"""An application before it is sent: does it hold what the opportunity asks?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from proofolio.core.checking.reference import hint_for
from proofolio.core.checking.wording import counted
from proofolio.core.model.body import Body
from proofolio.core.model.opportunity import Opportunity
from proofolio.core.model.portfolio import Portfolio
from proofolio.core.model.progress import Eligibility
from proofolio.core.model.submission import Status


@dataclass(frozen=True, slots=True)
class Hurdle:
    """Something that keeps an application from being sent, and what helps. A terminal tells it."""

    message: str
    hint: str | None = None


def missing_requirements(opportunity: Opportunity, eligibility: Eligibility) -> Iterator[Hurdle]:
    """What has to be earned first."""
    if not eligibility.met:
        message = f"what “{opportunity.title}” asks is not all there yet"
        yield Hurdle(message, " ".join(eligibility.because))


def check_pieces(opportunity: Opportunity, portfolio: Portfolio, chosen: tuple[str, ...]) -> Iterator[Hurdle]:
    """The chosen pieces, by slug: there, handed in, neither too few nor too many."""
    for slug in chosen:
        yield from _check_piece(portfolio, slug)
    if len(chosen) < opportunity.at_least:
        asked = counted(opportunity.at_least, "piece of evidence is", "pieces of evidence are")
        yield Hurdle(
            f"at least {asked} asked, and {counted(len(chosen), 'is', 'are')} chosen",
            "name each with --evidence",
        )
    elif len(chosen) > opportunity.at_most:
        asked = counted(opportunity.at_most, "piece of evidence is", "pieces of evidence are")
        yield Hurdle(
            f"at most {asked} asked, and {counted(len(chosen), 'is', 'are')} chosen",
            "leave out what says least about this role",
        )


def check_letter(opportunity: Opportunity, letter: Body | None) -> Iterator[Hurdle]:
    """The letter; None when none was given. One that is not asked for is welcome."""
    asked = opportunity.letter
    if asked is None:
        return
    if letter is None:
        hint = f"write it into a file of its own and name that with --letter. {asked.prompt}"
        yield Hurdle("a letter is asked, and none is there", hint)
        return
    wanted = max(1, asked.min_words)
    if letter.words < wanted:
        more = wanted - letter.words
        message = f"the letter has {counted(letter.words, 'word')} of {wanted}: {more} more to go"
        yield Hurdle(message, asked.prompt)


def too_late(opportunity: Opportunity, today: date) -> str | None:
    """A word on an opportunity that has closed; it keeps nobody from making the packet."""
    if not opportunity.is_over(today):
        return None
    return f"“{opportunity.title}” has closed; the last day was {opportunity.closes}."


def _check_piece(portfolio: Portfolio, slug: str) -> Iterator[Hurdle]:
    found = portfolio.submissions.get(slug)
    if found is None:
        ready = sorted(
            name
            for name, each in portfolio.submissions.items()
            if each.status is Status.SUBMITTED and not each.practice
        )
        message = f"there is no work '{slug}' in this portfolio"
        yield Hurdle(message, hint_for(slug, ready) if ready else None)
    elif found.practice:
        message = f"'{found.title}' is practice, and practice is never sent"
        yield Hurdle(message, "choose work that was handed in to count")
    elif found.status is not Status.SUBMITTED:
        message = f"'{found.title}' is a draft, and drafts are never sent"
        yield Hurdle(message, "set its status to submitted when it is ready, or choose other work")

"""Who may need help, and why: said as a reason to ask, never as a verdict."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from proofolio.core.language.say import day, say, says
from proofolio.core.model.facts import Facts, PersonFact
from proofolio.core.model.figures import Concern

QUIET = 120
"""Days without anything handed in."""
RESTING = 45
"""Days for which work that was given back has not come again."""
SOON = 365
"""Days before a licence's cycle ends."""


def concerns(facts: Facts, promise: int) -> tuple[Concern, ...]:
    """Everybody for whom there is a reason, person by person. ``promise`` is in days."""
    every = sorted((*facts.people, *facts.absent), key=lambda each: (each.name, each.id))
    absent = {each.id for each in facts.absent}
    found: list[Concern] = []
    for person in every:
        reasons = _absent(person) if person.id in absent else _reasons(facts, person, promise)
        found.extend(Concern(person.id, person.name, person.organization, *each) for each in reasons)
    return tuple(found)


Reason = tuple[str, str, int | None]


def _absent(person: PersonFact) -> Iterator[Reason]:
    yield "no-portfolio", say("Has no portfolio yet."), None
    yield from _uncoached(person)


def _reasons(facts: Facts, person: PersonFact, promise: int) -> Iterator[Reason]:
    yield from _quiet(facts, person)
    yield from _resting(facts, person)
    yield from _waiting(facts, person, promise)
    yield from _renewing(facts, person)
    yield from _uncoached(person)


def _quiet(facts: Facts, person: PersonFact) -> Iterator[Reason]:
    work = [each for each in facts.submissions if each.person == person.id]
    lasts = [each.last for each in work if each.last]
    since = max(lasts) if lasts else person.since
    if work and not lasts:
        return  # something is there, and nobody knows since when
    if since is None:
        yield "quiet", say("Has not handed in anything yet."), None
        return
    days = (facts.today - since).days
    if days <= QUIET:
        return
    if work:
        words = says("Nothing new for {n} day.", "Nothing new for {n} days.", days)
    else:
        words = says(
            "Joined {n} day ago and has not handed in anything yet.",
            "Joined {n} days ago and has not handed in anything yet.",
            days,
        )
    yield "quiet", words, days


def _resting(facts: Facts, person: PersonFact) -> Iterator[Reason]:
    for each in facts.submissions:
        if each.person == person.id and each.revise_since is not None:
            days = (facts.today - each.revise_since).days
            if days > RESTING:
                words = says(
                    "“{title}” was given back {n} day ago.",
                    "“{title}” was given back {n} days ago.",
                    days,
                    title=each.title,
                )
                yield "revise", words, days


def _waiting(facts: Facts, person: PersonFact, promise: int) -> Iterator[Reason]:
    for each in facts.queue.waiting if facts.queue else ():
        if each.submission.person == person.id and each.days is not None and each.days > promise:
            words = says(
                "“{title}” has waited {n} day for a reviewer.",
                "“{title}” has waited {n} days for a reviewer.",
                each.days,
                title=each.submission.title,
            )
            yield "waiting", words, each.days


def _renewing(facts: Facts, person: PersonFact) -> Iterator[Reason]:
    for hours, ends in person.short:
        if facts.today <= ends <= facts.today + timedelta(days=SOON):
            words = says(
                "{n} hour is missing for a licence whose cycle ends on {day}.",
                "{n} hours are missing for a licence whose cycle ends on {day}.",
                hours,
                day=day(ends),
            )
            yield "renewal", words, (ends - facts.today).days


def _uncoached(person: PersonFact) -> Iterator[Reason]:
    if person.coach is None:
        yield "no-coach", say("Has no coach."), None

"""The words in which the queue tells what waits, and how long."""

from __future__ import annotations

from proofolio.core.model.queue import Queue, Turnaround, Waiting
from proofolio.core.model.standing import Wait

_WAITS = {
    Wait.FIRST_REVIEW: "a first review",
    Wait.NEXT_ROUND: "another look after a revision",
    Wait.ANOTHER_REVIEWER: "another reviewer",
    Wait.RATINGS: "ratings of every criterion",
    Wait.APPROVAL: "an approver",
    Wait.CONFIRMATION: "confirmation after a change",
}
NOTHING_WAITS = "Nothing waits for a review. Everyone who handed something in has heard back."


def waits_for(each: Waiting) -> str:
    """What a piece of work waits for, with the round when it is not the first."""
    told = _WAITS[each.wait]
    return f"{told} (round {each.round})" if each.round > 1 else told


def how_long(each: Waiting) -> str:
    """Since when, in words; where Git cannot tell, that."""
    if each.since is None or each.days is None:
        return "since a day that the history does not tell"
    day = each.since.isoformat()
    if each.days == 0:
        return f"since today ({day})"
    return f"for {each.days} {'day' if each.days == 1 else 'days'} (since {day})"


def summed_up(queue: Queue) -> str:
    """The queue's length in a sentence."""
    number = len(queue.waiting)
    if not number:
        return NOTHING_WAITS
    return f"{number} {'piece of work waits' if number == 1 else 'pieces of work wait'} for somebody."


def turned_around(turnaround: Turnaround) -> str:
    """How long a first review took lately, always with how many that is about."""
    if turnaround.days is None:
        reviewed = f"Of no version that was reviewed in the last {turnaround.over} days"
        return f"{reviewed} is it known how long it waited."
    days = f"{turnaround.days:g} {'day' if turnaround.days == 1 else 'days'}"
    versions = f"{turnaround.reviewed} {'version' if turnaround.reviewed == 1 else 'versions'}"
    return f"In the last {turnaround.over} days a first review came after {days} (the median of {versions})."

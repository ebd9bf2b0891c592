"""What only the organisation's own people see: everyone's progress, and how reviewing goes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from math import ceil
from statistics import median

from proofolio.core.figuring.concern import concerns
from proofolio.core.figuring.period import term_of
from proofolio.core.language.say import say
from proofolio.core.model.facts import Facts, PersonFact
from proofolio.core.model.figures import Cohort, Inside, Load, Pace, Progress
from proofolio.core.model.queue import LOOKED_BACK, Waiting
from proofolio.core.model.standing import Wait

PROMISE = 14
"""Days within which a first review is promised."""
FIRST = (Wait.FIRST_REVIEW, Wait.NEXT_ROUND, Wait.CONFIRMATION)
"""What a version waits for that nobody has looked at yet."""


def inside(facts: Facts) -> Inside:
    """All of it, from what the organisation's people may see."""
    progress = tuple(_progress(facts))
    return Inside(
        progress,
        tuple(_cohorts(progress)),
        tuple(_loads(facts)),
        pace(facts),
        concerns(facts, PROMISE),
    )


def pace(facts: Facts) -> Pace:
    """How long versions waited for their first review lately, and how many still do that should not."""
    since = facts.today - timedelta(days=LOOKED_BACK)
    days = sorted(each.days for each in facts.reviews if each.days is not None and each.on >= since)
    late = sum(1 for _ in _late(facts))
    if not days:
        return Pace(0, None, None, PROMISE, 0, LOOKED_BACK, late)
    ninetieth = days[ceil(0.9 * len(days)) - 1]
    kept = sum(each <= PROMISE for each in days)
    return Pace(len(days), float(median(days)), float(ninetieth), PROMISE, kept, LOOKED_BACK, late)


def _late(facts: Facts) -> Iterable[Waiting]:
    """Versions whose first review is overdue. One that was looked at since waits for something else."""
    seen = {(each.person, each.slug) for each in facts.submissions}
    looked_at: dict[tuple[str, str], date] = {}
    for each in facts.reviews:
        key = (each.person, each.slug)
        looked_at[key] = max(each.on, looked_at.get(key, each.on))
    for one in facts.queue.waiting if facts.queue else ():
        key = (one.submission.person, one.submission.slug)
        if key not in seen or one.wait not in FIRST or one.since is None or one.days is None:
            continue
        if one.days > PROMISE and looked_at.get(key, date.min) < one.since:
            yield one


def _progress(facts: Facts) -> Iterable[Progress]:
    for person in sorted(facts.people, key=lambda each: (each.name, each.id)):
        work = [each for each in facts.submissions if each.person == person.id]
        hours = sum(each.hours for each in facts.hours if each.person == person.id and each.on <= facts.today)
        cohort, title = _cohort(person.since)
        yield Progress(
            person=person.id,
            name=person.name,
            organization=person.organization,
            cohort=cohort,
            cohort_title=title,
            coach=person.coach,
            since=person.since,
            submitted=len(work),
            earned=len(_earned(facts, person)),
            hours=round(hours, 2),
            waiting=sum(each.waits for each in work),
            revise=sum(each.revise_since is not None for each in work),
            last=max((each.last for each in work if each.last), default=None),
        )


def _earned(facts: Facts, person: PersonFact) -> list[str]:
    return [each.achievement for each in facts.awards if each.person == person.id and not each.pathway]


def _cohort(since: date | None) -> tuple[str, str]:
    if since is None:
        return "", say("Nobody knows when")
    term = term_of(since)
    return term.id, term.title


def _cohorts(progress: tuple[Progress, ...]) -> Iterable[Cohort]:
    groups: dict[tuple[str, str, str], list[Progress]] = {}
    for each in progress:
        groups.setdefault((each.organization, each.cohort, each.cohort_title), []).append(each)
    for (organization, cohort, title), people in sorted(groups.items()):
        yield Cohort(
            organization,
            cohort,
            title,
            len(people),
            sum(1 for each in people if each.submitted),
            sum(1 for each in people if each.earned),
            sum(each.earned for each in people),
        )


def _loads(facts: Facts) -> Iterable[Load]:
    since = facts.today - timedelta(days=LOOKED_BACK)
    waiting = facts.queue.waiting if facts.queue else ()
    for person, name in sorted((facts.reviewers or {}).items(), key=lambda each: (each[1], each[0])):
        # whoever is asked for a blind review stays unnamed, also by a number
        asked = [each for each in waiting if person in each.asked and not each.blind]
        done = {
            (each.person, each.slug, each.on)
            for each in facts.reviews
            if each.reviewer == person and each.on >= since
        }
        yield Load(
            person,
            name,
            sum(1 for each in facts.people if each.coach == person),
            len(asked),
            max((each.days for each in asked if each.days is not None), default=None),
            len(done),
            LOOKED_BACK,
        )

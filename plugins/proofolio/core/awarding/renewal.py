"""Renewal: how far a licence-renewal cycle is filled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from proofolio.core.awarding.hours import Credit, by_category
from proofolio.core.awarding.ledger import over
from proofolio.core.language.say import day, say, says
from proofolio.core.model.plan import RenewalPlan
from proofolio.core.model.progress import RenewalProgress
from proofolio.core.model.renewal import RenewalProfile


def renewal(
    plan: RenewalPlan | None,
    profiles: Mapping[str, RenewalProfile],
    credited: Iterable[Credit],
) -> dict[str, RenewalProgress]:
    """A person's progress in the profile of her plan; nothing when there is none (that is known)."""
    profile = profiles.get(plan.profile) if plan else None
    if plan is None or profile is None:
        return {}
    ends = over(plan.cycle_start, profile.cycle) or date.max
    counted = by_category(
        _converted(each, profile) for each in credited if plan.cycle_start <= each.on < ends
    )
    total = round(sum(counted.values()), 2)
    uncategorised = counted.pop("", 0.0)
    short = profile.short_of(counted, uncategorised)
    progress = RenewalProgress(
        profile=plan.profile,
        met=not short,
        hours=total,
        of=profile.hours_at_least,
        short=short,
        ends=ends,
        because=tuple(_because(total, profile, short, plan.cycle_start, ends)),
    )
    return {plan.profile: progress}


def _converted(credit: Credit, profile: RenewalProfile) -> Credit:
    if profile.hours_per_micro_credential is None or not credit.converts:
        return credit
    return replace(credit, hours=profile.hours_per_micro_credential)


def _because(
    total: float,
    profile: RenewalProfile,
    short: Mapping[str, float],
    start: date,
    ends: date,
) -> Iterator[str]:
    yield say(
        "{have} of {of} hours in the cycle from {start} to {end}.",
        have=total,
        of=profile.hours_at_least,
        start=day(start),
        end=day(ends),
    )
    for category, lacking in short.items():
        if category:
            yield say("Still to do: {n} more in {category}.", n=lacking, category=category)
        else:
            yield say("Still to do: {n} more in all.", n=lacking)
    if profile.hours_per_micro_credential is not None:
        worth = profile.hours_per_micro_credential
        yield says(
            "A micro-credential counts as {n} hour here.",
            "A micro-credential counts as {n} hours here.",
            worth,
        )

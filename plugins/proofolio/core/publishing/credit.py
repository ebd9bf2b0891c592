"""Hours of continuing education, from what the audience may see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from proofolio.core.language.say import day, number, say
from proofolio.core.model.district import District
from proofolio.core.model.log_entry import LogEntry
from proofolio.core.model.plan import RenewalPlan
from proofolio.core.model.progress import HoursTally, PathwayProgress
from proofolio.core.model.renewal import RenewalProfile
from proofolio.core.model.standing import Award
from proofolio.core.publishing import words


@dataclass(frozen=True, slots=True)
class Credit:
    """Clock hours of one day; ``category`` is "" for none. ``converts``: from a micro-credential.

    ``of`` is the id of the micro-credential or pathway that gave them, "" for the log.
    """

    on: date
    hours: float
    category: str
    converts: bool = False
    of: str = ""


def credited(
    district: District,
    awards: Mapping[str, Award],
    pathways: Mapping[str, PathwayProgress],
    log: Iterable[LogEntry],
) -> tuple[Credit, ...]:
    """What visible awards, finished pathways and log entries are worth."""
    return tuple(_credits(district, awards, pathways, log))


def tally(given: Iterable[Credit]) -> HoursTally:
    """The sum, in all and by category."""
    every = tuple(given)
    sums: dict[str, float] = {}
    for each in every:
        if each.hours:
            sums[each.category] = sums.get(each.category, 0) + each.hours
    by_category = {key: round(sums[key], 2) for key in sorted(sums)}
    return HoursTally(round(sum(each.hours for each in every), 2), by_category)


@dataclass(frozen=True, slots=True)
class Cycle:
    """How far one licence's cycle is filled: hours ``have`` of ``of``, and in plain sentences."""

    have: float
    of: float
    told: tuple[str, ...]


def renewal(district: District, planned: RenewalPlan, given: Iterable[Credit]) -> Cycle | None:
    """How far a licence's cycle is filled; None when its profile is not known."""
    profile = district.renewals.get(planned.profile)
    if profile is None:
        return None
    ends = _end(profile, planned)
    sums = _within(profile, planned, ends, given)
    told = [
        say(
            "{profile}: {have} of {of} in the cycle from {begin} to {end}.",
            profile=profile.title,
            have=number(sums.total),
            of=words.hours(profile.hours_at_least),
            begin=day(planned.cycle_start),
            end=day(ends),
        )
    ]
    for category, hours in _lacking(profile, sums).items():
        short = words.hours(hours)
        if category:
            told.append(
                say(
                    "Still to do: {hours} in {category}.", hours=short, category=words.plain(category).lower()
                )
            )
        else:
            told.append(say("Still to do: {hours} in all.", hours=short))
    return Cycle(sums.total, profile.hours_at_least, tuple(told))


def short_of(district: District, planned: RenewalPlan, given: Iterable[Credit]) -> Mapping[str, float]:
    """The hours that a licence's cycle lacks, by category, "" for the total; empty when it is filled."""
    profile = district.renewals.get(planned.profile)
    if profile is None:
        return {}
    return _lacking(profile, _within(profile, planned, _end(profile, planned), given))


def _end(profile: RenewalProfile, planned: RenewalPlan) -> date:
    try:
        return profile.cycle.after(planned.cycle_start)
    except (OverflowError, ValueError):  # beyond the year 9999
        return date.max


def _within(profile: RenewalProfile, planned: RenewalPlan, ends: date, given: Iterable[Credit]) -> HoursTally:
    within = [each for each in given if planned.cycle_start <= each.on < ends]
    if profile.hours_per_micro_credential is not None:
        worth = profile.hours_per_micro_credential
        within = [Credit(each.on, worth, each.category) if each.converts else each for each in within]
    return tally(within)


def _lacking(profile: RenewalProfile, sums: HoursTally) -> Mapping[str, float]:
    by_category = {key: hours for key, hours in sums.by_category.items() if key}
    return profile.short_of(by_category, sums.by_category.get("", 0))


def _credits(
    district: District,
    awards: Mapping[str, Award],
    pathways: Mapping[str, PathwayProgress],
    log: Iterable[LogEntry],
) -> Iterator[Credit]:
    for entry in log:
        yield Credit(entry.on, entry.hours, entry.category or "")
    for key, award in awards.items():
        found = district.micro_credentials.get(key)
        if found is not None:
            yield Credit(award.on, found.hours, found.category or "", converts=True, of=key)
    for key, progress in pathways.items():
        pathway = district.pathways.get(key)
        if pathway is not None and pathway.award is not None and progress.met and progress.on:
            yield Credit(progress.on, pathway.award.hours, "", of=key)

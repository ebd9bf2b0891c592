"""Hours of continuing education, from what the audience may see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from proofolio.core.model.district import District
from proofolio.core.model.log_entry import LogEntry
from proofolio.core.model.plan import RenewalPlan
from proofolio.core.model.progress import HoursTally, PathwayProgress
from proofolio.core.model.standing import Award
from proofolio.core.publishing import words


@dataclass(frozen=True, slots=True)
class Credit:
    """Clock hours of one day; ``category`` is "" for none. ``converts``: from a micro-credential."""

    on: date
    hours: float
    category: str
    converts: bool = False


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


def renewal(district: District, planned: RenewalPlan, given: Iterable[Credit]) -> tuple[str, ...]:
    """How far a licence's cycle is filled, in sentences; none when its profile is not known."""
    profile = district.renewals.get(planned.profile)
    if profile is None:
        return ()
    try:
        ends = profile.cycle.after(planned.cycle_start)
    except (OverflowError, ValueError):  # beyond the year 9999
        ends = date.max
    within = [each for each in given if planned.cycle_start <= each.on < ends]
    if profile.hours_per_micro_credential is not None:
        worth = profile.hours_per_micro_credential
        within = [Credit(each.on, worth, each.category) if each.converts else each for each in within]
    sums = tally(within)
    by_category = {key: hours for key, hours in sums.by_category.items() if key}
    lacking = profile.short_of(by_category, sums.by_category.get("", 0))
    told = [
        f"{profile.title}: {words.number(sums.total)} of {words.hours(profile.hours_at_least)} "
        f"in the cycle from {words.day(planned.cycle_start)} to {words.day(ends)}."
    ]
    for category, hours in lacking.items():
        told.append(f"Still to do: {words.hours(hours)} in {words.plain(category).lower() or 'all'}.")
    return tuple(told)


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
            yield Credit(award.on, found.hours, found.category or "", converts=True)
    for key, progress in pathways.items():
        pathway = district.pathways.get(key)
        if pathway is not None and pathway.award is not None and progress.met and progress.on:
            yield Credit(progress.on, pathway.award.hours, "")

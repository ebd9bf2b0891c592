"""Hours: the clock hours that a person has earned, each with its day and category."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from proofolio.core.awarding.catalogue import Catalogue
from proofolio.core.awarding.ledger import lasts
from proofolio.core.model.log_entry import LogEntry
from proofolio.core.model.progress import HoursEntry, HoursFor, HoursTally
from proofolio.core.model.standing import Award


@dataclass(frozen=True, slots=True)
class Credit:
    """Hours earned on one day. ``category`` is "" for none.

    ``name`` is what they were given for: an id, or a log entry's slug.
    """

    on: date
    hours: float
    category: str
    given_for: HoursFor = HoursFor.LOG
    name: str = ""

    @property
    def converts(self) -> bool:
        """Whether it is for a micro-credential, which a renewal profile may count anew."""
        return self.given_for is HoursFor.MICRO_CREDENTIAL


def earned_hours(
    awards: Iterable[Award],
    pathways: Mapping[str, date],
    log: Iterable[LogEntry],
    catalogue: Catalogue,
) -> tuple[Credit, ...]:
    """All hours of a person. They are history: what expires later keeps them.

    ``pathways`` are those that were ever finished, with the day.
    """
    found = []
    for each in awards:
        micro_credential = catalogue.of_micro_credential(each.micro_credential).micro_credential
        hours = micro_credential.hours if micro_credential else 0
        category = (micro_credential.category or "") if micro_credential else ""
        found.append(Credit(each.on, hours, category, HoursFor.MICRO_CREDENTIAL, each.micro_credential))
    for name, on in pathways.items():
        pathway = catalogue.district.pathways.get(name)
        if pathway and pathway.award:
            found.append(Credit(on, pathway.award.hours, "", HoursFor.PATHWAY, name))
    found.extend(Credit(each.on, each.hours, each.category or "", HoursFor.LOG, each.slug) for each in log)
    return tuple(sorted(found, key=lambda each: (each.on, each.given_for, each.name)))


def each_time(awards: Iterable[Award]) -> tuple[Award, ...]:
    """The awards of one micro-credential that gave hours: the first, and each that renewed it.

    What was awarded while another one held renewed nothing; the ledger's count before all others.
    """
    every = sorted(awards, key=lambda one: (not one.issued, one.on, one.submission or ""))
    alone = (
        each
        for at, each in enumerate(every)
        if all(lasts(known.until) < each.on or lasts(each.until) < known.on for known in every[:at])
    )
    return tuple(sorted(alone, key=lambda one: one.on))


def by_category(credited: Iterable[Credit]) -> dict[str, float]:
    """Hours by category; categories without hours are left out."""
    found: dict[str, list[float]] = {}
    for each in credited:
        if each.hours:
            found.setdefault(each.category, []).append(each.hours)
    return {category: round(math.fsum(found[category]), 2) for category in sorted(found)}


def tally(credited: Iterable[Credit]) -> HoursTally:
    """The sum of hours, in all and by category."""
    every = tuple(credited)
    entries = (HoursEntry(each.on, each.hours, each.category, each.given_for, each.name) for each in every)
    return HoursTally(
        round(math.fsum(each.hours for each in every), 2),
        by_category(every),
        tuple(each for each in entries if each.hours),
    )

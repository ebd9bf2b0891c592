"""The ledger of stipends: what is to be paid to whom, for what, since when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from proofolio.core.model.district import District
from proofolio.core.model.micro_credential import Stipend
from proofolio.core.model.progress import PersonProgress


@dataclass(frozen=True, slots=True)
class StipendLine:
    """Money for one award. ``payable`` is what is left of ``amount`` under the year's limit.

    ``kind`` is ``micro-credential`` or ``pathway``; ``credential`` is the signed document's address,
    empty while it is not issued; ``note`` says why something is not paid in full.
    """

    person: str
    name: str
    organization: str
    kind: str
    earned: str
    title: str
    on: date
    amount: float
    currency: str
    payable: float
    credential: str = ""
    note: str = ""


def stipends(
    district: District, progress: Mapping[str, PersonProgress], since: date | None, until: date | None
) -> tuple[StipendLine, ...]:
    """Every stipend of awards made in a window, both days included; by day, then by person.

    Each award pays once: a renewal or a correction brings nothing new, what was revoked nothing at all.
    The limit counts everything in its year, also what lies before the window.
    """
    every = (line for person in sorted(progress) for line in _lines(district, progress[person]))
    limited = _limited(district, sorted(every, key=lambda each: (each.on, each.person, each.earned)))
    return tuple(
        each
        for each in limited
        if (since is None or each.on >= since) and (until is None or each.on <= until)
    )


def totals(lines: tuple[StipendLine, ...]) -> dict[str, float]:
    """What is payable, by currency."""
    sums: dict[str, float] = {}
    for each in lines:
        sums[each.currency] = round(sums.get(each.currency, 0) + each.payable, 2)
    return dict(sorted(sums.items()))


def _lines(district: District, progress: PersonProgress) -> Iterator[StipendLine]:
    for key, award in progress.awards.items():
        asked = district.micro_credentials.get(key)
        if asked is not None and asked.stipend is not None:
            bare = _bare(district, progress.person, asked.stipend)
            yield from _earned(
                district, replace(bare, kind="micro-credential", earned=key, title=asked.title), award.on
            )
    for key, way in progress.pathways.items():
        given = district.pathways[key].award if key in district.pathways else None
        if given is not None and given.stipend is not None:
            bare = _bare(district, progress.person, given.stipend)
            yield from _earned(district, replace(bare, kind="pathway", earned=key, title=given.title), way.on)


def _bare(district: District, person: str, stipend: Stipend) -> StipendLine:
    known = district.people.get(person)
    organizations = district.issuer.organizations if district.issuer else {}
    belongs = known.organization if known else None
    where = organizations[belongs].name if belongs is not None and belongs in organizations else ""
    name = known.name if known else person
    return StipendLine(
        person, name, where, "", "", "", date.max, stipend.amount, stipend.currency, stipend.amount
    )


def _earned(district: District, line: StipendLine, decided: date | None) -> Iterator[StipendLine]:
    """The line with its day: that of the first credential which was not revoked, else of the decision."""
    ledger = district.portfolios[line.person].credentials.values()
    mine = [each for each in ledger if each.achievement == line.earned]
    standing = [each for each in mine if each.id not in district.revocations]
    if standing:
        first = min(standing, key=lambda each: (each.valid_from, each.source.file))
        yield replace(line, on=first.valid_from, credential=first.id)
    elif decided is not None and not mine:
        yield replace(line, on=decided, note="criteria met, credential not yet issued")


def _limited(district: District, lines: list[StipendLine]) -> Iterator[StipendLine]:
    limit = district.issuer.stipend_limit if district.issuer else None
    paid: dict[tuple[str, date], float] = {}
    for each in lines:
        if limit is None or each.currency != limit.at_most.currency:
            yield each
            continue
        year = each.person, limit.year_of(each.on)
        left = max(0.0, round(limit.at_most.amount - paid.get(year, 0.0), 2))
        payable = min(each.amount, left)
        paid[year] = paid.get(year, 0.0) + payable
        if payable < each.amount:
            said = f"limit of {limit.at_most.amount:g} {each.currency} for the year from {year[1]} reached"
            each = replace(each, payable=payable, note="; ".join(filter(None, (each.note, said))))
        yield each

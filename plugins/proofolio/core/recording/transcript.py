"""A transcript: what one person has earned, with hours and renewal, for somebody who asks for it on paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from proofolio.core.model import address
from proofolio.core.model.credential import Credential
from proofolio.core.model.did import did_of
from proofolio.core.model.district import District
from proofolio.core.model.progress import HoursEntry, HoursFor, PersonProgress


class Holds(StrEnum):
    """How a credential stands on the transcript's day."""

    VALID = "valid"
    EXPIRED = "expired"
    REVOKED = "revoked"
    NOT_ISSUED = "not-issued"


@dataclass(frozen=True, slots=True)
class CredentialLine:
    """Something earned. ``competency`` is the title of what it shows, empty for a pathway.

    ``address`` is where the signed document is; empty while there is none. ``why`` is the public reason
    of a revocation.
    """

    title: str
    competency: str
    kind: HoursFor
    on: date
    until: date | None
    holds: Holds
    address: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class HoursLine:
    """Clock hours of one day, with what gave them in words."""

    on: date
    title: str
    kind: HoursFor
    category: str
    hours: float


@dataclass(frozen=True, slots=True)
class RenewalLine:
    """How far one licence's cycle is filled; ``because`` says it in sentences."""

    title: str
    met: bool
    hours: float
    of: float
    ends: date
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Transcript:
    """One person's record as it was on ``today``. Hours are clock hours; ``verify`` is a web address."""

    person: str
    name: str
    organization: str
    issuer: str
    did: str
    site: str
    verify: str
    today: date
    since: date | None
    until: date | None
    credentials: tuple[CredentialLine, ...]
    hours: tuple[HoursLine, ...]
    total: float
    by_category: tuple[tuple[str, float], ...]
    renewal: tuple[RenewalLine, ...]


def transcript(
    district: District,
    progress: PersonProgress,
    today: date,
    since: date | None = None,
    until: date | None = None,
) -> Transcript:
    """The transcript of a person, oldest first. ``since`` and ``until`` (both included) bound what was
    earned; renewal is always told for its whole cycle.
    """

    def within(day: date) -> bool:
        return (since is None or day >= since) and (until is None or day <= until)

    known, issuer = district.people.get(progress.person), district.issuer
    organizations = issuer.organizations if issuer else {}
    belongs = (known.organization if known else None) or ""
    entries = [each for each in progress.hours.entries if within(each.on)]
    sums: dict[str, float] = {}
    for each in entries:
        sums[each.category] = round(sums.get(each.category, 0) + each.hours, 2)
    credentials = (each for each in _credentials(district, progress, today) if within(each.on))
    site = issuer.url.rstrip("/") if issuer else ""
    return Transcript(
        person=progress.person,
        name=district.name_of(progress.person),
        organization=organizations[belongs].name if belongs in organizations else "",
        issuer=issuer.name if issuer else "",
        did=did_of(site) if site else "",
        site=site,
        verify=address.on_web(site, address.VERIFY) if site else "",
        today=today,
        since=since,
        until=until,
        credentials=tuple(sorted(credentials, key=lambda each: (each.on, each.title))),
        hours=tuple(_hours(district, progress.person, each) for each in entries),
        total=round(sum(each.hours for each in entries), 2),
        by_category=tuple(sorted(sums.items())),
        renewal=tuple(_renewal(district, progress)),
    )


def _credentials(district: District, progress: PersonProgress, today: date) -> Iterator[CredentialLine]:
    ledger = district.portfolios[progress.person].credentials.values()
    latest: dict[str, Credential] = {}
    for each in sorted(ledger, key=lambda one: one.valid_from):
        latest[each.id] = each  # of those with one id, the newest counts
    for credential in latest.values():
        kind = HoursFor.PATHWAY if credential.achievement in district.pathways else HoursFor.MICRO_CREDENTIAL
        over = credential.valid_until is not None and credential.valid_until < today
        revocation = district.revocations.get(credential.id)
        yield CredentialLine(
            credential.name,
            _competency(district, credential.achievement),
            kind,
            credential.valid_from,
            credential.valid_until,
            Holds.REVOKED if revocation else Holds.EXPIRED if over else Holds.VALID,
            credential.id,
            revocation.reason if revocation else "",
        )
    held = {each.achievement for each in latest.values()}
    for key, award in progress.awards.items():
        if not award.issued and key not in held and key in district.micro_credentials:
            title = district.micro_credentials[key].title
            shows = _competency(district, key)
            yield CredentialLine(
                title, shows, HoursFor.MICRO_CREDENTIAL, award.on, award.until, Holds.NOT_ISSUED
            )
    for key, way in progress.pathways.items():
        given = district.pathways[key].award if key in district.pathways else None
        if way.met and way.on and given is not None and key not in held:
            yield CredentialLine(given.title, "", HoursFor.PATHWAY, way.on, None, Holds.NOT_ISSUED)


def _competency(district: District, achievement: str) -> str:
    asked = district.micro_credentials.get(achievement)
    found = district.competency_of(asked) if asked else None
    return found.title if found else ""


def _hours(district: District, person: str, entry: HoursEntry) -> HoursLine:
    title = entry.name
    if entry.given_for is HoursFor.MICRO_CREDENTIAL and entry.name in district.micro_credentials:
        title = district.micro_credentials[entry.name].title
    elif entry.given_for is HoursFor.PATHWAY and entry.name in district.pathways:
        title = district.pathways[entry.name].title
    elif entry.given_for is HoursFor.LOG:
        log = district.portfolios[person].log
        title = next((each.title for each in log if (each.slug, each.on) == (entry.name, entry.on)), title)
    return HoursLine(entry.on, title, entry.given_for, entry.category, entry.hours)


def _renewal(district: District, progress: PersonProgress) -> Iterator[RenewalLine]:
    for key, each in progress.renewal.items():
        title = district.renewals[key].title if key in district.renewals else key
        yield RenewalLine(title, each.met, each.hours, each.of, each.ends, each.because)

"""The roster: who belongs where, who coaches whom, and whose folder is whose."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from proofolio.core.checking.cycle import closing, cycles
from proofolio.core.checking.misnamed import misnamed, told_once
from proofolio.core.checking.reference import check_name, check_person_name, excused
from proofolio.core.diagnostics.finding import PORTFOLIOS, Finding, Related
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules.people import (
    DUPLICATE_ACCOUNT,
    NOT_A_COACH,
    ORGANIZATION_CYCLE,
    OWN_COACH,
    PERSON_NOT_ON_ROSTER,
)
from proofolio.core.diagnostics.rules.reference import UNKNOWN_ORGANIZATION
from proofolio.core.diagnostics.suggestion import did_you_mean
from proofolio.core.model.district import District
from proofolio.core.model.issuer import Issuer
from proofolio.core.model.person import Person, Role
from proofolio.core.model.portfolio import Portfolio


def check_roster(district: District) -> Iterator[Finding]:
    """The organisations, everybody on the roster, and every portfolio's owner."""
    if district.issuer is not None:
        yield from _check_organizations(district, district.issuer)
    for person in district.people.values():
        yield from _check_organization(district, person)
        yield from _check_coach(district, person)
    yield from _check_accounts(district)
    for portfolio in district.portfolios.values():
        yield from _check_owner(district, portfolio)


def _check_organizations(district: District, issuer: Issuer) -> Iterator[Finding]:
    known = issuer.organizations
    within = {each.id: each.within for each in known.values() if each.within is not None}
    for name, outer in within.items():
        where = issuer.source.down("organizations", name, "within")
        yield from check_name(district, UNKNOWN_ORGANIZATION, "organization", outer, known, where)
    given = {name: issuer.source.down("organizations").key(name) for name in known}
    whole = issuer.source.key("organizations")
    yield from told_once(UNKNOWN_ORGANIZATION, "organisation", given, _memberships(district), whole)
    for found in cycles({name: (outer,) for name, outer in within.items()}):
        steps = [(name, issuer.source.down("organizations", name, "within")) for name in found]
        yield closing(ORGANIZATION_CYCLE, "lie within one another", steps)


def _check_organization(district: District, person: Person) -> Iterator[Finding]:
    # Without the issuer's file nothing is known of organisations; that file has its own finding.
    if person.organization is not None and district.issuer is not None:
        known = district.issuer.organizations
        if _is_told(district, person.organization, known):
            return  # told once, with the organisations
        where = person.source.down("organization")
        yield from check_name(
            district, UNKNOWN_ORGANIZATION, "organization", person.organization, known, where
        )


def _is_told(district: District, name: str, known: Collection[str]) -> bool:
    return name not in known and name in misnamed(known, _memberships(district))


def _memberships(district: District) -> list[str]:
    return [each.organization for each in district.people.values() if each.organization is not None]


def _check_coach(district: District, person: Person) -> Iterator[Finding]:
    if person.coach is None:
        return
    where = person.source.down("coach")
    coach = district.people.get(person.coach)
    if coach is None:
        yield from check_person_name(district, person.coach, where)
    elif coach.id == person.id:
        yield Finding(OWN_COACH, f"{person.name} is named as their own coach", where)
    elif Role.COACH not in coach.roles:
        message = f"{coach.name} does not have the role coach"
        related = (Related(coach.source.down("roles"), "the roles on the roster"),)
        hint = f"add coach to the roles of '{coach.id}', or name somebody else"
        yield Finding(NOT_A_COACH, message, where, hint, related)


def _check_accounts(district: District) -> Iterator[Finding]:
    first: dict[str, Person] = {}
    for person in district.people.values():
        if person.github is None:
            continue
        other = first.setdefault(person.github.casefold(), person)
        if other is not person:
            message = f"the account '{person.github}' also belongs to {other.name}"
            related = (Related(other.source.down("github"), f"used by '{other.id}' here"),)
            yield Finding(DUPLICATE_ACCOUNT, message, person.source.down("github"), related=related)


def _check_owner(district: District, portfolio: Portfolio) -> Iterator[Finding]:
    if portfolio.person not in district.people and not excused(district, "person", portfolio.person):
        message = f"nobody on the roster has the id '{portfolio.person}'"
        near = did_you_mean(portfolio.person, district.people)
        hint = near or f"add '{portfolio.person}' to {PORTFOLIOS}/roster.yml"
        yield Finding(PERSON_NOT_ON_ROSTER, message, _first_file(portfolio), hint)


def _first_file(portfolio: Portfolio) -> Pointer:
    """The profile's file, or the first one there is."""
    folder = f"{PORTFOLIOS}/{portfolio.person}"
    files = [
        *portfolio.broken,
        *(each.source.file for each in portfolio.submissions.values()),
        *(each.source.file for each in portfolio.self_assessments),
        *(each.source.file for each in portfolio.log),
        *(each.source.file for each in portfolio.credentials.values()),
    ]
    if portfolio.profile is not None:
        return Pointer(portfolio.profile.source.file)
    own = f"{folder}/index.md"
    return Pointer(own if own in files else min(files, default=folder))

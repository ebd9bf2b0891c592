"""The credential: an Open Badges 3.0 document that waits for its signature."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from proofolio.core.issuing.contexts import OB, OB_EXTENSIONS, OB_SCHEMA, SCHEMA_TYPE, VC
from proofolio.core.issuing.due import Due, held_credentials
from proofolio.core.issuing.evidence import credentials_counted, work_reviewed
from proofolio.core.issuing.naming import credential_at
from proofolio.core.issuing.subject import micro_credential_subject, pathway_subject
from proofolio.core.issuing.tidy import tidy
from proofolio.core.issuing.wording import last_moment, midnight
from proofolio.core.model.address import STATUS_LIST, on_web
from proofolio.core.model.did import did_of
from proofolio.core.model.district import District
from proofolio.core.model.history import History
from proofolio.core.model.issuer import Issuer
from proofolio.core.model.progress import PersonProgress
from proofolio.core.model.status_list import allocate

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Desk:
    """What credentials are made from: the district at one commit, and what is decided there."""

    district: District
    progress: Mapping[str, PersonProgress]
    history: History
    today: date


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why a credential cannot be made, in words."""

    why: str


def unsigned(desk: Desk, each: Due) -> Json | Obstacle:
    """The document of something due, without status entry and proof."""
    issuer = desk.district.issuer
    if each.why_not is not None or issuer is None:
        return Obstacle(each.why_not or "there is no issuer")
    parts = _pathway(desk, issuer, each) if each.is_pathway else _micro_credential(desk, issuer, each)
    if isinstance(parts, Obstacle):
        return parts
    subject, evidence = parts
    achievement = subject["achievement"]
    names = list(_ids(achievement))
    if len(set(names)) < len(names):
        return Obstacle("two of its criteria or levels would have the same address; give one another id")
    made: Json = tidy(
        {
            "@context": [VC, OB, OB_EXTENSIONS],
            "id": credential_at(issuer.url, each.person, each.name),
            "type": ["VerifiableCredential", "OpenBadgeCredential"],
            "name": achievement["name"],
            "description": achievement["description"],
            "issuer": profile(issuer),
            "validFrom": midnight(each.on),
            "awardedDate": midnight(each.on),
            "validUntil": last_moment(each.until) if each.until else None,
            "credentialSubject": subject,
            "evidence": evidence,
            "credentialSchema": [{"id": OB_SCHEMA, "type": SCHEMA_TYPE}],
        }
    )
    return made


def with_status(document: Json, site: str, taken: frozenset[int]) -> Json:
    """The document with a bit of its own in the status list. ``taken``: every bit that is another's."""
    index = allocate(document["id"], taken)
    address = on_web(site, STATUS_LIST)
    entry = {
        "id": f"{address}#{index}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": str(index),
        "statusListCredential": address,
    }
    return {**document, "credentialStatus": entry}


def taken_indices(district: District) -> frozenset[int]:
    """Every bit that a credential of the ledger has."""
    found = (
        each.status_index
        for portfolio in district.portfolios.values()
        for each in portfolio.credentials.values()
    )
    return frozenset(each for each in found if each is not None)


def profile(issuer: Issuer) -> Json:
    """The issuer (Open Badges 3.0, ``Profile``)."""
    return {"id": did_of(issuer.url), "type": ["Profile"], "name": issuer.name, "url": issuer.url}


def _micro_credential(desk: Desk, issuer: Issuer, each: Due) -> tuple[Json, list[Json]] | Obstacle:
    district, decisions = desk.district, desk.progress[each.person].decisions
    submission = district.submission((each.person, each.submission or ""))
    asked = district.micro_credentials.get(each.achievement)
    competency = district.competency_of(asked) if asked else None
    framework = district.frameworks.get(competency.framework) if competency else None
    if submission is None or asked is None or competency is None or framework is None:
        return Obstacle("its definition or its evidence is not there any more")
    decision = decisions[submission.slug]
    subject = micro_credential_subject(
        district, issuer, each, asked, competency, framework, submission, decision
    )
    return subject, [work_reviewed(district, issuer.url, submission, desk.history)]


def _pathway(desk: Desk, issuer: Issuer, each: Due) -> tuple[Json, list[Json]] | Obstacle:
    pathway = desk.district.pathways.get(each.achievement)
    if pathway is None or pathway.award is None:
        return Obstacle("the pathway has no award any more")
    reached = desk.progress[each.person].pathways[pathway.id]
    held = held_credentials(desk.district, each.person, desk.today)
    portfolio = desk.district.portfolios[each.person]
    evidence = list(credentials_counted(portfolio, desk.district, reached.have, held))
    return pathway_subject(desk.district, issuer, each, pathway, pathway.award, reached), evidence


def _ids(achievement: Json) -> Iterator[str]:
    """The addresses of all that an achievement describes beside itself."""
    yield achievement["criteria"]["id"]
    for described in achievement["resultDescription"]:
        yield described["id"]
        for level in described.get("rubricCriterionLevel", ()):
            yield level["id"]

"""Credentials for the small district, as documents whose proof is taken to hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from tests.core.publishing.builders import TODAY, district
from tests.core.publishing.laid_out import laid_out

from proofolio.core.awarding.decide import decide
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.credential import Credential
from proofolio.core.model.did import IssuerKey, IssuerKeys
from proofolio.core.model.district import District
from proofolio.core.model.history import History
from proofolio.core.model.portfolio import Portfolio
from proofolio.core.model.revocation import Revocation
from proofolio.core.publishing.page import Audience, SitePlan

SITE = "https://valley.example.org"
DID = "did:web:valley.example.org:issuer"
KEY, OLD_KEY = "z6MkNew", "z6MkOld"
KEYS = IssuerKeys(DID, (IssuerKey(OLD_KEY), IssuerKey(KEY)), Pointer("competencies/issuer/did.json"))
DIGEST = "sha256:" + "ab" * 32
LEVELS = ("emerging", "developing", "proficient", "exemplary")
Json = dict[str, Any]


def criterion(page: str, name: str, title: str, descriptors: Iterable[str] = LEVELS) -> Json:
    return {
        "id": f"{page}#{name}",
        "type": ["ResultDescription"],
        "name": title,
        "resultType": "RubricCriterionLevel",
        "requiredLevel": f"{page}#{name}-proficient",
        "rubricCriterionLevel": [
            {"id": f"{page}#{name}-{level}", "name": level.capitalize(), "description": descriptor}
            for level, descriptor in zip(LEVELS, descriptors, strict=True)
        ],
    }


def document(who: str, name: str, /, *evidence: Json, key: str = KEY, **more: Any) -> Json:
    """A document as the product writes it, with two criteria and hours; ``more`` replaces members."""
    achievement = name.partition(".")[0]
    page = f"{SITE}/competencies/micro-credentials/{achievement}/"
    made = {
        "id": f"{SITE}/portfolios/{who}/credentials/{name}.json",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": f"Title of {achievement}",
        "issuer": {"id": DID, "type": ["Profile"], "name": "The Valley"},
        "validFrom": "2026-11-03T00:00:00Z",
        "awardedDate": "2026-11-03T00:00:00Z",
        "credentialSubject": {
            "id": f"{SITE}/portfolios/{who}/",
            "identifier": [
                {"identityType": "name", "hashed": False, "identityHash": f"{who.capitalize()} Example"}
            ],
            "source": {"id": f"{SITE}/portfolios/rosa/", "name": "Rosa Example"},
            "achievement": {
                "id": page,
                "name": f"Title of {achievement}",
                "description": "What it is.",
                "criteria": {"id": f"{page}#criteria", "narrative": "Do *this*."},
                "alignment": [{"targetName": "Mastery", "targetUrl": f"{SITE}/x/", "targetType": "CFItem"}],
                "resultDescription": [
                    criterion(page, "pace", "Pace"),
                    {"id": f"{page}#hours", "name": "Clock hours", "resultType": "Result"},
                ],
            },
            "result": [
                {"resultDescription": f"{page}#pace", "achievedLevel": f"{page}#pace-exemplary"},
                {"resultDescription": f"{page}#hours", "value": "15"},
            ],
        },
        "evidence": list(evidence),
        "proof": [
            {"verificationMethod": f"{DID}#{key}", "created": "2026-11-03T00:00:00Z", "proofValue": "z1"}
        ],
    }
    return {**made, **more}


def work(who: str, slug: str, title: str = "The work") -> Json:
    return {
        "id": f"{SITE}/portfolios/{who}/{slug}/",
        "type": ["Evidence"],
        "name": title,
        "narrative": f"Reviewed as {DIGEST} at commit {'c' * 40}.",
    }


def kept() -> Json:
    return {"type": ["Evidence"], "narrative": f"Reviewed in the issuer's repository. Reviewed as {DIGEST}."}


def credential(given: Json, file: str | None = None) -> Credential:
    """The model of a document; ``file`` is its file's name when that is not its address's."""
    steps = given["id"].removeprefix(f"{SITE}/portfolios/").split("/")
    who, name = steps[0], file or steps[-1].removesuffix(".json")

    def day(key: str) -> date | None:
        return date.fromisoformat(given[key][:10]) if given.get(key) else None

    return Credential(
        person=who,
        achievement=name.partition(".")[0],
        id=given["id"],
        name=given["name"],
        valid_from=day("validFrom") or TODAY,
        valid_until=day("validUntil"),
        signed=True,
        source=Pointer(f"portfolios/{who}/credentials/{name}.json"),
        document=given,
        awarded_on=day("awardedDate"),
    )


def with_ledger(given: Portfolio, *credentials: Credential) -> Portfolio:
    return replace(given, credentials={each.file_name: each for each in credentials})


def world(*portfolios: Portfolio, revoked: Iterable[tuple[str, str]] = (), **changes: Any) -> District:
    """A district with keys. ``revoked``: id and reason."""
    revocations = {
        each: Revocation(each, date(2026, 11, 10), reason, Pointer("competencies/issuer/revocations/x.yml"))
        for each, reason in revoked
    }
    return district(*portfolios, keys=KEYS, revocations=revocations, **changes)


def site(
    given: District, audience: Audience = Audience.PUBLIC, today: date = TODAY, more: Json | None = None
) -> SitePlan:
    """The plan when every proof holds; ``more`` are further signed files by path."""
    proven = {
        each.source.file: each.document
        for portfolio in given.portfolios.values()
        for each in portfolio.credentials.values()
    }
    return laid_out(
        given, decide(given, {}, today), History(), audience, (), today, proven={**proven, **(more or {})}
    )

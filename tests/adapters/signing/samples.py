"""A badge as Proofolio issues them, a status list and a learner record, for the tests of signing."""

from __future__ import annotations

from typing import Any

from proofolio.adapters.signing.contexts import (
    CLR_2,
    CREDENTIALS_V2,
    OPEN_BADGES_3,
    OPEN_BADGES_EXTENSIONS,
)
from proofolio.adapters.signing.key import SigningKey
from proofolio.core.model.status_list import encode

SITE = "https://badges.example.org/valley"
DID = "did:web:badges.example.org:valley:issuer"
CREATED = "2026-11-20T00:00:00Z"
SEED = bytes(range(32))


def key(seed: bytes = SEED) -> SigningKey:
    return SigningKey.from_seed(seed)


def method(signing: SigningKey) -> str:
    return f"{DID}#{signing.multibase}"


def keys(*signing: SigningKey) -> dict[str, str]:
    return {method(each): each.multibase for each in signing or (key(),)}


def issuer() -> dict[str, Any]:
    return {"id": DID, "type": ["Profile"], "name": "Valley Schools", "url": SITE}


def badge(name: str = "pace-a-unit") -> dict[str, Any]:
    about = f"{SITE}/competencies/micro-credentials/{name}/"
    credential = f"{SITE}/portfolios/amina-yusuf/credentials/{name}"
    levels = ("developing", "proficient")
    described = [
        {
            "id": f"{about}#{criterion}",
            "type": ["ResultDescription"],
            "name": criterion.capitalize(),
            "resultType": "RubricCriterionLevel",
            "requiredLevel": f"{about}#{criterion}-proficient",
            "rubricCriterionLevel": [
                {
                    "id": f"{about}#{criterion}-{level}",
                    "type": ["RubricCriterionLevel"],
                    "name": level.capitalize(),
                    "description": f"What {level} looks like: “{criterion}” – ½ of it",
                    "level": str(number),
                    "points": f"{number}.0",
                }
                for number, level in enumerate(levels, 1)
            ],
        }
        for criterion in ("pacing", "units")
    ]
    hours = {
        "id": f"{about}#hours",
        "type": ["ResultDescription"],
        "name": "Clock hours",
        "resultType": "Result",
        "requiredValue": "15",
    }
    return {
        "@context": [CREDENTIALS_V2, OPEN_BADGES_3, OPEN_BADGES_EXTENSIONS],
        "id": f"{credential}.json",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": "Pace a unit for mastery",
        "description": "Sets the pace of a unit by what learners show.",
        "image": {"id": f"{credential}.png", "type": "Image"},
        "issuer": issuer(),
        "validFrom": "2026-11-20T00:00:00Z",
        "validUntil": "2029-11-20T00:00:00Z",
        "awardedDate": "2026-11-20T00:00:00Z",
        "credentialSubject": {
            "id": f"{SITE}/portfolios/amina-yusuf/",
            "type": ["AchievementSubject"],
            "identifier": [
                {
                    "type": "IdentityObject",
                    "hashed": False,
                    "identityHash": "Amina Yusuf",
                    "identityType": "name",
                },
                {
                    "type": "IdentityObject",
                    "hashed": True,
                    "identityHash": f"sha256${'ab' * 32}",
                    "identityType": "emailAddress",
                    "salt": "0123456789abcdef",
                },
            ],
            "creditsEarned": 1.5,
            "activityEndDate": "2026-11-19",
            "source": {
                "id": f"{SITE}/portfolios/rosa-diaz/",
                "type": ["Profile"],
                "name": "Rosa Díaz",
            },
            "achievement": {
                "id": about,
                "type": ["Achievement"],
                "achievementType": "MicroCredential",
                "name": "Pace a unit for mastery",
                "description": "Sets the pace of a unit by what learners show.",
                "criteria": {"id": f"{about}#criteria", "narrative": "Meet each criterion at *Proficient*."},
                "image": {
                    "id": f"{SITE}/badges/{name}.svg",
                    "type": "Image",
                    "caption": "A hexagon with a clock",
                },
                "creditsAvailable": 1.5,
                "tag": ["mathematics", "pacing"],
                "version": "2026.1",
                "inLanguage": "en",
                "alignment": [
                    {
                        "type": ["Alignment"],
                        "targetName": "Use a mastery approach",
                        "targetUrl": f"{SITE}/competencies/frameworks/foundational/mastery-approach/",
                        "targetFramework": "Foundational",
                        "targetType": "CFItem",
                    }
                ],
                "resultDescription": [*described, hours],
            },
            "result": [
                *(
                    {
                        "type": ["Result"],
                        "resultDescription": f"{about}#{criterion}",
                        "achievedLevel": f"{about}#{criterion}-proficient",
                    }
                    for criterion in ("pacing", "units")
                ),
                {"type": ["Result"], "resultDescription": f"{about}#hours", "value": "15"},
            ],
        },
        "evidence": [
            {
                "id": f"{SITE}/portfolios/amina-yusuf/menu-maths/",
                "type": ["Evidence"],
                "name": "Menu maths",
                "narrative": f"Reviewed as sha256:{'cd' * 32} at commit {'ef' * 20}.",
            }
        ],
        "credentialSchema": [
            {
                "id": "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json",
                "type": "1EdTechJsonSchemaValidator2019",
            }
        ],
        "credentialStatus": {
            "id": f"{SITE}/issuer/revocations.json#4711",
            "type": "BitstringStatusListEntry",
            "statusPurpose": "revocation",
            "statusListIndex": "4711",
            "statusListCredential": f"{SITE}/issuer/revocations.json",
        },
    }


def status_list() -> dict[str, Any]:
    return {
        "@context": [CREDENTIALS_V2],
        "id": f"{SITE}/issuer/revocations.json",
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": DID,
        "validFrom": "2026-11-20T00:00:00Z",
        "credentialSubject": {
            "id": f"{SITE}/issuer/revocations.json#list",
            "type": "BitstringStatusList",
            "statusPurpose": "revocation",
            "encodedList": encode([4711]),
        },
    }


def learner_record(*credentials: dict[str, Any]) -> dict[str, Any]:
    return {
        "@context": [CREDENTIALS_V2, CLR_2, OPEN_BADGES_3],
        "id": f"{SITE}/portfolios/amina-yusuf/credentials/record.clr.json",
        "type": ["VerifiableCredential", "ClrCredential"],
        "name": "Learner record of Amina Yusuf",
        "issuer": issuer(),
        "validFrom": "2026-11-21T00:00:00Z",
        "credentialSubject": {
            "id": f"{SITE}/portfolios/amina-yusuf/",
            "type": ["ClrSubject"],
            "verifiableCredential": list(credentials),
        },
    }

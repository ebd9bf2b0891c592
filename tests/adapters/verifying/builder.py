"""A small issuer with keys that only live here, and documents of its making."""

from __future__ import annotations

import copy
import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from proofolio.adapters.signing.key import SigningKey
from proofolio.adapters.signing.proof import signed
from proofolio.adapters.verifying.verify import verify_document
from proofolio.adapters.verifying.world import Sources
from proofolio.core.model.status_list import encode
from proofolio.core.verifying.check import State
from proofolio.core.verifying.contexts import CLR_2, CREDENTIALS_2, EXTENSIONS, OPEN_BADGES_3
from proofolio.core.verifying.verification import Verification
from proofolio.core.verifying.world import NOTHING_SAID, Expectation, Fetched, Reach

Json = dict[str, Any]

SITE = "https://hill.example.org/pd"
DID = "did:web:hill.example.org:pd:issuer"
KEY = SigningKey.from_seed(bytes(range(32)))
OTHER_KEY = SigningKey.from_seed(bytes(range(1, 33)))
METHOD = f"{DID}#{KEY.multibase}"
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
LIST = f"{SITE}/issuer/revocations.json"
DID_ADDRESS = f"{SITE}/issuer/did.json"
PERSON = f"{SITE}/portfolios/ada-okoro/"
BADGE = f"{SITE}/portfolios/ada-okoro/credentials/strong-start.json"
RECORD = f"{SITE}/portfolios/ada-okoro/credentials/record.clr.json"
WORK = f"{SITE}/portfolios/ada-okoro/first-week/"
PAGE = f"{SITE}/competencies/micro-credentials/strong-start/"
DIGEST = "sha256:" + "ab" * 32
COMMIT = "cd" * 20
EMAIL, SALT = "ada@hill.example.org", "0123456789abcdef"
INDEX = 4711


def did_document(did: str = DID, *keys: SigningKey) -> Json:
    listed = [
        {
            "id": f"{did}#{each.multibase}",
            "type": "Multikey",
            "controller": did,
            "publicKeyMultibase": each.multibase,
        }
        for each in keys or (KEY,)
    ]
    contexts = ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"]
    return {
        "@context": contexts,
        "id": did,
        "verificationMethod": listed,
        "assertionMethod": [each["id"] for each in listed],
    }


def level(name: str, number: int) -> Json:
    return {
        "id": f"{PAGE}#planning-{name}",
        "type": ["RubricCriterionLevel"],
        "name": name.title(),
        "level": str(number),
        "description": f"Plans like somebody {name}.",
    }


def badge() -> Json:
    """An unsigned badge with one of everything."""
    return {
        "@context": [CREDENTIALS_2, OPEN_BADGES_3, EXTENSIONS],
        "id": BADGE,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": "A strong start",
        "description": "The first week, planned with learners.",
        "issuer": {"id": DID, "type": ["Profile"], "name": "Hill Schools", "url": SITE},
        "validFrom": "2026-03-01T00:00:00Z",
        "validUntil": "2029-03-01T00:00:00Z",
        "awardedDate": "2026-03-01T00:00:00Z",
        "credentialSubject": {
            "id": PERSON,
            "type": ["AchievementSubject"],
            "identifier": [
                {
                    "type": "IdentityObject",
                    "hashed": False,
                    "identityHash": "Ada Okoro",
                    "identityType": "name",
                },
                {
                    "type": "IdentityObject",
                    "hashed": True,
                    "identityHash": "sha256$" + hashlib.sha256((EMAIL + SALT).encode()).hexdigest(),
                    "identityType": "emailAddress",
                    "salt": SALT,
                },
            ],
            "source": {"id": f"{SITE}/portfolios/ben-hale/", "type": ["Profile"], "name": "Ben Hale"},
            "creditsEarned": 1.5,
            "achievement": {
                "id": PAGE,
                "type": ["Achievement"],
                "achievementType": "MicroCredential",
                "name": "A strong start",
                "description": "Plans the first week with learners.",
                "criteria": {"id": f"{PAGE}#criteria", "narrative": "Plan it, try it, look back."},
                "image": {"id": f"{PAGE}badge.png", "type": "Image", "caption": "A rising sun"},
                "tag": ["planning", "learners"],
                "alignment": [
                    {
                        "type": ["Alignment"],
                        "targetName": "Plan with learners",
                        "targetUrl": f"{SITE}/competencies/frameworks/hill/planning/",
                        "targetFramework": "Hill framework",
                        "targetType": "CFItem",
                    }
                ],
                "resultDescription": [
                    {
                        "id": f"{PAGE}#planning",
                        "type": ["ResultDescription"],
                        "name": "Planning",
                        "resultType": "RubricCriterionLevel",
                        "requiredLevel": f"{PAGE}#planning-proficient",
                        "rubricCriterionLevel": [
                            level("emerging", 1),
                            level("proficient", 2),
                            level("exemplary", 3),
                        ],
                    },
                    {
                        "id": f"{PAGE}#hours",
                        "type": ["ResultDescription"],
                        "name": "Clock hours",
                        "resultType": "Result",
                        "requiredValue": "15",
                    },
                ],
            },
            "result": [
                {
                    "type": ["Result"],
                    "resultDescription": f"{PAGE}#planning",
                    "achievedLevel": f"{PAGE}#planning-exemplary",
                },
                {"type": ["Result"], "resultDescription": f"{PAGE}#hours", "value": "15"},
            ],
        },
        "evidence": [
            {
                "id": WORK,
                "type": ["Evidence"],
                "name": "My first week",
                "narrative": f"Reviewed as {DIGEST} at commit {COMMIT}.",
            }
        ],
        "credentialSchema": [
            {
                "id": "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json",
                "type": "1EdTechJsonSchemaValidator2019",
            }
        ],
        "credentialStatus": {
            "id": f"{LIST}#{INDEX}",
            "type": "BitstringStatusListEntry",
            "statusPurpose": "revocation",
            "statusListIndex": str(INDEX),
            "statusListCredential": LIST,
        },
    }


def status_list(*revoked: int) -> Json:
    return {
        "@context": [CREDENTIALS_2],
        "id": LIST,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": DID,
        "validFrom": "2026-03-01T00:00:00Z",
        "credentialSubject": {
            "id": f"{LIST}#list",
            "type": "BitstringStatusList",
            "statusPurpose": "revocation",
            "encodedList": encode(revoked),
        },
    }


def record(*badges: Json) -> Json:
    return {
        "@context": [CREDENTIALS_2, CLR_2, OPEN_BADGES_3, EXTENSIONS],
        "id": RECORD,
        "type": ["VerifiableCredential", "ClrCredential"],
        "name": "Learning record of Ada Okoro",
        "issuer": {"id": DID, "type": ["Profile"], "name": "Hill Schools", "url": SITE},
        "validFrom": "2026-03-01T00:00:00Z",
        "credentialSubject": {
            "id": PERSON,
            "type": ["ClrSubject"],
            "verifiableCredential": list(badges),
        },
        "credentialSchema": [
            {
                "id": "https://purl.imsglobal.org/spec/clr/v2p0/schema/json/clr_v2p0_clrcredential_schema.json",
                "type": "1EdTechJsonSchemaValidator2019",
            }
        ],
    }


def sign(document: Json, key: SigningKey = KEY, method: str = METHOD) -> Json:
    return signed(document, key, method, "2026-03-01T00:00:00Z")


def changed(document: Json, *path: str | int, to: Any) -> Json:
    """A copy with one member altered, or added."""
    result = copy.deepcopy(document)
    place: Any = result
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = to
    return result


SIGNED = sign(badge())
SIGNED_LIST = sign(status_list())


@dataclass
class Shelf:
    """A source with documents by their address; what is not there is absent."""

    documents: Json = field(
        default_factory=lambda: {
            DID_ADDRESS: did_document(),
            LIST: SIGNED_LIST,
            BADGE: SIGNED,
            f"{WORK}evidence.json": {"digest": DIGEST, "micro_credential": "strong-start", "commit": COMMIT},
        }
    )
    revoked: dict[str, str] = field(default_factory=dict)
    works: frozenset[str] = frozenset()

    def fetch(self, address: str) -> Fetched | None:
        if not address.startswith("https://hill.example.org/"):
            return None
        if address in self.documents:
            return Fetched(Reach.THERE, self.documents[address])
        return Fetched(Reach.ABSENT)

    def reviewed_work(self, subject: str, digest: str) -> bool | None:
        return digest in self.works if subject == PERSON else None

    def revocation(self, credential: str) -> str | None:
        return self.revoked.get(credential)


def world(more: Json | None = None, now: datetime = NOW, home: str | None = DID, **shelf: Any) -> Sources:
    """A world in which everything is as it should be, but for ``more``."""
    filled = Shelf(**shelf)
    filled.documents = {**filled.documents, **(more or {})}
    filled.documents = {name: each for name, each in filled.documents.items() if each is not None}
    return Sources(now, (filled,), home)


def look(document: object, expected: Expectation = NOTHING_SAID, **elsewhere: Any) -> Verification:
    return verify_document(document, world(**elsewhere), expected)


def states(found: Verification) -> dict[str, str]:
    return {each.name.value: found.state(each.name).value for each in found.checks}  # type: ignore[union-attr]


def failing(found: Verification) -> set[str]:
    return {name for name, state in states(found).items() if state == State.FAILS}

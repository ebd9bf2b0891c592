"""An issuer in memory: its key, what it publishes about itself, and badges that it signed."""

from __future__ import annotations

import hashlib
import json
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from proofolio.adapters.signing.key import SigningKey
from proofolio.adapters.signing.proof import signed
from proofolio.core.model.status_list import encode

Json = dict[str, Any]

SITE = "https://cedar-valley.example.org"
DID = "did:web:cedar-valley.example.org:issuer"
LIST = f"{SITE}/issuer/revocations.json"
PERSON = f"{SITE}/portfolios/amina-yusuf/"
EVIDENCE = f"{PERSON}menu-maths/"
DIGEST = "sha256:" + "5a" * 32
EMAIL, SALT = "amina@example.org", "00112233445566778899aabbccddeeff"
INDEX = 4711

VC = "https://www.w3.org/ns/credentials/v2"
OB = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
EXTENSIONS = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"
CLR = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"
SCHEMAS = "https://purl.imsglobal.org/spec"


@dataclass
class Organisation:
    """Somebody who signs. ``key`` is made from the seed, so that runs are alike."""

    seed: int = 7
    did: str = DID
    key: SigningKey = field(init=False)

    def __post_init__(self) -> None:
        self.key = SigningKey.from_seed(bytes([self.seed]) * 32)

    @property
    def method(self) -> str:
        """The key's absolute id."""
        return f"{self.did}#{self.key.multibase}"

    def document(self) -> Json:
        """``did.json``."""
        method = {
            "id": self.method,
            "type": "Multikey",
            "controller": self.did,
            "publicKeyMultibase": self.key.multibase,
        }
        return {
            "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
            "id": self.did,
            "verificationMethod": [method],
            "assertionMethod": [self.method],
        }

    def sign(self, document: Json, created: str = "2026-10-30T00:00:00Z") -> Json:
        """The document with this organisation's proof."""
        return signed(document, self.key, self.method, created)

    def revocations(self, *indices: int, **changes: Any) -> Json:
        """The signed status list with these bits set."""
        made = {
            "@context": [VC],
            "id": LIST,
            "type": ["VerifiableCredential", "BitstringStatusListCredential"],
            "issuer": self.did,
            "validFrom": "2026-10-30T00:00:00Z",
            "credentialSubject": {
                "id": f"{LIST}#list",
                "type": "BitstringStatusList",
                "statusPurpose": "revocation",
                "encodedList": encode(indices),
            },
        }
        return self.sign(made | changes)

    def badge(self, **changes: Any) -> Json:
        """A signed badge; ``changes`` are members set before signing, or taken out when None."""
        made = deepcopy(UNSIGNED) | {"issuer": {**UNSIGNED["issuer"], "id": self.did}} | changes
        return self.sign({name: value for name, value in made.items() if value is not None})

    def record(self, *badges: Json, **changes: Any) -> Json:
        """A signed learner record."""
        made = {
            "@context": [VC, CLR, OB, EXTENSIONS],
            "id": f"{PERSON}credentials/record.clr.json",
            "type": ["VerifiableCredential", "ClrCredential"],
            "name": "Learning record of Amina Yusuf",
            "issuer": {**UNSIGNED["issuer"], "id": self.did},
            "validFrom": "2026-10-30T00:00:00Z",
            "credentialSubject": {
                "id": PERSON,
                "type": ["ClrSubject"],
                "identifier": deepcopy(UNSIGNED["credentialSubject"]["identifier"]),
                "verifiableCredential": list(badges),
            },
            "credentialSchema": [
                {
                    "id": f"{SCHEMAS}/clr/v2p0/schema/json/clr_v2p0_clrcredential_schema.json",
                    "type": "1EdTechJsonSchemaValidator2019",
                }
            ],
        }
        return self.sign(made | changes)


_ACHIEVEMENT = f"{SITE}/competencies/micro-credentials/pace-a-unit/"
_COMPETENCY = f"{SITE}/competencies/frameworks/foundational/mastery-approach/"


def _level(criterion: str, level: str, rank: int) -> Json:
    return {
        "id": f"{_ACHIEVEMENT}#{criterion}-{level}",
        "type": ["RubricCriterionLevel"],
        "name": level.title(),
        "level": str(rank),
        "description": f"What {level} work looks like.",
        "alignment": [
            {
                "type": ["Alignment"],
                "targetCode": level,
                "targetName": level.title(),
                "targetType": "CFRubricCriterionLevel",
                "targetUrl": f"{_COMPETENCY}#{criterion}-{level}",
            }
        ],
    }


def _criterion(criterion: str) -> Json:
    return {
        "id": f"{_ACHIEVEMENT}#{criterion}",
        "type": ["ResultDescription"],
        "name": f"Plans {criterion} for every learner",
        "resultType": "RubricCriterionLevel",
        "requiredLevel": f"{_ACHIEVEMENT}#{criterion}-proficient",
        "rubricCriterionLevel": [
            _level(criterion, level, rank) for rank, level in enumerate(("emerging", "proficient"), 1)
        ],
    }


def _result(criterion: str, level: str) -> Json:
    return {
        "type": ["Result"],
        "resultDescription": f"{_ACHIEVEMENT}#{criterion}",
        "achievedLevel": f"{_ACHIEVEMENT}#{criterion}-{level}",
    }


UNSIGNED: Json = {
    "@context": [VC, OB, EXTENSIONS],
    "id": f"{PERSON}credentials/pace-a-unit.json",
    "type": ["VerifiableCredential", "OpenBadgeCredential"],
    "name": "Pace a unit for mastery",
    "description": "Learners move on when they are ready.",
    "issuer": {
        "id": DID,
        "type": ["Profile"],
        "name": "Cedar Valley Unified School District",
        "url": SITE,
    },
    "validFrom": "2026-10-20T00:00:00Z",
    "awardedDate": "2026-10-20T00:00:00Z",
    "validUntil": "2299-10-20T23:59:59Z",
    "credentialSubject": {
        "id": PERSON,
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
                "identityHash": "sha256$" + hashlib.sha256((EMAIL + SALT).encode()).hexdigest(),
                "identityType": "emailAddress",
                "salt": SALT,
            },
        ],
        "narrative": "The work was read by people against the rubric.",
        "activityStartDate": "2026-10-05T00:00:00Z",
        "source": {
            "id": f"{SITE}/portfolios/rosa-diaz/",
            "type": ["Profile"],
            "name": "Rosa Díaz",
        },
        "achievement": {
            "id": _ACHIEVEMENT,
            "type": ["Achievement"],
            "achievementType": "MicroCredential",
            "name": "Pace a unit for mastery",
            "description": "Learners move on when they are ready.",
            "criteria": {"narrative": "Reviewers find *every* criterion met:\n\n- pacing\n- units"},
            "image": {"id": f"{_ACHIEVEMENT}badge.png", "type": "Image", "caption": "Badge: Pace a unit"},
            "humanCode": "pace-a-unit",
            "version": "2026.1",
            "fieldOfStudy": "Instructional",
            "tag": ["equitable", "agency"],
            "creditsAvailable": 1.5,
            "alignment": [
                {
                    "type": ["Alignment"],
                    "targetCode": "mastery-approach",
                    "targetName": "Use a mastery approach to learning",
                    "targetFramework": "Foundational educator competencies",
                    "targetType": "CFItem",
                    "targetUrl": _COMPETENCY,
                }
            ],
            "resultDescription": [
                _criterion("pacing"),
                _criterion("units"),
                {
                    "id": f"{_ACHIEVEMENT}#hours",
                    "type": ["ResultDescription"],
                    "name": "Continuing-education clock hours",
                    "resultType": "Result",
                    "requiredValue": "15",
                    "valueMin": "0",
                    "valueMax": "15",
                },
            ],
        },
        "result": [
            _result("pacing", "proficient"),
            _result("units", "proficient"),
            {"type": ["Result"], "resultDescription": f"{_ACHIEVEMENT}#hours", "value": "15"},
        ],
    },
    "evidence": [
        {
            "id": EVIDENCE,
            "type": ["Evidence"],
            "name": "Menu maths: ratios with a real restaurant",
            "narrative": f"Reviewed as {DIGEST} at commit {'0c' * 20}.",
        }
    ],
    "credentialSchema": [
        {
            "id": f"{SCHEMAS}/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json",
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


def written(document: Json) -> bytes:
    """As a file."""
    return json.dumps(document, indent=1).encode()

"""Before anything signed is published, its proof is checked against the committed keys."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.core.publishing.builders import TODAY, district, portfolio

from proofolio.adapters.files.tree import SourceFile, Tree
from proofolio.adapters.rendering.proven import Checked, check_proofs
from proofolio.adapters.signing.key import SigningKey
from proofolio.adapters.signing.proof import signed
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.credential import Credential
from proofolio.core.model.did import IssuerKey, IssuerKeys
from proofolio.core.model.visibility import Visibility
from proofolio.core.publishing.page import Audience
from proofolio.core.publishing.signed_file import STATUS_SOURCE

SITE = "https://valley.example.org"
DID = "did:web:valley.example.org:issuer"
KEY = SigningKey.from_seed(b"k" * 32)
PATH = "portfolios/ann/credentials/pacing.json"
RECORD = "portfolios/ann/credentials/record.clr.json"


def document(**more: Any) -> dict[str, Any]:
    return {
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "id": f"{SITE}/{PATH}",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": "Pace a unit",
        "issuer": {"id": DID, "type": ["Profile"], "name": "The Valley"},
        "validFrom": "2026-11-03T00:00:00Z",
        "credentialSubject": {"id": f"{SITE}/portfolios/ann/", "type": ["AchievementSubject"]},
        **more,
    }


def made(given: Mapping[str, Any], key: SigningKey = KEY, did: str = DID) -> dict[str, Any]:
    return signed(given, key, f"{did}#{key.multibase}", "2026-11-03T00:00:00Z")


def check(
    data: bytes | str | Mapping[str, Any],
    path: str = PATH,
    visibility: Visibility = Visibility.PUBLIC,
    keys: bool = True,
    faulty: frozenset[str] = frozenset(),
) -> Checked:
    """What becomes of one file with this content."""
    if isinstance(data, Mapping):
        data = json.dumps(data)
    if isinstance(data, str):
        data = data.encode()
    ledger = Credential("ann", "pacing", f"{SITE}/{PATH}", "Pace", TODAY, None, True, Pointer(PATH))
    held = IssuerKeys(DID, (IssuerKey(KEY.multibase),), Pointer("competencies/issuer/did.json"))
    mine = replace(portfolio("ann", visibility=visibility), credentials={"pacing": ledger})
    tree = Tree(Path("nowhere"), {path: SourceFile(path, len(data), "0" * 40, data)})
    return check_proofs(district(mine, keys=held if keys else None), tree, Audience.PUBLIC, faulty)


@pytest.mark.parametrize("path", [PATH, RECORD, STATUS_SOURCE])
def test_what_holds_is_proven(path: str):
    given = document() if path != STATUS_SOURCE else {**document(), "credentialSubject": {"id": f"{SITE}/x"}}
    found = check(made(given), path)
    assert list(found.proven) == [path]
    assert found.withheld == ()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({**made(document()), "name": "Pace two units"}, "changed after it was signed"),
        (document(), "not signed"),
        (made(document(), SigningKey.from_seed(b"x" * 32)), "not one of the issuer's"),
        (made(document(credentialSubject={"id": f"{SITE}/portfolios/bea/"})), "somebody else"),
        (made(document(issuer={"id": "did:web:other.example.org"})), "as its issuer"),
        ({**made(document()), "proof": [{"type": "DataIntegrityProof"}]}, "kind"),
        ('{"id": 1, "id": 2}', "twice"),
        ("[]", "not a JSON object"),
        ("[" * 50_000, "nested too deep"),
        (b"\xff\xfe", "UTF-8"),
        ("{", "not JSON"),
    ],
)
def test_what_does_not_hold_is_withheld_with_the_reason(content: Any, words: str):
    found = check(content)
    assert found.proven == {}
    (withheld,) = found.withheld
    assert (withheld.path, withheld.person) == (PATH, "ann")
    assert words in withheld.message


def test_what_nobody_sees_is_not_even_looked_at():
    assert check("{", visibility=Visibility.INTERNAL) == Checked({}, ())
    assert check(made(document()), keys=False) == Checked({}, ())
    assert check("{", faulty=frozenset({PATH})) == Checked({}, ())

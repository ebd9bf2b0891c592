"""Who an issuer is: identifiers, addresses, keys."""

from __future__ import annotations

from typing import Any

import pytest

from proofolio.core.model.did import did_of
from proofolio.core.verifying.issuer import belongs, did_address
from proofolio.core.verifying.methods import methods

DID = "did:web:hill.example.org:issuer"
KEY = "z6MkehRgf7yJbgaGfYsdoAsKdBPE3dj2CYhowQdcjqSJgvVd"


@pytest.mark.parametrize(
    ("did", "address"),
    [
        ("did:web:hill.example.org", "https://hill.example.org/.well-known/did.json"),
        (DID, "https://hill.example.org/issuer/did.json"),
        ("did:web:hill.example.org%3A8443:a:b", "https://hill.example.org:8443/a/b/did.json"),
        (did_of("https://Hill.example.org/pd/"), "https://hill.example.org/pd/issuer/did.json"),
        ("did:web:hill.example.org:..:x", None),
        ("did:web:hill.example.org:%2e%2e:x", None),
        ("did:web:hill.example.org:a%2Fb", None),
        ("did:web:hill.example.org:", None),
        ("did:web:user@hill.example.org", None),
        ("did:web:hill.example.org/x", None),
        ("did:web:hill.example.org?x", None),
        ("did:web:", None),
        ("did:key:" + KEY, None),
        ("https://hill.example.org", None),
    ],
)
def test_where_keys_lie(did: str, address: str | None) -> None:
    assert did_address(did) == address


@pytest.mark.parametrize(
    ("url", "did", "same"),
    [
        ("https://hill.example.org", DID, True),
        ("https://www.hill.example.org/", DID, True),
        ("https://HILL.example.org", DID, True),
        ("https://hill.example.org/pd", "did:web:hill.example.org:pd:issuer", True),
        ("https://hill.example.org/pd/", "did:web:hill.example.org", True),
        ("https://hill.example.org/other", "did:web:hill.example.org:pd:issuer", False),
        ("https://hill.example.org.evil.example", DID, False),
        ("https://evil.example/hill.example.org", DID, False),
        ("http://hill.example.org", DID, False),
        ("https://hill.example.org:8443", DID, False),
        ("https://hill.example.org:8443", "did:web:hill.example.org%3A8443:issuer", True),
        ("https://[", DID, False),
        ("hill.example.org", DID, False),
    ],
)
def test_a_site_and_its_keys(url: str, did: str, same: bool) -> None:
    assert belongs(url, did) is same


def method(**members: Any) -> dict[str, Any]:
    return {
        "id": f"{DID}#k",
        "type": "Multikey",
        "controller": DID,
        "publicKeyMultibase": KEY,
        **members,
    }


@pytest.mark.parametrize(
    ("listed", "asserting", "keys"),
    [
        ([method()], [f"{DID}#k"], {f"{DID}#k": KEY}),
        ([method()], ["#k"], {f"{DID}#k": KEY}),
        ([method(id="#k")], ["#k"], {f"{DID}#k": KEY}),
        ([], [method()], {f"{DID}#k": KEY}),
        ([method(type="Ed25519VerificationKey2020")], [f"{DID}#k"], {f"{DID}#k": KEY}),
        ([method()], [], {}),
        ([method()], None, {}),
        ([method()], [f"{DID}#other"], {}),
        ([method(controller="did:web:evil.example")], [f"{DID}#k"], {}),
        ([method(revoked="2026-01-01T00:00:00Z")], [f"{DID}#k"], {}),
        ([method(id="did:web:evil.example#k")], ["did:web:evil.example#k"], {}),
        ([method(type="Unknown")], [f"{DID}#k"], {}),
        ([method(publicKeyMultibase=7)], [f"{DID}#k"], {}),
        ("text", "text", {}),
        ([7, [], None], [7, [], None], {}),
    ],
)
def test_which_keys_count(listed: Any, asserting: Any, keys: dict[str, str]) -> None:
    document = {"id": DID, "verificationMethod": listed, "assertionMethod": asserting}
    assert methods(document, DID) == keys


def test_a_key_written_as_jwk() -> None:
    jwk = {"kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}
    node = method(type="JsonWebKey2020", publicKeyJwk=jwk)
    del node["publicKeyMultibase"]
    document = {"id": DID, "verificationMethod": [node], "assertionMethod": [f"{DID}#k"]}
    assert methods(document, DID) == {f"{DID}#k": "z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw"}
    for damaged in ({**jwk, "x": "AA"}, {**jwk, "x": 7}, {**jwk, "crv": "X25519"}, {**jwk, "x": "!" * 43}, 7):
        node["publicKeyJwk"] = damaged
        assert methods(document, DID) == {}

"""The issuer's DID document: whose keys these are, for everybody who verifies (DID Core 1.0, did:web)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from proofolio.core.model.did import IssuerKey

CONTEXTS = ("https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1")


def did_document(did: str, keys: Iterable[IssuerKey]) -> dict[str, Any]:
    """The document in which these keys, oldest first, may sign for ``did``.

    ``assertionMethod`` names them by their absolute ids: some verifiers fail on anything else.
    """
    methods = [
        {
            "id": each.id_under(did),
            "type": "Multikey",
            "controller": did,
            "publicKeyMultibase": each.multibase,
        }
        for each in keys
    ]
    return {
        "@context": list(CONTEXTS),
        "id": did,
        "verificationMethod": methods,
        "assertionMethod": [each["id"] for each in methods],
    }

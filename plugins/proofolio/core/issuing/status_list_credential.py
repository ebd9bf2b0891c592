"""The status list as a credential of its own: which of the issuer's credentials are revoked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from proofolio.core.issuing.contexts import VC
from proofolio.core.issuing.wording import midnight
from proofolio.core.model.address import STATUS_LIST, on_web
from proofolio.core.model.did import did_of
from proofolio.core.model.issuer import Issuer
from proofolio.core.model.status_list import encode


def status_list_credential(issuer: Issuer, revoked: Iterable[int], on: date) -> dict[str, Any]:
    """Bitstring Status List 1.0, ``BitstringStatusListCredential``, unsigned, with these bits set."""
    address = on_web(issuer.url, STATUS_LIST)
    return {
        "@context": [VC],
        "id": address,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": did_of(issuer.url),
        "validFrom": midnight(on),
        "credentialSubject": {
            "id": f"{address}#list",
            "type": "BitstringStatusList",
            "statusPurpose": "revocation",
            "encodedList": encode(sorted(revoked)),
        },
    }

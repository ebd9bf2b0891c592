"""Before anything is signed: the key must be one that the issuer has published as its own."""

from __future__ import annotations

from proofolio.adapters.signing.key import SigningKey
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.model.did import IssuerKey, IssuerKeys


def require_issuer_key(key: SigningKey, keys: IssuerKeys | None) -> str:
    """The id under which the key's signatures are verified.

    Raises ProofolioError when the key does not belong to this issuer, or the issuer has no keys yet.
    """
    if keys is None:
        raise ProofolioError(
            "the issuer has no keys yet: competencies/issuer/did.json is missing",
            "make one with: proofolio keys new --to FILE",
        )
    if IssuerKey(key.multibase) not in keys.keys:
        raise ProofolioError(
            f"the key {key.multibase} does not belong to this issuer: its did.json does not list it",
            "sign with a key that competencies/issuer/did.json lists; proofolio keys show lists them",
        )
    return IssuerKey(key.multibase).id_under(keys.did)

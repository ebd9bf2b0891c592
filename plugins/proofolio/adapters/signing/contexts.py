"""The JSON-LD contexts that a signature rests on: carried with the package, pinned, never fetched."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from proofolio.core.diagnostics.error import ProofolioError

CREDENTIALS_V2 = "https://www.w3.org/ns/credentials/v2"
OPEN_BADGES_3 = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
OPEN_BADGES_EXTENSIONS = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"
CLR_2 = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"
DID_V1 = "https://www.w3.org/ns/did/v1"
"""Written into DID documents, which are not signed: it is not carried."""
MULTIKEY_V1 = "https://w3id.org/security/multikey/v1"
"""Written into DID documents as well."""

_PINNED = {
    CREDENTIALS_V2: (
        "credentials-v2.json",
        "59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734",
    ),
    OPEN_BADGES_3: (
        "ob-3.0.3.json",
        "3d34f4d4ef1bce691106e63798beb5e7b862ba841423f5ee1e53ab7ddf3bca84",
    ),
    OPEN_BADGES_EXTENSIONS: (
        "ob-extensions.json",
        "146f85aa16effd7ca1da8056eb443f53ce1eca8a34186cb062832c0a97d889c3",
    ),
    CLR_2: (
        "clr-2.0.1.json",
        "880f1902d4158f2f33ce06af41b90719977cd1ea337a9de2e41edb3ff5e543d6",
    ),
}


class _Carried(Mapping[str, dict[str, Any]]):
    """Read when first asked for, so that a command that signs nothing reads nothing."""

    def __getitem__(self, url: str) -> dict[str, Any]:
        return _read(*_PINNED[url])

    def __iter__(self) -> Iterator[str]:
        return iter(_PINNED)

    def __len__(self) -> int:
        return len(_PINNED)


CONTEXTS: Mapping[str, dict[str, Any]] = _Carried()
"""The contexts by their address. Looking one up raises ProofolioError when its file was altered."""


@cache
def _read(name: str, digest: str) -> dict[str, Any]:
    data = (files("proofolio.adapters.signing") / "contexts" / name).read_bytes()
    if hashlib.sha256(data).hexdigest() != digest:
        raise ProofolioError(
            f"the context {name} that came with Proofolio was altered",
            "nothing can be signed or verified with it: install Proofolio afresh",
        )
    found: dict[str, Any] = json.loads(data)
    return found


def document_loader(url: str, _options: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """What pyld asks for a context: one of ours, and never the network.

    Raises ProofolioError for any other address.
    """
    if url not in _PINNED:
        raise ProofolioError(
            f"this credential uses words from {url}, which Proofolio does not carry",
            "only the contexts of Open Badges 2.0 and 3.0, CLR 2.0 and Verifiable Credentials 2.0 are known",
        )
    return {
        "contextUrl": None,
        "documentUrl": url,
        "contentType": "application/ld+json",
        "document": CONTEXTS[url],
    }

"""The issuer's decentralised identifier: an address under its own site, and the keys that stand there."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from proofolio.core.diagnostics.pointer import Pointer


@dataclass(frozen=True, slots=True)
class IssuerKey:
    """A public key that may sign for the issuer.

    ``multibase`` is the Ed25519 key in Multikey form (``z6Mk…``, Controlled Identifiers 1.0, 2.2.2);
    it is also the fragment of the key's id.
    """

    multibase: str

    def id_under(self, did: str) -> str:
        """The key's absolute id."""
        return f"{did}#{self.multibase}"


@dataclass(frozen=True, slots=True)
class IssuerKeys:
    """What ``competencies/issuer/did.json`` says: whose keys they are, oldest first."""

    did: str
    keys: tuple[IssuerKey, ...]
    source: Pointer


def did_of(site: str) -> str:
    """The ``did:web`` of the issuer whose site is at ``site`` (did:web Method, 3.1).

    It always has a path, ``…:issuer``, so that the document lies beside the site's pages and no
    folder with a leading dot is needed. A port is written ``%3A``.
    """
    parts = urlsplit(site)
    host = quote(parts.netloc.lower(), safe="")
    steps = [quote(each, safe="~") for each in parts.path.split("/") if each]
    return ":".join(("did", "web", host, *steps, "issuer"))

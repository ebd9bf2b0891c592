"""Who issues here, and how anybody can check it without this site."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.publishing.page import Ref


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A public key. ``since`` and ``until`` are the first and last day of a credential shown here."""

    key: str
    id: str
    since: str | None
    until: str | None
    credentials: int
    words: str


@dataclass(frozen=True, slots=True)
class RevocationRow:
    """A credential that was taken back, why, and on which ISO day."""

    credential: Ref
    person: Ref
    on: str
    reason: str


@dataclass(frozen=True, slots=True)
class IssuerView:
    """``issuer/index.md``. ``did`` is None as long as the issuer has no keys.

    ``keys`` are newest first. ``document`` and ``statuses`` are the URIs of the keys and of the signed
    list of revocations; ``verify`` leads to the page that checks a credential. ``commands`` are lines
    for a terminal.
    """

    name: str
    url: str
    did: str | None
    document: str | None
    keys: tuple[KeyRow, ...]
    credentials: int
    statuses: str | None
    revocations: tuple[RevocationRow, ...]
    verify: Ref
    commands: tuple[str, ...]
    organizations: tuple[str, ...]

"""A person on the roster."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from proofolio.core.diagnostics.pointer import Pointer


class Role(StrEnum):
    """What a person may do. Coaches, assessors and approvers may review."""

    EDUCATOR = "educator"
    COACH = "coach"
    ASSESSOR = "assessor"
    APPROVER = "approver"
    LEADER = "leader"


REVIEWING_ROLES = frozenset({Role.COACH, Role.ASSESSOR, Role.APPROVER})


@dataclass(frozen=True, slots=True)
class HashedEmail:
    """An e-mail address that can be confirmed and not read (Open Badges 3.0, ``IdentityObject``).

    ``hash`` is ``sha256$`` and the hexadecimal SHA-256 of the address, in lower case, and the ``salt``.
    """

    hash: str
    salt: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the organisation knows. ``coach`` is another person's id.

    ``account_number`` is the forge account's own number, for logins that change hands;
    ``signing_keys`` are SSH public keys (``ssh-ed25519 AAAA…``) that this person signs commits with.
    """

    id: str
    name: str
    github: str | None
    organization: str | None
    roles: frozenset[Role]
    coach: str | None
    since: date | None
    source: Pointer
    account_number: int | None = None
    signing_keys: tuple[str, ...] = ()
    email: HashedEmail | None = None

    @property
    def may_review(self) -> bool:
        """Whether this person's reviews count."""
        return bool(self.roles & REVIEWING_ROLES)

"""Whose credential it is: the person's page, name, and an e-mail address that can only be confirmed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from proofolio.core.model.person import HashedEmail, Person

Json = dict[str, Any]


def identifiers(person: Person) -> Iterator[Json]:
    """Open Badges 3.0, ``IdentityObject``: the name in clear, the address hashed, if the roster has one."""
    yield {
        "type": "IdentityObject",
        "hashed": False,
        "identityHash": person.name,
        "identityType": "name",
    }
    if person.email is not None:
        yield {
            "type": "IdentityObject",
            "hashed": True,
            "identityHash": person.email.hash,
            "identityType": "emailAddress",
            "salt": person.email.salt,
        }


def hashed_email(address: str, salt: str) -> HashedEmail:
    """The hash of an e-mail address, trimmed and in lower case, as wallets compare it."""
    known = address.strip().lower() + salt
    return HashedEmail("sha256$" + hashlib.sha256(known.encode("utf-8")).hexdigest(), salt)

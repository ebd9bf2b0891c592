"""Is it for whom it is said to be?"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator, Mapping
from typing import Any

from proofolio.core.verifying.check import Check, Name, fails, holds, unknown
from proofolio.core.verifying.world import Expectation

_HASH = "sha256$"


def recipient(document: Mapping[str, Any], expected: Expectation) -> Check:
    """Whether the credential is for the person in whose folder it lies, or whose address was given."""
    subject = document.get("credentialSubject")
    subject = subject if isinstance(subject, Mapping) else {}
    who = named(document)
    told = f"It is made out to {who}" if who else "It does not give a name"
    if expected.subject is not None and subject.get("id") != expected.subject:
        whose = subject.get("id")
        what = f"{told}, with the page {whose}" if whose else told
        return fails(Name.RECIPIENT, f"{what}; it lies among what belongs to {expected.subject}.")
    if expected.email is not None:
        return _of_address(subject, expected.email, who)
    if expected.subject is not None:
        return holds(
            Name.RECIPIENT, f"{told}, in whose folder it lies." if who else "It lies in its own folder."
        )
    words = f"{told}; whether that is who shows it was not asked (--for and an e-mail address asks)."
    return unknown(Name.RECIPIENT, words)


def named(document: Mapping[str, Any]) -> str | None:
    """The name that a credential gives its recipient, in words."""
    subject = document.get("credentialSubject")
    for each in _identifiers(subject if isinstance(subject, Mapping) else {}):
        name = each.get("identityHash")
        if each.get("identityType") == "name" and each.get("hashed") is False and isinstance(name, str):
            return name
    return None


def is_address_of(identifier: Mapping[str, Any], email: str) -> bool | None:
    """Whether an identifier is this e-mail address; None when it is not about e-mail at all."""
    if identifier.get("identityType") not in ("emailAddress", "email"):
        return None
    kept = identifier.get("identityHash")
    return isinstance(kept, str) and matches(
        kept, identifier.get("salt"), bool(identifier.get("hashed")), email
    )


def matches(kept: str, salt: object, hashed: bool, email: str) -> bool:
    """Whether a kept (hashed) address is this one; capitals and blanks around it do not count."""
    given = email.strip()
    if not given:
        return False
    if not hashed:
        return kept.strip().lower() == given.lower()
    end = salt if isinstance(salt, str) else ""
    candidates = (
        _HASH + hashlib.sha256((each + end).encode("utf-8", "surrogatepass")).hexdigest()
        for each in (given.lower(), given)
    )
    return any(
        hmac.compare_digest(each.encode(), kept.lower().encode("utf-8", "replace")) for each in candidates
    )


def _of_address(subject: Mapping[str, Any], email: str, who: str | None) -> Check:
    answers = [is_address_of(each, email) for each in _identifiers(subject)]
    if any(answers):
        return holds(Name.RECIPIENT, f"It is made out to the address {email}" + (f", {who}." if who else "."))
    if False in answers:
        return fails(Name.RECIPIENT, f"It is not for {email}: it is made out to another address.")
    return fails(Name.RECIPIENT, f"Nothing in it says that it is for {email}: it holds no e-mail address.")


def _identifiers(subject: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    listed = subject.get("identifier")
    for each in listed[:100] if isinstance(listed, list) else ():
        if isinstance(each, Mapping):
            yield each

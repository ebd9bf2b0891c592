"""Was it revoked? The answer is a bit in a list that the issuer signs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeGuard

from proofolio.core.model.status_list import decode, is_set
from proofolio.core.verifying.check import Check, Name, State, fails, holds, unknown
from proofolio.core.verifying.issuer import issuer_id
from proofolio.core.verifying.kind import Kind, kind_of
from proofolio.core.verifying.world import Reach, World

_TYPE = "BitstringStatusListEntry"
_PURPOSES = {"revocation": "revoked", "suspension": "suspended"}
_LIST_MATTERS = (Name.CONTEXTS, Name.NOTHING_UNSIGNED, Name.SHAPE, Name.KEY, Name.SIGNATURE, Name.DATES)

LookedThrough = Callable[[Mapping[str, Any]], tuple[Check, ...]]
"""The checks of a list itself, without its copy."""


def status(document: Mapping[str, Any], world: World, look: LookedThrough) -> Check:
    """Whether the issuer has revoked the document, as far as can be found out."""
    name = document.get("id")
    reason = world.revocation(name) if isinstance(name, str) else None
    if reason is not None:
        return fails(Name.STATUS, f"The issuer's record says that it is revoked: {reason}")
    if "credentialStatus" not in document:
        return holds(Name.STATUS, "It names no list of revoked credentials: its issuer keeps none for it.")
    entry = document["credentialStatus"]
    if not isinstance(entry, Mapping):
        return fails(Name.STATUS, "What it says about being revoked cannot be read.")
    if entry.get("type") != _TYPE:
        words = f"Whether it is revoked is kept in a way that is not known here ({entry.get('type')})."
        return unknown(Name.STATUS, words)
    address, index, purpose = (
        entry.get(each) for each in ("statusListCredential", "statusListIndex", "statusPurpose")
    )
    if not isinstance(purpose, str) or purpose not in _PURPOSES:
        return unknown(Name.STATUS, "What the issuer's list is for is not known here.")
    if not isinstance(address, str) or not _is_index(index):
        return fails(Name.STATUS, "It does not say where in which list its revocation would stand.")
    found = world.fetch(address)
    if found.reach is not Reach.THERE:
        why = found.why or "it is not there"
        return unknown(Name.STATUS, f"The issuer's list of revoked credentials could not be had: {why}.")
    bits = _bits(found.document, address, purpose, document, look)
    if isinstance(bits, Check):
        return bits
    bit = is_set(bits, int(index))
    if bit is None:
        return fails(Name.STATUS, "The issuer's list of revoked credentials has no place for it.")
    word = _PURPOSES[purpose]
    if bit:
        return fails(Name.STATUS, f"The issuer has {word} it.")
    return holds(Name.STATUS, f"The issuer's list says that it is not {word}.")


def _is_index(index: object) -> TypeGuard[str]:
    return isinstance(index, str) and index.isascii() and index.isdigit() and len(index) <= 10


def _bits(
    found: Any, address: str, purpose: str, document: Mapping[str, Any], look: LookedThrough
) -> bytes | Check:
    """The bits of a list that is the issuer's own and whole; else what is wrong with it."""
    intro = "The issuer's list of revoked credentials"
    if not isinstance(found, Mapping) or kind_of(found) is not Kind.STATUS_LIST:
        return fails(Name.STATUS, f"{intro} is none: something else lies at its address.")
    if found.get("id") != address:
        return fails(Name.STATUS, f"{intro} belongs at another address than the one where it lies.")
    if issuer_id(found) is None or issuer_id(found) != issuer_id(document):
        return fails(Name.STATUS, f"{intro} is somebody else's, not the issuer's.")
    subject = found.get("credentialSubject")
    if not isinstance(subject, Mapping) or subject.get("statusPurpose") != purpose:
        return fails(Name.STATUS, f"{intro} is kept for another purpose.")
    for state, make in ((State.FAILS, fails), (State.UNKNOWN, unknown)):
        for each in look(found):
            if each.state is state and each.name in _LIST_MATTERS:
                return make(Name.STATUS, f"{intro} cannot be trusted: {each.words}")
    bits = decode(str(subject.get("encodedList")))
    return bits if bits is not None else fails(Name.STATUS, f"{intro} cannot be read.")

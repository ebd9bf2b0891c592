"""Signing a document and telling whether a signature holds: Data Integrity, ``eddsa-rdfc-2022``.

Verifiable Credential Data Integrity 1.0 and Data Integrity EdDSA Cryptosuites 1.0, section 3.2.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from proofolio.adapters.signing.canonical import canonical, unsignable
from proofolio.adapters.signing.faults import EMBEDDED, faults
from proofolio.adapters.signing.key import SigningKey
from proofolio.adapters.signing.multibase import decode, encode, public_bytes
from proofolio.core.diagnostics.error import ProofolioError

TYPE = "DataIntegrityProof"
SUITE = "eddsa-rdfc-2022"
PURPOSE = "assertionMethod"
_MEMBERS = frozenset({"type", "cryptosuite", "created", "verificationMethod", "proofPurpose", "proofValue"})
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
_SIGNATURE_BYTES = 64
_MOST_PROOFS = 5


def signed(document: Mapping[str, Any], key: SigningKey, method: str, created: str) -> dict[str, Any]:
    """The document with its proof, an array of one, as the last member.

    ``method`` is the key's absolute id in the issuer's DID document, ``created`` an RFC 3339 date-time.
    Raises UnsignableError when a signature would not cover all of the document.
    """
    options = {
        "type": TYPE,
        "cryptosuite": SUITE,
        "created": created,
        "verificationMethod": method,
        "proofPurpose": PURPOSE,
    }
    bare = {name: value for name, value in document.items() if name != "proof"}
    if "proof" in document:
        raise ProofolioError("this document is signed already", "a signed credential is never signed again")
    found = faults({**bare, "proof": [options]})
    if found:
        raise unsignable(found)
    if not _is_moment(created):
        raise ProofolioError(f"'{created}' is not a date-time with its zone")
    value = encode(key.sign(_data(bare, options)))
    return {**bare, "proof": [{**options, "proofValue": value}]}


def proof_trouble(
    document: Mapping[str, Any], keys: Mapping[str, str], *, lenient: bool = False
) -> str | None:
    """Why the document's proof does not hold, in words; None when it holds.

    ``keys`` are the public keys that may have signed: the verification method's absolute id to its
    multibase (``z6Mk…``). Every proof must hold, and those of all embedded credentials.
    ``lenient`` is for other issuers' documents (see :func:`faults`); their proofs may be undated.
    """
    found = faults(document, lenient=lenient)
    if found:
        return f"it says what no signature can cover: {found[0]}"
    why = _own_trouble(document, keys, lenient)
    if why:
        return why
    for each in embedded(document):
        inner = _own_trouble(each, keys, lenient)
        if inner:
            name = str(each.get("id", "without an id"))[:200]
            return f"a credential within it ({name}) does not hold: {inner}"
    return None


def embedded(document: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The signed credentials within a document (a learner record), at every depth."""
    for name, value in document.items():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, Mapping):
                if name == EMBEDDED:
                    yield each
                yield from embedded(each)


def _own_trouble(document: Mapping[str, Any], keys: Mapping[str, str], lenient: bool) -> str | None:
    held = document.get("proof")
    proofs = held if isinstance(held, list) else [] if held is None else [held]
    if not proofs:
        return "it is not signed"
    if len(proofs) > _MOST_PROOFS:
        return "it carries more proofs than anybody needs"
    bare = {name: value for name, value in document.items() if name != "proof"}
    for proof in proofs:
        why = _trouble_of(proof, bare, keys, lenient)
        if why:
            return why
    return None


def _trouble_of(proof: object, bare: Mapping[str, Any], keys: Mapping[str, str], lenient: bool) -> str | None:
    if not isinstance(proof, Mapping):
        return "its proof is not a proof"
    why = _form_trouble(proof, lenient)
    if why:
        return why
    multibase = keys.get(proof["verificationMethod"])
    if multibase is None:
        return f"the key {proof['verificationMethod'][:300]} is not one of the issuer's"
    public = public_bytes(multibase)
    signature = decode(proof["proofValue"])
    if public is None:
        return "the issuer's key cannot be read"
    if signature is None or len(signature) != _SIGNATURE_BYTES:
        return "its signature is damaged"
    options = {name: value for name, value in proof.items() if name != "proofValue"}
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, _data(bare, options))
    except InvalidSignature:
        return "it was changed after it was signed, or signed with another key"
    except ProofolioError as error:
        return error.message
    except ValueError:
        return "the issuer's key cannot be read"
    return None


def _form_trouble(proof: Mapping[str, Any], lenient: bool) -> str | None:
    """What keeps a proof from being of the one kind that we know."""
    if proof.get("type") != TYPE or proof.get("cryptosuite") != SUITE:
        return f"its proof is of a kind that Proofolio does not know (it knows {TYPE} with {SUITE})"
    if proof.get("proofPurpose") != PURPOSE:
        return f"its proof was not made to assert anything (its purpose is not {PURPOSE})"
    further = sorted(set(proof) - _MEMBERS)
    if further:
        return f"its proof has a member that Proofolio does not know: {further[0][:80]}"
    undated = lenient and "created" not in proof  # the standard leaves it to the issuer
    if not undated and not (isinstance(proof.get("created"), str) and _is_moment(proof["created"])):
        return "its proof does not say when it was made"
    if not isinstance(proof.get("verificationMethod"), str) or not isinstance(proof.get("proofValue"), str):
        return "its proof lacks the key or the signature"
    return None


def _is_moment(text: str) -> bool:
    """Whether it is a date-time with its zone (XSD dateTimeStamp) that exists."""
    if not _MOMENT.fullmatch(text) or not text.isascii():
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _data(bare: Mapping[str, Any], options: Mapping[str, Any]) -> bytes:
    """What is signed: the digest of the proof's options, then that of the document without a proof."""
    with_words = {"@context": bare["@context"], **options}
    return b"".join(hashlib.sha256(canonical(each).encode("utf-8")).digest() for each in (with_words, bare))

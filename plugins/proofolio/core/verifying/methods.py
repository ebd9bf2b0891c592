"""The keys in an issuer's DID document with which it signs what it asserts."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Mapping
from typing import Any

_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_ED25519 = b"\xed\x01"
_KEY_BYTES = 32
_MOST = 200
_AS_MULTIBASE = ("Multikey", "Ed25519VerificationKey2020")


def methods(document: Mapping[str, Any], did: str) -> dict[str, str]:
    """Ed25519 keys by their absolute id, as ``z6Mk…``: those that ``assertionMethod`` lists.

    A key that somebody else controls, or that was revoked, is none of them.
    """
    described = dict(_nodes(document.get("verificationMethod"), did))
    found = {}
    listed = document.get("assertionMethod")
    for each in listed[:_MOST] if isinstance(listed, list) else [listed]:
        name = _absolute(each, did) if isinstance(each, str) else None
        if name is not None and name in described:
            pairs = [(name, described[name])]
        else:
            pairs = list(_nodes([each], did))
        for own, node in pairs:
            key = _multibase(node)
            if key and node.get("controller", did) == did and "revoked" not in node:
                found[own] = key
    return found


def _nodes(value: Any, did: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for each in value[:_MOST] if isinstance(value, list) else ():
        name = _absolute(each.get("id"), did) if isinstance(each, Mapping) else None
        if name is not None:
            yield name, each


def _absolute(name: object, did: str) -> str | None:
    if not isinstance(name, str):
        return None
    whole = did + name if name.startswith("#") else name
    return whole if whole.startswith(f"{did}#") else None


def _multibase(node: Mapping[str, Any]) -> str | None:
    key, kind = node.get("publicKeyMultibase"), node.get("type")
    if kind in _AS_MULTIBASE and isinstance(key, str):
        return key
    jwk = node.get("publicKeyJwk")
    if not isinstance(jwk, Mapping) or (jwk.get("kty"), jwk.get("crv")) != ("OKP", "Ed25519"):
        return None
    text = jwk.get("x")
    if not isinstance(text, str) or len(text) > 2 * _KEY_BYTES:
        return None
    try:
        public = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError):
        return None
    return _encode(_ED25519 + public) if len(public) == _KEY_BYTES else None


def _encode(data: bytes) -> str:
    number, letters = int.from_bytes(data, "big"), []
    while number:
        number, rest = divmod(number, len(_ALPHABET))
        letters.append(_ALPHABET[rest])
    return "z" + "".join(reversed(letters))

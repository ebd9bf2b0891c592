"""Signatures made with SSH keys, as ``ssh-keygen -Y sign`` makes them (OpenSSH's PROTOCOL.sshsig).

They are verified here: Git would run whichever program a repository's configuration names for it.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Iterator

from proofolio.core.model.history import Signature

BEGIN, END = b"-----BEGIN SSH SIGNATURE-----", b"-----END SSH SIGNATURE-----"
NAMESPACE = b"git"
_MAGIC = b"SSHSIG"
_HASHES = {b"sha256": hashlib.sha256, b"sha512": hashlib.sha512}
_ED25519, _ECDSA, _RSA = b"ssh-ed25519", b"ecdsa-sha2-nistp256", b"ssh-rsa"
_SMALLEST_RSA = 2048
_LARGEST = 1 << 16


def verify(armored: bytes, signed: bytes) -> tuple[Signature, str | None]:
    """What a signature of the bytes ``signed`` proves, and the text of the key that made it.

    ``stranger`` when it holds (whose key it is, is for others to say), ``bad`` when it does not, and
    ``unchecked``, without a key, when the key is of a kind that is not known here.
    """
    try:
        public, namespace, reserved, algorithm, signature = _parts(armored)
        kind, *_ = _strings(public)
        if kind not in (_ED25519, _ECDSA, _RSA):
            return Signature.UNCHECKED, None
        if namespace != NAMESPACE or algorithm not in _HASHES:
            return Signature.BAD, None
        digest = _HASHES[algorithm](signed).digest()
        message = _MAGIC + b"".join(map(_string, (namespace, reserved, algorithm, digest)))
        holds = _holds(kind, public, signature, message)
    except (ValueError, IndexError, binascii.Error):
        return Signature.BAD, None
    if not holds:
        return Signature.BAD, None
    return Signature.STRANGER, f"{kind.decode('ascii')} {base64.b64encode(public).decode('ascii')}"


def _parts(armored: bytes) -> tuple[bytes, ...]:
    lines = armored.strip().split(b"\n")
    if len(armored) > _LARGEST or lines[0].strip() != BEGIN or lines[-1].strip() != END:
        raise ValueError("not one SSH signature")
    blob = base64.b64decode(b"".join(line.strip() for line in lines[1:-1]), validate=True)
    if blob[:6] != _MAGIC or blob[6:10] != b"\0\0\0\1":
        raise ValueError("not a signature of version 1")
    parts = tuple(_strings(blob[10:]))
    if len(parts) != 5:
        raise ValueError("not five parts")
    return parts


def _holds(kind: bytes, public: bytes, signature: bytes, message: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa, utils
    from cryptography.hazmat.primitives.serialization import load_ssh_public_key

    made_with, raw = _strings(signature)
    try:
        key = load_ssh_public_key(kind + b" " + base64.b64encode(public))
        if isinstance(key, ed25519.Ed25519PublicKey) and made_with == _ED25519:
            key.verify(raw, message)
        elif isinstance(key, ec.EllipticCurvePublicKey) and made_with == _ECDSA:
            r, s = (int.from_bytes(each, "big", signed=True) for each in _strings(raw))
            key.verify(utils.encode_dss_signature(r, s), message, ec.ECDSA(hashes.SHA256()))
        elif isinstance(key, rsa.RSAPublicKey) and made_with in (b"rsa-sha2-512", b"rsa-sha2-256"):
            if key.key_size < _SMALLEST_RSA:
                return False
            chosen = hashes.SHA512() if made_with == b"rsa-sha2-512" else hashes.SHA256()
            key.verify(raw, message, padding.PKCS1v15(), chosen)
        else:
            return False
    except (InvalidSignature, UnsupportedAlgorithm):
        return False
    return True


def _strings(data: bytes) -> Iterator[bytes]:
    """The strings that SSH writes one after the other, each after its length."""
    at = 0
    while at < len(data):
        end = at + 4 + int.from_bytes(data[at : at + 4], "big")
        if at + 4 > len(data) or end > len(data):
            raise ValueError("a string is cut off")
        yield data[at + 4 : end]
        at = end


def _string(data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + data

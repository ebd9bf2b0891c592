"""The issuer's secret key: read from where its URI says, used for signing, never shown."""

from __future__ import annotations

import base64
import binascii
import os
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from proofolio.adapters.signing.multibase import KEY_BYTES, multikey
from proofolio.core.diagnostics.error import ProofolioError

_MOST_BYTES = 10_000
_WAYS = "name it as env:PROOFOLIO_SIGNING_KEY or as file:PATH"
_FORMS = "it must be an Ed25519 key as PKCS#8 PEM (proofolio keys new makes one), or its 32 bytes in base64"


class SigningKey:
    """An Ed25519 key that can sign. Neither ``repr`` nor pickling nor copying gives the secret away."""

    __slots__ = ("_private", "multibase")

    def __init__(self, private: Ed25519PrivateKey) -> None:
        self._private = private
        self.multibase = multikey(private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw))
        """The public key, ``z6Mk…``."""

    @classmethod
    def new(cls) -> SigningKey:
        """A fresh key from the system's source of randomness."""
        return cls(Ed25519PrivateKey.generate())

    @classmethod
    def from_seed(cls, seed: bytes) -> SigningKey:
        """The key of a 32-byte seed. Raises ProofolioError for any other length."""
        if len(seed) != KEY_BYTES:
            raise ProofolioError("the signing key does not have the right length", _FORMS)
        return cls(Ed25519PrivateKey.from_private_bytes(seed))

    def sign(self, data: bytes) -> bytes:
        """The 64 bytes of the signature; the same for the same data (RFC 8032)."""
        return self._private.sign(data)

    def pem(self) -> bytes:
        """The secret as unencrypted PKCS#8 PEM: for the one file that ``keys new`` writes."""
        return self._private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())

    def __repr__(self) -> str:
        return f"SigningKey({self.multibase})"

    def __reduce__(self) -> str:
        raise TypeError("a signing key is not copied or stored")


def read_key(uri: str) -> SigningKey:
    """The key that a URI names: ``env:NAME`` or ``file:PATH``.

    Raises ProofolioError when it is not there or is no key; the message never holds any of it.
    """
    scheme, colon, name = uri.partition(":")
    if not colon or scheme not in {"env", "file"} or not name:
        raise ProofolioError("this does not say where the signing key is", _WAYS)
    return _key_in(_from_environment(name) if scheme == "env" else _from_file(Path(name)))


def _from_environment(name: str) -> bytes:
    if not name.replace("_", "").isalnum() or not name.isascii():
        # it may be the key itself, pasted in the wrong place: do not repeat it
        raise ProofolioError("what follows env: is not the name of a variable", _WAYS)
    value = os.environ.get(name, "")
    if not value.strip():
        raise ProofolioError(
            "the variable that should hold the signing key is empty or not set",
            "in GitHub it is the secret PROOFOLIO_SIGNING_KEY of the environment 'signing'; "
            "it is handed to the issue job only",
        )
    return value.encode("utf-8", "surrogateescape")


def _from_file(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_MOST_BYTES)
    except (OSError, ValueError):
        raise ProofolioError("the file with the signing key cannot be read", _WAYS) from None


def _key_in(data: bytes) -> SigningKey:
    text = data.strip()
    if text.startswith(b"-----"):
        return _from_pem(text + b"\n")
    try:
        seed = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise ProofolioError("what was found is not a signing key", _FORMS) from None
    return SigningKey.from_seed(seed)


def _from_pem(text: bytes) -> SigningKey:
    if b"ENCRYPTED" in text:
        raise ProofolioError(
            "the signing key is locked with a password", "give it without one; the secret store locks it"
        )
    try:
        private = load_pem_private_key(text, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise ProofolioError("what was found is not a signing key, or it is damaged", _FORMS) from None
    if not isinstance(private, Ed25519PrivateKey):
        raise ProofolioError("the signing key is of another kind than Ed25519", _FORMS)
    return SigningKey(private)

"""base58btc, and Ed25519 public keys in Multikey form (Controlled Identifiers 1.0, 2.2.2 and 2.4)."""

from __future__ import annotations

_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_VALUE = {letter: value for value, letter in enumerate(_ALPHABET)}
_ED25519 = b"\xed\x01"
_MOST_LETTERS = 128
"""Nothing that is written this way here is longer; decoding takes time with the square of the length."""
KEY_BYTES = 32


def encode(data: bytes) -> str:
    """Bytes as ``z`` and base58btc."""
    zeros = len(data) - len(data.lstrip(b"\0"))
    number = int.from_bytes(data, "big")
    letters = []
    while number:
        number, rest = divmod(number, 58)
        letters.append(_ALPHABET[rest])
    return "z" + "1" * zeros + "".join(reversed(letters))


def decode(text: str) -> bytes | None:
    """The bytes of ``z…``; None when it is not such a text, or longer than any of ours."""
    letters = text[1:]
    if not text.startswith("z") or len(text) > _MOST_LETTERS or any(each not in _VALUE for each in letters):
        return None
    number = 0
    for letter in letters:
        number = number * 58 + _VALUE[letter]
    zeros = len(letters) - len(letters.lstrip("1"))
    return b"\0" * zeros + number.to_bytes((number.bit_length() + 7) // 8, "big")


def multikey(public: bytes) -> str:
    """The 32 bytes of an Ed25519 public key as ``z6Mk…``."""
    return encode(_ED25519 + public)


def public_bytes(key: str) -> bytes | None:
    """The 32 bytes of ``z6Mk…``; None when it is not an Ed25519 key in that form."""
    data = decode(key)
    if data is None or not data.startswith(_ED25519) or len(data) != len(_ED25519) + KEY_BYTES:
        return None
    return data[len(_ED25519) :]

"""The status list: one bit for each credential ever issued (Bitstring Status List 1.0)."""

from __future__ import annotations

import base64
import binascii
import gzip
import hashlib
import zlib
from collections.abc import Iterable

LENGTH = 131_072
"""Bits in a list: the least that the standard allows (section 4.1), so that none is conspicuous."""
_MOST_BYTES = 16 * LENGTH


def encode(revoked: Iterable[int], length: int = LENGTH) -> str:
    """The ``encodedList`` with these bits set; bit 0 is the leftmost of the first byte."""
    bits = bytearray(length // 8)
    for index in revoked:
        if not 0 <= index < length:
            raise ValueError(f"there is no bit {index} in a list of {length}")
        bits[index // 8] |= 0x80 >> index % 8
    packed = gzip.compress(bytes(bits), compresslevel=9, mtime=0)
    return "u" + base64.urlsafe_b64encode(packed).rstrip(b"=").decode("ascii")


def decode(encoded: str) -> bytes | None:
    """The bits of an ``encodedList``; None when it is not one, or unpacks to an absurd size."""
    if not encoded.startswith("u"):
        return None
    text = encoded[1:]
    try:
        packed = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        reader = zlib.decompressobj(wbits=31)
        bits = reader.decompress(packed, _MOST_BYTES)
    except (binascii.Error, ValueError, zlib.error):
        return None
    whole = reader.eof and not reader.unused_data
    return bits if whole and len(bits) * 8 >= LENGTH else None


def is_set(bits: bytes, index: int) -> bool | None:
    """Whether a bit is set; None when the list has no such bit."""
    if not 0 <= index < len(bits) * 8:
        return None
    return bool(bits[index // 8] & (0x80 >> index % 8))


def allocate(credential: str, taken: frozenset[int], length: int = LENGTH) -> int:
    """The bit of a credential, from its ``id``: the same in every run, and free.

    A place that follows from the id tells nothing about the order in which people earned something.
    Raises ValueError when the list is full.
    """
    if len(taken) >= length:
        raise ValueError("the status list is full")
    index = int.from_bytes(hashlib.sha256(credential.encode("utf-8")).digest()[:8], "big") % length
    while index in taken:
        index = (index + 1) % length
    return index

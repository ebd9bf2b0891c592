"""Credentials in pictures, and lists in few bytes."""

from __future__ import annotations

import base64
import gzip
import struct
import zlib


def png(*texts: bytes, compressed: bool = False, damaged: bool = False) -> bytes:
    """A tiny picture with a chunk for each text."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    pixels = zlib.compress(b"\0" + bytes(4))
    packed = [
        b"openbadgecredential\0" + (b"\1\0\0\0" + zlib.compress(each) if compressed else b"\0\0\0\0" + each)
        for each in texts
    ]
    body = [chunk(b"iTXt", each) for each in packed]
    made = (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 6, 0, 0, 0))
        + b"".join(body)
        + chunk(b"IDAT", pixels)
        + chunk(b"IEND", b"")
    )
    return made.replace(b'"Pace', b'"Race', 1) if damaged else made


def svg(*texts: bytes, more: str = "", space: str = "https://purl.imsglobal.org/ob/v3p0") -> bytes:
    """A drawing with an element for each text."""
    inside = "".join(
        f"<openbadges:credential><![CDATA[{each.decode()}]]></openbadges:credential>" for each in texts
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="' + space + '"'
        f' viewBox="0 0 1 1">{inside}{more}<path d="M0 0h1v1z"/></svg>'
    ).encode()


def gzipped(data: bytes) -> str:
    """An ``encodedList`` of raw bytes."""
    return "u" + base64.urlsafe_b64encode(gzip.compress(data, mtime=0)).rstrip(b"=").decode()

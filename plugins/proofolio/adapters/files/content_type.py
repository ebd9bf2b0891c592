"""Which kinds of file may be published, and whether a file is what its name says.

Nothing that a browser runs is on the list (HTML, SVG, XML), and nothing may hide behind a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePosixPath

_OOXML = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."

ALLOWED: dict[str, str] = {
    "pdf": "application/pdf",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
    "gif": "image/gif",
    "csv": "text/csv",
    "txt": "text/plain",
    "vtt": "text/vtt",
    "docx": _OOXML + "wordprocessingml.document",
    "pptx": _OOXML + "presentationml.presentation",
    "xlsx": _OOXML + "spreadsheetml.sheet",
    "odt": _ODF + "text",
    "odp": _ODF + "presentation",
    "ods": _ODF + "spreadsheet",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "mp4": "video/mp4",
    "webm": "video/webm",
}
"""Extension (small letters, without the dot) to media type."""

HEAD = 4096
"""How many bytes are enough for :func:`matches`; of csv, txt and vtt give it the whole file."""

_HTML = re.compile(rb"<(?:html|script|svg|!doctype)", re.IGNORECASE)
_BOM = b"\xef\xbb\xbf"
_ZIP = b"PK\x03\x04"
_ZIP_NAME_LENGTH, _ZIP_EXTRA_LENGTH, _ZIP_NAME = slice(26, 28), slice(28, 30), 30
_SHARED_PARTS = (b"[Content_Types].xml", b"_rels/", b"docProps/", b"customXml/")
_VIDEO_BRANDS = "isom iso2 iso3 iso4 iso5 iso6 mp41 mp42 avc1 dash M4VH M4VP MSNV 3gp4 3gp5 mmp4"
_VIDEO = {b"M4V ", b"f4v ", *_VIDEO_BRANDS.encode().split()}
_AUDIO = {b"M4A ", b"M4B ", b"isom", b"iso2", b"iso5", b"iso6", b"mp41", b"mp42", b"dash"}


def extension(name: str) -> str:
    """The last extension in small letters, without its dot; empty when there is none."""
    return PurePosixPath(name).suffix.lower().removeprefix(".")


def matches(name: str, head: bytes) -> bool:
    """Whether the name's extension is allowed and the content agrees with it.

    ``head`` is the file's beginning, at least :data:`HEAD` bytes or all there is.
    """
    test = _TESTS.get(extension(name))
    return test is not None and test(head)


def _starts(*signatures: bytes) -> Callable[[bytes], bool]:
    return lambda head: head.startswith(signatures)


def _webp(head: bytes) -> bool:
    return head[:4] == b"RIFF" and head[8:12] == b"WEBP"


def _text(head: bytes) -> bool:
    """UTF-8 without NUL that no browser could take for a page."""
    if b"\0" in head or _HTML.search(head):
        return False
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        # The beginning of a longer file may end within a character, but only within its last one.
        return len(head) >= HEAD and error.reason == "unexpected end of data" and error.start >= len(head) - 3
    return True


def _captions(head: bytes) -> bool:
    return re.match(rb"WEBVTT(?:[ \t\r\n]|$)", head.removeprefix(_BOM)) is not None and _text(head)


def _first_part(head: bytes) -> bytes:
    """The name of the first file within a ZIP."""
    if not head.startswith(_ZIP):
        return b""
    length = int.from_bytes(head[_ZIP_NAME_LENGTH], "little")
    return head[_ZIP_NAME : _ZIP_NAME + length]


def _office(folder: bytes) -> Callable[[bytes], bool]:
    return lambda head: _first_part(head).startswith((*_SHARED_PARTS, folder))


def _open_document(media_type: str) -> Callable[[bytes], bool]:
    """An OpenDocument file begins with its own media type, uncompressed."""

    def test(head: bytes) -> bool:
        start = _ZIP_NAME + len(b"mimetype") + int.from_bytes(head[_ZIP_EXTRA_LENGTH], "little")
        return _first_part(head) == b"mimetype" and head[start:].startswith(media_type.encode() + _ZIP[:2])

    return test


def _mpeg_audio(head: bytes) -> bool:
    # Eleven set bits, then a version and a layer that exist.
    frame = len(head) > 2 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0
    return head.startswith(b"ID3") or (frame and head[1] & 0x18 != 0x08 and head[1] & 0x06 == 0x02)


def _mpeg4(brands: set[bytes]) -> Callable[[bytes], bool]:
    return lambda head: head[4:8] == b"ftyp" and head[8:12] in brands


def _webm(head: bytes) -> bool:
    return head.startswith(b"\x1a\x45\xdf\xa3") and b"webm" in head[:64]


_TESTS: dict[str, Callable[[bytes], bool]] = {
    "pdf": _starts(b"%PDF-"),
    "png": _starts(b"\x89PNG\r\n\x1a\n"),
    "jpg": _starts(b"\xff\xd8\xff"),
    "jpeg": _starts(b"\xff\xd8\xff"),
    "webp": _webp,
    "gif": _starts(b"GIF87a", b"GIF89a"),
    "csv": _text,
    "txt": _text,
    "vtt": _captions,
    "docx": _office(b"word/"),
    "pptx": _office(b"ppt/"),
    "xlsx": _office(b"xl/"),
    "odt": _open_document(ALLOWED["odt"]),
    "odp": _open_document(ALLOWED["odp"]),
    "ods": _open_document(ALLOWED["ods"]),
    "mp3": _mpeg_audio,
    "m4a": _mpeg4(_AUDIO),
    "mp4": _mpeg4(_VIDEO),
    "webm": _webm,
}

"""A credential in a PNG: one ``iTXt`` chunk among the picture's own (Open Badges 3.0, 5.3.1)."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from proofolio.core.diagnostics.error import ProofolioError

SIGNATURE = b"\x89PNG\r\n\x1a\n"
KEYWORDS = (b"openbadgecredential", b"clrcredential")
_KIND = b"iTXt"
_MOST_CHUNKS = 20_000


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of a PNG: its four letters and its content."""

    kind: bytes
    content: bytes

    @property
    def keyword(self) -> bytes | None:
        """What a text is about; None for anything but an ``iTXt``."""
        return self.content.partition(b"\0")[0] if self.kind == _KIND else None

    def written(self) -> bytes:
        """The chunk as it stands in a file."""
        body = self.kind + self.content
        return struct.pack(">I", len(self.content)) + body + struct.pack(">I", zlib.crc32(body))


def bake_png(image: bytes, text: str, keyword: bytes) -> bytes:
    """The picture with the text in it. What was baked in before is gone; all else stays byte for byte."""
    head, *rest = (each for each in _chunks(image) if each.keyword not in KEYWORDS)
    baked = Chunk(_KIND, keyword + b"\0\0\0\0\0" + text.encode("ascii"))
    return SIGNATURE + b"".join(each.written() for each in (head, baked, *rest))


def unbake_png(image: bytes) -> bytes | None:
    """The text in a picture; None when there is none. Raises ProofolioError when it is not to be trusted."""
    found = [each for each in _chunks(image) if each.keyword in KEYWORDS]
    if not found:
        return None
    if len(found) > 1:
        raise ProofolioError(
            "this picture holds more than one credential", "nobody can tell which one counts"
        )
    _, _, after = found[0].content.partition(b"\0")
    flags, parts = after[:2], after[2:].split(b"\0", 2)
    if flags[:1] != b"\0" or len(flags) != 2 or len(parts) != 3:
        raise ProofolioError(
            "the credential in this picture is packed in a way that the standard does not allow",
            "ask its issuer for the credential as a JSON file",
        )
    return parts[2]


def _chunks(image: bytes) -> Iterator[Chunk]:
    """All chunks, each checked. Raises ProofolioError when the file is not a whole PNG."""
    at, count = len(SIGNATURE), 0
    kind = b""
    while kind != b"IEND":
        if at + 12 > len(image):
            raise _damaged("it ends too early")
        (length,) = struct.unpack_from(">I", image, at)
        kind = image[at + 4 : at + 8]
        end = at + 12 + length
        count += 1
        if end > len(image) or count > _MOST_CHUNKS:
            raise _damaged("it ends too early" if end > len(image) else "it is cut into too many pieces")
        body = image[at + 4 : end - 4]
        if struct.unpack_from(">I", image, end - 4)[0] != zlib.crc32(body):
            raise _damaged("a checksum is wrong")
        if (count == 1) != (kind == b"IHDR"):
            raise _damaged("its parts are in the wrong order")
        yield Chunk(kind, body[4:])
        at = end
    if at != len(image):
        raise _damaged("something follows its end")


def _damaged(why: str) -> ProofolioError:
    return ProofolioError(
        f"this PNG picture is damaged: {why}", "take the badge again from where it came from"
    )

"""Opening what somebody hands in: a document, or an image with one inside."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from proofolio.adapters.badges.baking import unbake
from proofolio.adapters.signing.document import MOST_BYTES, parse
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.verifying.check import Check, Name, fails, holds, unknown
from proofolio.core.verifying.kind import Kind
from proofolio.core.verifying.verification import Verification

MOST_IMAGE_BYTES = 20 * 1024 * 1024
_PNG = b"\x89PNG\r\n\x1a\n"
_SVG = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?svg[\s>]")
_JWS = re.compile(rb"\s*eyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\s*")
_HEAD = 8192
_DEEPEST = 40
_MOST_VALUES = 100_000
_MOST_PAIRS = 1_000_000


@dataclass(frozen=True, slots=True)
class Opened:
    """A document that was read, with the checks made on the way; else why there is none."""

    document: Any = None
    checks: tuple[Check, ...] = ()
    refused: Verification | None = None


def read_json(data: bytes) -> dict[str, Any]:
    """The JSON object in these bytes, which every program reads alike.

    Raises ProofolioError for a member that stands there twice, what is no number, too much, too deep.
    """
    found = parse(data)
    _bounded(found)
    return found


def open_bytes(data: bytes) -> Opened:
    """What a file or an answer holds: JSON, or a PNG or SVG with JSON inside."""
    image = is_image(data)
    checks: tuple[Check, ...] = ()
    if image:
        try:
            inside = unbake(data)
        except ProofolioError as error:
            return _refused(fails(Name.BAKED, f"The image cannot be trusted: {error.message}."))
        if inside is None:
            return _refused(fails(Name.BAKED, "There is no credential in this image: it is only a picture."))
        data, checks = inside, (holds(Name.BAKED, "The image holds exactly one credential."),)
    if _JWS.fullmatch(data):
        words = "It is signed in another way (JWT), which cannot be checked here."
        return _refused(*checks, holds(Name.READABLE, "It can be read."), unknown(Name.SIGNATURE, words))
    try:
        return Opened(read_json(data), checks)
    except ProofolioError as error:
        return _refused(*checks, fails(Name.READABLE, f"It cannot be read: {error.message}."))


def is_image(data: bytes) -> bool:
    """Whether these are the bytes of a PNG or of an SVG."""
    return data.startswith(_PNG) or (
        not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")) and bool(_SVG.search(data[:_HEAD]))
    )


def limit_of(data: bytes) -> int:
    """How many bytes such a file may have."""
    return MOST_IMAGE_BYTES if is_image(data) else MOST_BYTES


def _refused(*checks: Check) -> Opened:
    return Opened(refused=Verification(Kind.OTHER, "an unknown document", checks))


def _bounded(value: Any) -> None:
    """Level by level, so that no nesting can exhaust this program.

    Looking for what stands in a list twice takes time with the square of its length.
    """
    level, depth, count, pairs = [value], 0, 0, 0
    while level:
        depth, count = depth + 1, count + len(level)
        if depth > _DEEPEST:
            raise ProofolioError("it is nested too deep")
        following: list[Any] = []
        for each in level:
            if isinstance(each, dict):
                following.extend(each.values())
            elif isinstance(each, list):
                pairs += len(each) ** 2
                following.extend(each)
        if count > _MOST_VALUES or pairs > _MOST_PAIRS:
            raise ProofolioError("it holds far too many entries")
        level = following

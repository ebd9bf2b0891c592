"""Re-encode a picture from outside, so that only what can be seen in it is published.

Photographs carry the place they were taken, the device and its owner, and sometimes a thumbnail of
what was cropped away; crafted files carry far worse. Decoding to pixels and encoding anew leaves
all of it behind, and whatever was hidden after the picture's end.
"""

from __future__ import annotations

import contextlib
import struct
import zlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath

from PIL import Image, UnidentifiedImageError

from proofolio.adapters.images.encode import encode
from proofolio.adapters.images.refusal import Refusal

_MIB, _MILLION = 1024 * 1024, 1_000_000
MOST_BYTES = 25 * _MIB
MOST_PIXELS = 40_000_000
MOST_PIXELS_OF_ALL_FRAMES = 60_000_000
MOST_FRAMES = 500
LONGER_SIDE = 2_000

FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP", ".gif": "GIF"}
_MEDIA_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp", "GIF": "image/gif"}
_ADVICE = {
    ".heic": "Telephones can share it as JPEG: “most compatible” in the camera's settings, or “export”.",
    ".heif": "Telephones can share it as JPEG: “most compatible” in the camera's settings, or “export”.",
    ".svg": "Export the drawing as PNG.",
}
_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_BROKEN = (OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, AttributeError, EOFError)
_UNREADABLE = (*_BROKEN, OverflowError, struct.error, zlib.error)


@dataclass(frozen=True, slots=True)
class CleanImage:
    """A picture fit to publish: same format as before, upright, ``width`` by ``height`` pixels."""

    data: bytes
    media_type: str
    width: int
    height: int


def clean(data: bytes, name: str) -> CleanImage | Refusal:
    """Decode and encode anew; the same bytes in give the same bytes out.

    ``name`` is the file's name, whose extension must tell the truth. The longer side becomes at
    most 2000 pixels; transparency and animation stay; orientation is applied; metadata goes.
    """
    extension = PurePosixPath(name).suffix.lower()
    wanted = FORMATS.get(extension)
    if wanted is None:
        hint = _ADVICE.get(extension, "Save it as one of these and add it again.")
        return Refusal("Only PNG, JPEG, WebP and GIF pictures can be shown.", hint)
    if len(data) > MOST_BYTES:
        return Refusal(
            f"The picture has {len(data) // _MIB:,} MB; at most {MOST_BYTES // _MIB} MB can be read.",
            "Save a smaller copy; more than 2000 pixels on a side is never shown.",
        )
    try:
        return _clean(data, wanted)
    except Image.DecompressionBombError:
        return _too_large("far too many")
    except UnidentifiedImageError:
        return Refusal("The file is not a picture, in spite of its name.", "Export it again as a picture.")
    except _UNREADABLE:
        return Refusal(
            "The picture is damaged or incomplete.", "Open it, and if it looks right, export it again."
        )


def _clean(data: bytes, wanted: str) -> CleanImage | Refusal:
    with Image.open(BytesIO(data), formats=sorted(set(FORMATS.values()))) as picture:
        # Some telephones put several pictures into one JPEG; the first is the one that is seen.
        several = picture.format == "MPO"
        actual = "JPEG" if several else picture.format
        if actual != wanted:
            return Refusal(
                f"The name says {wanted}, but the file is {actual}.",
                f"Rename it so that it ends in {_ending(str(actual))}.",
            )
        # From the header alone: reading anything else of it (the orientation, say) may decode it.
        pixels = picture.width * picture.height
        if pixels > MOST_PIXELS:
            return _too_large(f"{pixels // _MILLION:,}")
        frames = _frames(picture, only_first=several or wanted == "JPEG")
        if isinstance(frames, Refusal):
            return frames
        pictures, durations = frames
        encoded = encode(pictures, durations, wanted, loop=picture.info.get("loop"))
    width, height = pictures[0].size
    return CleanImage(encoded, _MEDIA_TYPES[wanted], width, height)


def _frames(picture: Image.Image, *, only_first: bool) -> tuple[list[Image.Image], list[int]] | Refusal:
    """Every frame, small and upright, with milliseconds; counted before each is decoded."""
    pixels = picture.width * picture.height
    pictures: list[Image.Image] = []
    durations: list[int] = []
    turn: Image.Transpose | None = None
    while True:
        if len(pictures) == MOST_FRAMES or pixels * (len(pictures) + 1) > MOST_PIXELS_OF_ALL_FRAMES:
            return Refusal(
                "The animation is too long or too large to be read.",
                "Make it shorter or smaller, or add it as a video.",
            )
        picture.load()
        turn = turn if pictures else _TURNS.get(_orientation(picture))
        durations.append(_milliseconds(picture))
        pictures.append(_fitted(picture, turn))
        if only_first:
            return pictures, durations
        try:
            picture.seek(len(pictures))
        except EOFError:
            return pictures, durations


def _too_large(millions: str) -> Refusal:
    return Refusal(
        f"The picture has {millions} million pixels; at most {MOST_PIXELS // _MILLION} million can be read.",
        "Save a smaller copy; more than 2000 pixels on a side is never shown.",
    )


def _fitted(picture: Image.Image, turn: Image.Transpose | None) -> Image.Image:
    plain = _plain(picture)
    longer = max(plain.size)
    if longer > LONGER_SIDE:
        width, height = (max(1, round(side * LONGER_SIDE / longer)) for side in plain.size)
        plain = plain.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
    if turn is not None:
        plain = plain.transpose(turn)
    # A fresh picture has nothing but pixels: no comments, profiles or other data come along.
    fresh = Image.new(plain.mode, plain.size)
    fresh.paste(plain)
    return fresh


def _plain(picture: Image.Image) -> Image.Image:
    """One of four modes that every format here can be made from: L, LA, RGB, RGBA."""
    if picture.mode.startswith("I"):  # 16 bits of grey; a plain conversion would clip, not scale
        return picture.convert("I").point(lambda grey: grey * (1 / 256)).convert("L")
    if picture.mode in {"LA", "La", "PA", "RGBa"} or "transparency" in picture.info:
        return picture.convert("LA" if picture.mode in {"L", "LA", "La"} else "RGBA")
    if picture.mode in {"1", "L"}:
        return picture.convert("L")
    return picture if picture.mode in {"RGB", "RGBA"} else picture.convert("RGB")


def _orientation(picture: Image.Image) -> int:
    with contextlib.suppress(*_UNREADABLE):
        return int(picture.getexif().get(_ORIENTATION, 1))
    return 1


def _milliseconds(picture: Image.Image) -> int:
    with contextlib.suppress(*_UNREADABLE):
        return min(60_000, max(20, int(picture.info.get("duration", 100))))
    return 100


def _ending(actual: str) -> str:
    return next(extension for extension, each in FORMATS.items() if each == actual)

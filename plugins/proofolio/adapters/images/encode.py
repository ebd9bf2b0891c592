"""Write pictures as files, with fixed settings: the same pixels always give the same bytes."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from PIL import Image

_SETTINGS: dict[str, dict[str, Any]] = {
    "PNG": {"optimize": True},
    "JPEG": {"quality": 85, "optimize": True, "progressive": True, "subsampling": "4:2:0"},
    "WEBP": {"quality": 85, "method": 4},
    "GIF": {"optimize": False},
}


def encode(pictures: list[Image.Image], durations: list[int], kind: str, loop: object = None) -> bytes:
    """The bytes of a PNG, JPEG, WEBP or GIF; more than one picture make an animation.

    ``durations`` are milliseconds, one for each picture; ``loop`` counts repetitions, 0 for ever.
    """
    first, *others = (_suited(each, kind) for each in pictures)
    settings = dict(_SETTINGS[kind])
    if others:
        settings |= {"save_all": True, "append_images": others, "duration": durations}
        settings |= {"disposal": 2} if kind == "GIF" else {}
        if isinstance(loop, int) and 0 <= loop <= 0xFFFF:
            settings["loop"] = loop
    stream = BytesIO()
    first.save(stream, format=kind, **settings)
    return stream.getvalue()


def _suited(picture: Image.Image, kind: str) -> Image.Image:
    if kind == "JPEG" and picture.mode in {"LA", "RGBA"}:
        return picture.convert("RGB")
    if kind == "WEBP" and picture.mode in {"L", "LA"}:
        return picture.convert("RGBA" if picture.mode == "LA" else "RGB")
    if kind == "GIF" and picture.mode == "LA":
        return picture.convert("RGBA")
    return picture

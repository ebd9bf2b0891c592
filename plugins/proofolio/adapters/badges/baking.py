"""Baking: putting a credential into the picture of its badge, and taking it out again."""

from __future__ import annotations

import json
from typing import Any

from proofolio.adapters.badges.baked_png import KEYWORDS, SIGNATURE, bake_png, unbake_png
from proofolio.adapters.badges.baked_svg import bake_svg, unbake_svg
from proofolio.adapters.signing.document import parse
from proofolio.core.diagnostics.error import ProofolioError

MOST_BYTES = 12_000_000
"""Larger than any badge; larger files are not even looked at."""
_LEARNER_RECORD = "ClrCredential"


def bake(image: bytes, credential: bytes) -> bytes:
    """The PNG or SVG with the credential (JSON) in it, in the place of one that it held before.

    It is written in ASCII, as some wallets read nothing else; as data it is the same.
    Raises ProofolioError when the picture or the credential is not sound.
    """
    document = parse(credential)
    text = json.dumps(document, ensure_ascii=True, separators=(",", ":"))
    clr = _is_learner_record(document)
    is_png = _is_png(_fit(image))
    baked = bake_png(image, text, KEYWORDS[clr]) if is_png else bake_svg(image, text, clr=clr)
    again = unbake(baked)
    if again is None or parse(again) != document:
        raise ProofolioError("the credential could not be put into this picture", "use another picture")
    return baked


def unbake(image: bytes) -> bytes | None:
    """What is baked into a PNG or SVG: JSON, or a token of another issuer's; None when nothing is.

    Nothing of it is trusted yet. Raises ProofolioError when the file is no such picture, is damaged,
    holds several credentials, or was made to do harm.
    """
    return unbake_png(image) if _is_png(_fit(image)) else unbake_svg(image)


def _is_png(image: bytes) -> bool:
    return image.startswith(SIGNATURE)


def _fit(image: bytes) -> bytes:
    if len(image) > MOST_BYTES:
        raise ProofolioError(
            "this picture is far too large for a badge", "badges are a few hundred kilobytes"
        )
    return image


def _is_learner_record(document: dict[str, Any]) -> bool:
    types = document.get("type")
    return isinstance(types, list) and _LEARNER_RECORD in types

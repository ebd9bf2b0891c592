"""What a form on the site kept, as JSON: opened, and taken apart piece by piece.

Each piece is named in what it raises, so that whoever edited the file by hand finds the place.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.diagnostics.suggestion import did_you_mean, known_words

_MOST = 1024 * 1024
_ASIDE = ("me",)
"""What a form keeps of the writer, and no file tells."""


def opened(data: bytes, known: tuple[str, ...], shorten: str = "keep the essence") -> Mapping[str, Any]:
    """The answers by name. ``shorten`` is the hint for too many of them.

    Raises ProofolioError that says what cannot be taken, and why, as all of these do.
    """
    if len(data) > _MOST:
        raise ProofolioError("the answers are too long", shorten)
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        message = f"the answers cannot be read: {error}"
        raise ProofolioError(message, "they have to be JSON in UTF-8") from error
    return mapping("", found, (*known, *_ASIDE))


def mapping(key: str, value: Any, known: tuple[str, ...] | None = None) -> dict[str, Any]:
    """Names with answers; with ``known``, no others."""
    if not isinstance(value, dict):
        raise unfit(key, "holds names with answers, {…}")
    for name in value:
        if known is not None and name not in known:
            hint = did_you_mean(name, known) or known_words(known)
            raise ProofolioError(f"the answers have an unknown name '{name}'", hint)
    return value


def items(key: str, value: Any) -> list[Any]:
    """A list."""
    if not isinstance(value, list):
        raise unfit(key, "holds a list, […]")
    return value


def text(key: str, value: Any) -> str:
    """A text; a number is taken as it is written."""
    if isinstance(value, str):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return json.dumps(value)
    raise unfit(key, "is a text")


def texts(key: str, value: Any) -> dict[str, str]:
    """Texts by name."""
    return {name: text(f"{key}.{name}", each) for name, each in mapping(key, value).items()}


def list_of_texts(key: str, value: Any) -> tuple[str, ...]:
    """Texts in a row."""
    return tuple(text(key, each) for each in items(key, value))


def unfit(key: str, why: str) -> ProofolioError:
    """What to raise for an answer that cannot be taken."""
    return ProofolioError(f"the answers cannot be taken: {key or 'the whole'} {why}", None)

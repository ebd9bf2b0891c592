"""Reading a credential strictly: two programs that read it must have read the same."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from proofolio.adapters.signing.canonical import UnsignableError

MOST_BYTES = 2_000_000
"""Larger than any learner record of ours; canonicalising takes seconds from there on."""


def parse(data: bytes) -> dict[str, Any]:
    """The JSON object in these bytes (UTF-8).

    Raises UnsignableError when they are none, or hold the same member twice (each program would
    read another one), a number that is none, or far too much.
    """
    if len(data) > MOST_BYTES:
        raise UnsignableError("this is far too large for a credential")
    try:
        text = data.decode("utf-8")
        found = json.loads(text, object_pairs_hook=_object, parse_constant=_constant)
    except UnicodeDecodeError:
        raise UnsignableError("this is not a credential: it is not UTF-8 text") from None
    except RecursionError:
        raise UnsignableError("this document is nested too deep") from None
    except json.JSONDecodeError as error:
        why = f"this is not a credential: it is not JSON (line {error.lineno}, column {error.colno})"
        raise UnsignableError(why) from None
    except ValueError as error:
        raise UnsignableError(f"this is not a credential: {error}") from None
    if not isinstance(found, dict):
        raise UnsignableError("this is not a credential: it is not a JSON object")
    return found


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(each for each in names if names.count(each) > 1)
        raise UnsignableError(f"this document says '{twice[:80]}' twice in one place")
    return found


def _constant(name: str) -> NoReturn:
    raise UnsignableError(f"this document holds {name}, which is not a number")

"""Bytes as JSON data, strictly: a key that stands twice would lose something without a word."""

from __future__ import annotations

import json
import math
from collections import Counter
from typing import Any

from proofolio.adapters.interchange.size import must_be_small
from proofolio.core.converting.trouble import Trouble, Unreadable

DIGITS = 17
"""Digits of a whole number that our own reader takes for a number."""


def looks_like_json(data: bytes) -> bool:
    """Whether the first sign is that of an object or a list."""
    head = data[:200].decode("utf-8", "ignore").lstrip("\ufeff \t\r\n")
    return head.startswith(("{", "["))


def parsed(data: bytes) -> Any:
    """The data. Raises ``Unreadable`` with line and column."""
    must_be_small(data)
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        why = f"this is not UTF-8 text (byte 0x{data[error.start]:02x})"
        raise Unreadable([Trouble(f"line {line}", why, "save the file as UTF-8")]) from None
    troubles: list[Trouble] = []

    def pairs(given: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(given)
        if len(made) < len(given):
            ((twice, _),) = Counter(key for key, _ in given).most_common(1)
            troubles.append(Trouble("", f"the key '{twice[:60]}' stands twice in one object", "delete one"))
        return made

    def constant(name: str) -> None:
        troubles.append(Trouble("", f"{name} is no number that JSON knows"))

    try:
        found = json.loads(text, object_pairs_hook=pairs, parse_constant=constant)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        hint = "a comma, a bracket or a quotation mark is missing or too many, here or just before"
        raise Unreadable([Trouble(where, "the JSON cannot be read from here on", hint)]) from None
    except (RecursionError, ValueError):
        why = "it is nested too deeply, or a number in it is too long"
        raise Unreadable([Trouble("", why)]) from None
    troubles.extend(_broken(found))
    if troubles:
        raise Unreadable(troubles)
    return found


def _broken(data: Any) -> list[Trouble]:
    """Halves of characters: JSON can write them, and nothing can store them."""
    found: list[Trouble] = []
    todo: list[tuple[str, Any]] = [("$", data)]
    while todo:
        path, value = todo.pop()
        if isinstance(value, dict):
            todo.extend((f"{path}.{key}", each) for key, each in value.items())
            texts = list(value)
        elif isinstance(value, list):
            todo.extend((f"{path}[{at}]", each) for at, each in enumerate(value))
            texts = []
        else:
            texts = [value] if isinstance(value, str) else []
            if _too_long(value):
                found.append(
                    Trouble(path, "a number with so many digits cannot be kept", "write it as a text")
                )
        if any("\ud800" <= sign <= "\udfff" for text in texts for sign in text):
            shown = path.encode("ascii", "backslashreplace").decode()
            found.append(
                Trouble(shown, "half of a character stands here", r"look for \ud8… to \udf… in the file")
            )
    return found


def _too_long(value: object) -> bool:
    """Whether a number is beyond what files can hold exactly."""
    if isinstance(value, float):
        return not math.isfinite(value)
    return isinstance(value, int) and len(str(value)) > DIGITS


def written(data: Any) -> bytes:
    """Data as a JSON file that people can read."""
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()

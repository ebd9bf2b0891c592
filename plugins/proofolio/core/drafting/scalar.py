"""Single answers as YAML: what is a day, a number, an address, and how a text is quoted.

A form in the browser (``assets/write/yaml.js``) writes the same bytes, so every rule here is said in
characters, never in what a library happens to accept.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date

from proofolio.core.drafting.lines import yaml_text

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_COUNT = re.compile(r"0*([0-9]{1,6})")
_AMOUNT = re.compile(r"([+-]?)0*([0-9]{1,9})(?:[.,]([0-9]{1,6}))?")
_GROUPED = re.compile(r"[+-]?[0-9]{1,3},[0-9]{3}")
_ADDRESS = re.compile(
    r"[Hh][Tt][Tt][Pp][Ss]?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?(?:[/?#][!-~]*)?"
)
_UNFIT = re.compile(r"[<>\"\\]")


def day(text: str) -> str | None:
    """A day as a form gives it, 2026-10-05; None for anything else."""
    found = _DAY.fullmatch(text)
    if not found:
        return None
    try:
        date(*(int(each) for each in found.groups()))
    except ValueError:
        return None
    return text


def count(text: str) -> str | None:
    """A whole number of people."""
    found = _COUNT.fullmatch(text)
    return found[1] if found else None


def amount(text: str) -> str | None:
    """A number with a point or a comma, digit for digit; None for one that could be two (1,200)."""
    found = _AMOUNT.fullmatch(text)
    if not found or _GROUPED.fullmatch(text):
        return None
    sign = "-" if found[1] == "-" else ""
    return f"{sign}{found[2]}.{found[3]}" if found[3] else f"{sign}{found[2]}"


def web_address(text: str) -> bool:
    """Whether it is an address that a page can link to."""
    return _ADDRESS.fullmatch(text) is not None and not _UNFIT.search(text)


def in_flow(text: str) -> str:
    """A text between braces, where a comma would end it."""
    bare = yaml_text(text)
    if bare.startswith('"') or not any(each in text for each in ",{}[]"):
        return bare
    return json.dumps(text, ensure_ascii=False)


def flow(pairs: Iterable[tuple[str, str]]) -> str:
    """Pairs of a key and a finished value, between braces."""
    return "{" + ", ".join(f"{key}: {value}" for key, value in pairs) + "}"


def unread(key: str, *values: tuple[str, str]) -> str:
    """What could not be read, as a remark in the front matter: kept for its author, published nowhere."""
    if len(values) == 1 and not values[0][0]:
        return f"# {key}: {json.dumps(values[0][1], ensure_ascii=False)}"
    kept = flow((name, json.dumps(value, ensure_ascii=False)) for name, value in values if value)
    return f"# {key}: {kept}"

"""What Mahara's values say in our words, and how ours are written into them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from proofolio.core.converting.plain import cut, description, stem, title
from proofolio.core.model.framework import Level

SHORT_LIMIT, NAME_LIMIT = 100, 255
STATUSES = {
    "begun": "Ready for assessment",
    "incomplete": "Doesn't match the standard",
    "partialcomplete": "Partially matches the standard",
    "completed": "Matches the standard",
}
"""What an assessor can say of evidence, lowest first, with Mahara's own words for it."""
_CODE = re.compile(r"[A-Za-z]{0,4}[ .:-]?\d[\w.()-]{0,8}")


def code_of(shortname: str, name: str) -> str | None:
    """A short name that is a number or the like ("1.2", "T3"), as a code."""
    short = title(shortname)
    return short if short != name and _CODE.fullmatch(short) else None


def name_of(data: Mapping[str, Any]) -> str:
    """The name, or the short one when there is no other."""
    return title(_str(data.get("name"))) or title(_str(data.get("shortname")))


def said(data: Mapping[str, Any]) -> str:
    """The description in plain text."""
    return description(_str(data.get("description")))


def sentence(data: Mapping[str, Any]) -> str:
    """Name and description as one, for an indicator."""
    name, told = name_of(data), said(data)
    if not told or told == name or told.startswith(stem(name) or name):
        return told or name
    return f"{name.rstrip('.')}: {told}"


def named(name: str, code: str | None) -> dict[str, str]:
    """Short name and name, as long as Mahara allows."""
    return {"shortname": cut(code or name, SHORT_LIMIT), "name": cut(name, NAME_LIMIT)}


def written(name: str, statement: str) -> str:
    """The description; a name that is too long begins it, whole."""
    text = escape(statement, quote=False)
    if len(name) <= NAME_LIMIT:
        return text
    return f"<p>{escape(name, quote=False)}</p>" + (f"<p>{text}</p>" if text else "")


def levels(statuses: object) -> tuple[Level, ...]:
    """The scale that the evidence statuses make; mastery is where evidence is complete."""
    given = dict(_statuses(statuses))
    return tuple(
        Level(key, title(given.get(key, "")) or usual, key == "completed") for key, usual in STATUSES.items()
    )


def written_levels(scale: Sequence[Level]) -> list[dict[str, str]]:
    """Evidence statuses for a scale: the threshold is completed, what is below it is less than that."""
    if [each.id for each in scale] == list(STATUSES):
        return [{each.id: each.title} for each in scale]
    at = next((at for at, each in enumerate(scale) if each.mastery), len(scale) - 1)
    texts = dict(STATUSES)
    if scale:
        texts["completed"] = scale[at].title
    if at >= 1:
        texts["incomplete"] = scale[0].title
    if at > 1:
        texts["partialcomplete"] = scale[at - 1].title
    return [{key: text} for key, text in texts.items()]


def carried(scale: Sequence[Level]) -> int:
    """How many levels of a scale the statuses name."""
    if [each.id for each in scale] == list(STATUSES):
        return len(scale)
    at = next((at for at, each in enumerate(scale) if each.mastery), len(scale) - 1)
    return min(at, 2) + 1


def given(statuses: object) -> tuple[str, ...]:
    """The keys of all evidence statuses of a file, also of those that Mahara does not have."""
    return tuple(dict(_named(statuses)))


def _named(statuses: object) -> Iterator[tuple[str, object]]:
    """Keys and values, whether they stand in a list of objects or in one object; keys may be numbers."""
    parts = statuses if isinstance(statuses, list) else [statuses]
    keys = list(STATUSES)
    for each in parts:
        if isinstance(each, Mapping):
            for key, value in each.items():
                yield (keys[int(key)] if key in ("0", "1", "2", "3") else key), value


def _statuses(statuses: object) -> Iterator[tuple[str, str]]:
    """Those of Mahara's own four that have a text."""
    for name, text in _named(statuses):
        if isinstance(text, str) and name in STATUSES:
            yield name, text


def _str(value: object) -> str:
    return value if isinstance(value, str) else ""

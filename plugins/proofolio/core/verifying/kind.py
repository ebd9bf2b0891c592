"""What kind of document lies before us."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

OPEN_BADGES_2 = "https://w3id.org/openbadges/v2"


class Kind(StrEnum):
    """The documents that can be verified; ``OTHER`` is none of them."""

    BADGE = "OpenBadgeCredential"
    RECORD = "ClrCredential"
    STATUS_LIST = "BitstringStatusListCredential"
    HOSTED_ASSERTION = "Assertion"
    OTHER = "other"


_TYPES = {
    "OpenBadgeCredential": Kind.BADGE,
    "AchievementCredential": Kind.BADGE,
    "ClrCredential": Kind.RECORD,
    "BitstringStatusListCredential": Kind.STATUS_LIST,
}


def kind_of(document: object) -> Kind:
    """The kind of a document, by its ``type``; a document of two kinds is none."""
    if not isinstance(document, Mapping):
        return Kind.OTHER
    types = _texts(document.get("type"))
    found = {_TYPES[each] for each in types if each in _TYPES}
    if len(found) == 1 and "VerifiableCredential" in types:
        return found.pop()
    if "Assertion" in types and not found and OPEN_BADGES_2 in _texts(document.get("@context")):
        return Kind.HOSTED_ASSERTION
    return Kind.OTHER


def _texts(value: Any) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(each for each in values if isinstance(each, str))

"""Understanding a name as people type it: case, hyphens, plurals, the first letters, one slip."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

SHORTEST_PREFIX = 4
SHORTEST_WITH_A_SLIP = 5


@dataclass(frozen=True, slots=True)
class Meant:
    """What a word was taken for. ``sure`` is False when letters were missing or wrong.

    ``choices`` are the ids that it could equally mean; then ``id`` is None.
    """

    id: str | None
    sure: bool = True
    choices: tuple[str, ...] = ()


def folded(text: str) -> str:
    """A name in the form in which ids are written: small letters and single hyphens."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[\W_]+", "-", plain).strip("-")


def meant(word: str, names: Mapping[str, str]) -> Meant | None:
    """What a word means among ``names`` (a folded name → an id); None when it means none of them."""
    wanted = folded(word)
    if not wanted:
        return None
    if wanted in names:
        return Meant(names[wanted])
    for form in (_squeezed, _singular):
        found = {id_ for name, id_ in names.items() if form(name) == form(wanted)}
        if len(found) == 1:
            return Meant(found.pop())
    for near in (_begins, _slipped):
        found = {id_ for name, id_ in names.items() if near(wanted, name)}
        if len(found) == 1:
            return Meant(found.pop(), sure=False)
        if found:
            return Meant(None, sure=False, choices=tuple(sorted(found)))
    return None


def _squeezed(name: str) -> str:
    return name.replace("-", "")


def _singular(name: str) -> str:
    return "-".join(part.removesuffix("s") for part in name.split("-"))


def _begins(wanted: str, name: str) -> bool:
    return len(wanted) >= SHORTEST_PREFIX and name.startswith(wanted)


def _slipped(wanted: str, name: str) -> bool:
    """Whether one letter is wrong, missing, too many, or two have changed places."""
    if min(len(wanted), len(name)) < SHORTEST_WITH_A_SLIP or abs(len(wanted) - len(name)) > 1:
        return False
    start = 0
    while start < min(len(wanted), len(name)) and wanted[start] == name[start]:
        start += 1
    a, b = wanted[start:], name[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])

"""Ids for what comes from formats that have none like ours: made of words, each given once."""

from __future__ import annotations

import re
import unicodedata

MAX_ID = 64
"""Characters in an id, as everywhere."""
DEVICES = ("con", "prn", "aux", "nul", *(f"{n}{i}" for n in ("com", "lpt") for i in range(1, 10)))
"""Names that no file or folder may have: some computers cannot store them."""
RESERVED = ("framework", *DEVICES)
"""Names that no competency's file may have: the framework's own, and those of ``DEVICES``."""
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "þ": "th", "ð": "d"})
_IS_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def identifier(text: str) -> str:
    """A text as an id: lower-case ASCII words joined by hyphens, cut between words; "" if nothing is left."""
    lowered = unicodedata.normalize(
        "NFKD", text.lower().translate(_LETTERS).replace("'", "").replace("’", "")
    )
    ascii_only = "".join(each for each in lowered if not unicodedata.combining(each))
    whole = "-".join(re.findall(r"[a-z0-9]+", ascii_only))
    if len(whole) <= MAX_ID:
        return whole
    return (whole[: MAX_ID + 1].rpartition("-")[0] or whole)[:MAX_ID]


def is_identifier(text: str) -> bool:
    """Whether a text is an id already."""
    return len(text) <= MAX_ID and _IS_ID.fullmatch(text) is not None


class Ids:
    """Hands out ids within one scope (the competencies of a framework, say), none of them twice."""

    def __init__(self, *taken: str) -> None:
        self._taken = set(taken)
        self._last: dict[str, int] = {}

    def take(self, *wishes: str, otherwise: str = "item") -> str:
        """An id made of the first wish of which one can be made; numbered when it is taken already."""
        first = next((made for wish in wishes if (made := identifier(wish))), otherwise)
        chosen, number = first, self._last.get(first, 1)
        while chosen in self._taken:
            number += 1
            ending = f"-{number}"
            chosen = first[: MAX_ID - len(ending)].rstrip("-") + ending
        self._taken.add(chosen)
        self._last[first] = number
        return chosen

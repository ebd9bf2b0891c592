"""Making text safe to look at: nothing that moves the cursor, hides or turns what stands there."""

from __future__ import annotations

import unicodedata

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_JOINERS = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"
_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))


def visible(text: str) -> str:
    """The text with each control, direction and invisible character shown as a replacement mark.

    Lengths in characters stay the same. Joiners stay: Persian and emoji are written with them.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        _REPLACEMENT if unicodedata.category(each) in _UNSEEN and each not in _JOINERS else each
        for each in text
    )


def one_line(text: str) -> str:
    """The text on one line, visible, with each run of blanks as one space."""
    return visible(" ".join(text.split()))


def width(text: str) -> int:
    """How many columns a terminal gives to visible text: two for wide letters, none for accents."""
    return sum(_columns(each) for each in text)


def _columns(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1

"""A person's picture without a picture: the initials of the name, in one of a few colours."""

from __future__ import annotations

import unicodedata

_TONES = 6


def initials(name: str) -> str:
    """The first letters of the first and the last part of a name; of a name in one piece, the first."""
    parts = [letters for part in name.split() if (letters := [each for each in part if each.isalpha()])]
    if not parts:
        return "·"
    ends = (parts[0], parts[-1]) if len(parts) > 1 and _cased(parts[0][0]) else (parts[0],)
    return "".join(each[0] for each in ends).upper()


def tone(name: str) -> int:
    """Which of the colours, 1 to 6: always the same one for the same name. It means nothing."""
    return 1 + sum(map(ord, name)) % _TONES


def _cased(letter: str) -> bool:
    """Whether the script has capitals: in others, two single letters beside each other make no initials."""
    return unicodedata.category(letter) in ("Lu", "Ll", "Lt")

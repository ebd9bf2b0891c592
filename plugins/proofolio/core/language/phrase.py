"""Small numbers and lists within sentences: "two", "a, b and c", "a or b"."""

from __future__ import annotations

from collections.abc import Iterable

from proofolio.core.language.say import deferred, number, said, say, says

_SMALL = (
    deferred("no"), deferred("one"), deferred("two"), deferred("three"), deferred("four"), deferred("five"),
    deferred("six"), deferred("seven"), deferred("eight"), deferred("nine"), deferred("ten"),
)  # fmt: skip


def figure(value: int) -> str:
    """A whole number within a sentence, small ones spelt out: "four", "12".

    Languages whose numbers agree with their nouns write figures here.
    """
    return said(_SMALL[value]) if 0 <= value < len(_SMALL) else number(value)


def listed(words: Iterable[str]) -> str:
    """Words as a list in a sentence: "a, b and c"."""
    every = list(words)
    if len(every) < 2:
        return "".join(every)
    return say("{first} and {last}", first=", ".join(every[:-1]), last=every[-1])


def either(words: Iterable[str], most: int | None = None) -> str:
    """Words to choose from: "a, b or c". When there are more than ``most``, the rest is only counted."""
    every = list(words)
    if most is not None and len(every) > most:
        rest = len(every) - most + 1
        every = [*every[: most - 1], says("{n} other", "{n} others", rest)]
    if len(every) < 2:
        return "".join(every)
    return say("{first} or {last}", first=", ".join(every[:-1]), last=every[-1])


def shortened(words: Iterable[str], most: int | None = None) -> str:
    """Words with commas between them; when there are more than ``most``, the rest is only counted."""
    every = list(words)
    if most is None or len(every) <= most + 1:
        return ", ".join(every)
    return say("{first} and {n} more", first=", ".join(every[:most]), n=len(every) - most)


def capital(text: str) -> str:
    """The text with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]

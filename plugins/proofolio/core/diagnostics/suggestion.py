""" "Did you mean …?": the nearest known word to one that is not known."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant, or None when nothing is near."""
    choices = {choice.lower(): choice for choice in sorted(known)}
    near = get_close_matches(word.lower().replace("_", "-").replace(" ", "-"), choices, n=1, cutoff=0.6)
    near = near or get_close_matches(word.lower(), choices, n=1, cutoff=0.6)
    return choices[near[0]] if near else None


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """A hint that names the nearest of ``known``, or None when nothing is near."""
    near = nearest(word, known)
    return f"did you mean {near}?" if near else None


def known_words(known: Iterable[str], most: int = 8) -> str:
    """The known words as a short list for a hint ("known: a, b, c, …")."""
    words = sorted(known)
    shown = ", ".join(words[:most])
    return f"known: {shown}{', …' if len(words) > most else ''}" if words else "none is defined yet"

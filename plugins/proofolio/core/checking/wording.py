"""How numbers and circles are said in messages."""

from __future__ import annotations

from collections.abc import Sequence


def counted(number: float, noun: str, nouns: str | None = None) -> str:
    """A number with its noun: "1 word", "3 words", "2.5 hours"."""
    return f"{number:g} {noun if number == 1 else nouns or noun + 's'}"


def listed(words: Sequence[str]) -> str:
    """Words in one line: "a", "a and b", "a, b and c"."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def circle(names: Sequence[str]) -> str:
    """A whole circle, back to where it begins: "a → b → a"."""
    return " → ".join((*names, names[0]))

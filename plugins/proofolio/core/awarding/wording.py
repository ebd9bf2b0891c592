"""The plain words in which decisions give their reasons."""

from __future__ import annotations

from collections.abc import Iterable

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_KINDS = {
    "audio": "a recording",
    "classroom-material": "classroom material",
    "data": "data",
    "image": "an image",
    "observation": "an observation",
    "student-work": "student work",
    "attendance": "an attendance record",
}


def number(count: int) -> str:
    """A small number as a word, a large one in figures."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else str(count)


def hours(amount: float) -> str:
    """Clock hours without needless decimals ("21.5", "150")."""
    return f"{amount:.2f}".rstrip("0").rstrip(".")


def plural(count: int, one: str, many: str | None = None) -> str:
    """A counted noun ("1 criterion", "2 criteria")."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def listing(items: Iterable[str], most: int | None = None) -> str:
    """Items with commas; when there are more than ``most``, the rest is only counted."""
    every = list(items)
    if most is None or len(every) <= most + 1:
        return ", ".join(every)
    return f"{', '.join(every[:most])} and {len(every) - most} more"


def joined(items: Iterable[str]) -> str:
    """Names as a sentence has them ("Rosa Diaz and Tomas Reyes")."""
    *head, last = list(items) or [""]
    return f"{', '.join(head)} and {last}" if head else last


def either(items: Iterable[str], most: int = 4) -> str:
    """Names to choose from ("Rosa Diaz or Tomas Reyes"); many are only counted in part."""
    every = list(items)
    if len(every) > most:
        every = [*every[: most - 1], f"{len(every) - most + 1} others"]
    *head, last = every or [""]
    return f"{', '.join(head)} or {last}" if head else last


def quoted(title: str) -> str:
    """A title within a sentence."""
    return f"“{title}”"


def kind(name: str) -> str:
    """An artifact's kind with its article ("a lesson plan")."""
    return _KINDS.get(name, f"a {name.replace('-', ' ')}")


def sentence(text: str) -> str:
    """``text`` as one sentence: a capital (unless it begins with a file's name or id) and a stop."""
    words = " ".join(text.split())
    if not words:
        return ""
    first = words.split(" ", 1)[0]
    if first.rstrip(",:;.").isalpha():
        words = words[0].upper() + words[1:]
    return words if words[-1] in ".!?…" or words[-2:] in (".”", "?”", "!”") else f"{words}."

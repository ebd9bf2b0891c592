"""Interface words in the language that is spoken: ``say`` and ``says``.

Which language that is, the door decides once, with ``speaking``; nothing below it passes it along. What
a function returns depends on it, as it depends on its arguments. Messages are written in English,
whole sentences with named places, because other languages put words in another order:
``say("From {before} to {after}", before=…, after=…)``. The message has to stand there as it is, for the
catalogue to find it: never built from pieces. A table of messages, made before anybody speaks, holds
what ``deferred`` gives; ``said`` says it when the time comes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from typing import NewType

from proofolio.core.language.tongue import English, Tongue

Deferred = NewType("Deferred", str)
"""A message that is not said yet: still English, whatever is spoken."""

_ENGLISH = English()
_SPOKEN: ContextVar[Tongue] = ContextVar("spoken", default=_ENGLISH)


def spoken() -> Tongue:
    """The language that is spoken now."""
    return _SPOKEN.get()


@contextmanager
def speaking(tongue: Tongue) -> Iterator[None]:
    """Speak this language within the block."""
    before = _SPOKEN.set(tongue)
    try:
        yield
    finally:
        _SPOKEN.reset(before)


def say(message: str, **places: object) -> str:
    """The message in the spoken language, with its places filled in.

    Numbers that are given as numbers are written as the language writes them.
    """
    return _filled(_SPOKEN.get().text(message), places)


def says(one: str, many: str, number: float, **places: object) -> str:
    """The form of a message that goes with ``number``, which fills the place ``{n}``."""
    return _filled(_SPOKEN.get().plural(one, many, number), {"n": number, **places})


def say_as(context: str, message: str, **places: object) -> str:
    """A message whose English is used for two things; ``context`` says, for the translator, which it is."""
    return _filled(_SPOKEN.get().context(context, message), places)


def deferred(message: str) -> Deferred:
    """A message for later, marked for the catalogue to find it."""
    return Deferred(message)


def said(message: Deferred, **places: object) -> str:
    """A message that was deferred, said now."""
    return _filled(_SPOKEN.get().text(message), places)


def day(on: date) -> str:
    """A day in words."""
    return _SPOKEN.get().day(on)


def month(on: date) -> str:
    """A day's month and year in words."""
    return _SPOKEN.get().month(on)


def number(value: float) -> str:
    """A figure as people write it."""
    return _SPOKEN.get().number(value)


def _filled(text: str, places: dict[str, object]) -> str:
    if not places:
        return text
    return text.format_map({key: _written(each) for key, each in places.items()})


def _written(value: object) -> str:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _SPOKEN.get().number(value)
    return str(value)

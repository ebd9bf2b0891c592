"""Tidying a document before it is signed: nothing empty, no character that signing cannot carry."""

from __future__ import annotations

from typing import Any

_FIRST_PLAIN = 0x20
_DELETE, _LAST_CONTROL = 0x7F, 0x9F
_SURROGATES = range(0xD800, 0xE000)


def tidy(document: Any) -> Any:
    """The document without members that are None or empty, and with its texts :func:`plain`."""
    if isinstance(document, str):
        return plain(document)
    if isinstance(document, dict):
        made = {name: tidy(value) for name, value in document.items()}
        return {name: value for name, value in made.items() if not _is_empty(value)}
    if isinstance(document, list | tuple):
        return [each for each in map(tidy, document) if not _is_empty(each)]
    return document


def plain(text: str) -> str:
    """A text with a space for each control character but the line feed.

    Word processors leave such characters (a vertical tab) in what is pasted from them; nobody sees
    them, and canonical forms disagree about them.
    """
    return "".join(" " if _is_control(ord(each)) else each for each in text.replace("\r\n", "\n"))


def _is_control(code: int) -> bool:
    below = code < _FIRST_PLAIN and code != ord("\n")
    return below or _DELETE <= code <= _LAST_CONTROL or code in _SURROGATES


def _is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, str | list | dict) and not value)

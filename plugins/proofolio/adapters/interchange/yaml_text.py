"""Data as YAML that a person likes to read, and that our own strict reader reads back unchanged."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

WIDTH = 100
_PLAIN = re.compile(r"[^\W\d_](?:[\w ,.()/'’–;!?&+%“”-]|:(?! |$))*")
_IN_FLOW = re.compile(r"[,?:]")
_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_ESCAPED = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_UNUSUAL = re.compile(_ESCAPED.pattern.replace("\x00-\x1f", "\x00-\x09\x0b-\x1f"))
"""What no block of text may hold: only between double quotes can it be written visibly."""


def yaml_text(data: Mapping[str, Any]) -> str:
    """Keys and values, each in a line of its own; short lists and keys of short values stay in one."""
    return "".join(f"{each}\n" for each in _mapping(data, 0))


def flow(value: Any) -> str:
    """A value in one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(key)}: {flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(flow(each) for each in value) + "]"
    if isinstance(value, str) and _IN_FLOW.search(value):
        return _quoted(value)
    return scalar(value)


def scalar(value: Any) -> str:
    """One value in one line: bare when nothing in it can be misread, else between double quotes."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    text = str(value)
    bare = _PLAIN.fullmatch(text) and text == text.strip() and text.lower() not in _WORDS
    return text if bare else _quoted(text)


def _quoted(text: str) -> str:
    return _ESCAPED.sub(_escape, json.dumps(text, ensure_ascii=False))


def _escape(found: re.Match[str]) -> str:
    point = ord(found.group())
    return f"\\u{point:04x}" if point <= 0xFFFF else f"\\U{point:08x}"


def _mapping(data: Mapping[str, Any], indent: int) -> Iterator[str]:
    for key, value in data.items():
        yield from _entry(f"{' ' * indent}{_key(key)}:", value, indent)


def _key(key: str) -> str:
    return scalar(key)


def _entry(head: str, value: Any, indent: int) -> Iterator[str]:
    """A key, or the dash of a list, with what belongs to it."""
    if isinstance(value, str):
        yield from _text(head, value, indent)
    elif isinstance(value, Mapping):
        line = f"{head} {flow(value)}"
        if not value or (len(line) <= WIDTH and _is_short(value) and head.endswith("-")):
            yield line
        elif head.endswith("-"):
            inner = list(_mapping(value, indent + 2))
            yield f"{head} {inner[0].lstrip()}"
            yield from inner[1:]
        else:
            yield head
            yield from _mapping(value, indent + 2)
    elif isinstance(value, list | tuple):
        line = f"{head} {flow(value)}"
        plain = all(not isinstance(each, Mapping | list) for each in value)
        if not value or (plain and len(line) <= WIDTH) or head.endswith("-"):
            yield line
        else:
            yield head
            for each in value:
                yield from _entry(f"{' ' * (indent + 2)}-", each, indent + 2)
    else:
        yield f"{head} {scalar(value)}"


def _is_short(value: Mapping[str, Any]) -> bool:
    return all(not isinstance(each, Mapping | list | tuple) for each in value.values())


def _text(head: str, text: str, indent: int) -> Iterator[str]:
    """A text beside its key, or below it: folded when it is one long line, as it is when it has several."""
    line = f"{head} {scalar(text)}"
    before = " " * (indent + 2)
    lines = text.removesuffix("\n").split("\n")
    if _UNUSUAL.search(text) or not text.strip():
        yield line
    elif "\n" in text:
        if (
            lines[0][:1].isspace()
            or not lines[0]
            or any(each != each.rstrip() for each in (*lines, lines[-1] or " "))
        ):
            yield line
            return
        yield f"{head} {'|' if text.endswith(chr(10)) else '|-'}"
        yield from (before + each if each else "" for each in lines)
    elif len(line) <= WIDTH or text != " ".join(text.split(" ")).strip() or "  " in text or text[0].isspace():
        yield line
    else:
        yield f"{head} >-"
        yield from (before + each for each in _wrapped(text, WIDTH - len(before)))


def _wrapped(text: str, width: int) -> Sequence[str]:
    """Lines of at most ``width`` characters, parted at single spaces; a longer word has its own."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines

"""Commentary as it is typed, one remark a line: "1:05 student: I changed my mind here."

``assets/write/commentary.js`` reads the same in the browser; tests hold the two together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from proofolio.core.drafting.answers import clean
from proofolio.core.drafting.filled import plain
from proofolio.core.drafting.scalar import flow, in_flow
from proofolio.core.model.remark import Voice

_LINE = re.compile(r"((?:(?:[0-9]{1,2}:[0-5][0-9])|[0-9]{1,3}):[0-5][0-9])(?:[.,;:]? [-–—] |[.,;:]? )(.+)")


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed: finished remarks as YAML, and the lines that are none."""

    remarks: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def typed(text: str) -> Typed:
    """Read the lines. ``by`` is left out where nobody is named: then it is the teacher who speaks."""
    remarks, left = [], []
    for line in said_lines(text):
        found = _LINE.fullmatch(line)
        if found is None:
            left.append(line)
            continue
        by, note = _said(found[2])
        pairs = [("at", f'"{found[1]}"'), *([("by", by)] if by else []), ("note", in_flow(note))]
        remarks.append(flow(pairs))
    return Typed(tuple(remarks), tuple(left))


def said_lines(text: str) -> list[str]:
    """The lines that say something, each as plain text."""
    return [line for each in clean(text).split("\n") if (line := plain(each))]


def _said(words: str) -> tuple[str | None, str]:
    """Who says it, and what; a word before a colon that names no part belongs to what is said."""
    head, _, tail = words.partition(":")
    by, note = head.strip().lower(), tail.strip()
    return (by, note) if by in set(Voice) and note else (None, words)

"""The answers in an issue that a form made: under each label what was written there, nothing lost.

The forge puts every field into the issue's text as a heading of the third level with the answer below
it. The text can be edited afterwards, and an answer may itself look like a heading; so a label counts
only where it may stand in the form's order.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from proofolio.core.drafting.form import IDENTITY, Form

_NO_ANSWER = "_No response_"
_TICKED = re.compile(r"^\s*[-*] \[[xX]\] ", re.MULTILINE)
# What files may not hold: controls, direction overrides, separators that pass for line ends, halves of
# characters, and code points that are none.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


def clean(text: str) -> str:
    """The text with one kind of line end, and without characters that nobody can see."""
    return _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def form_of(text: str, known: Iterable[Form]) -> Form | None:
    """The form that made this issue, by what its first field says; None when none did."""
    said = _below(clean(text).split("\n"), IDENTITY)
    return next((each for each in known if each.subject == said), None)


def from_a_form(text: str) -> bool:
    """Whether some form made this issue, known or not."""
    return _below(clean(text).split("\n"), IDENTITY) is not None


def answers(form: Form, text: str) -> dict[str, str]:
    """What was answered, by the field's id, "" for nothing; under ``""`` what stands before the first."""
    lines = clean(text).split("\n")
    heads = _heads(form, lines)
    found: dict[str, list[str]] = {"": []}
    here = ""
    for number, line in enumerate(lines):
        if number in heads:
            here = form.fields[heads[number]].id
            found[here] = []
        else:
            found[here].append(line)
    said = {key: "\n".join(lines).strip() for key, lines in found.items()}
    given = {key: "" if each == _NO_ANSWER else each for key, each in said.items()}
    return {**{each.id: "" for each in form.fields}, **given}


def ticked(answer: str) -> bool:
    """Whether a box in the answer of a field of ticks is ticked."""
    return _TICKED.search(answer) is not None


def _heads(form: Form, lines: list[str]) -> dict[int, int]:
    """Which lines are labels, and of which field: as many as can be in the form's order.

    So a line in an answer that looks like a label of a field further down does not take its place.
    """
    places = {each.label: at for at, each in enumerate(form.fields)}
    found = [
        (number, places[label]) for number, line in enumerate(lines) if (label := _label(line)) in places
    ]
    ends: list[int] = []
    chain: list[int] = []
    before: list[int | None] = []
    for at, (_, place) in enumerate(found):
        length = bisect_left(ends, place)
        before.append(chain[length - 1] if length else None)
        ends[length : length + 1] = [place]
        chain[length : length + 1] = [at]
    heads: dict[int, int] = {}
    last = chain[-1] if chain else None
    while last is not None:
        number, place = found[last]
        heads[number] = place
        last = before[last]
    return heads


def _label(line: str) -> str | None:
    return line[4:].strip() if line.startswith("### ") else None


def _below(lines: list[str], label: str) -> str | None:
    for number, line in enumerate(lines):
        if _label(line) == label:
            return next((each.strip() for each in lines[number + 1 :] if each.strip()), None)
    return None

"""An entry of the log from what somebody answered: the one writer for command and form.

``assets/write/logged.js`` is the same in the browser; tests hold the two together byte for byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from proofolio.core.drafting.answers import clean
from proofolio.core.drafting.filled import plain
from proofolio.core.drafting.lines import yaml_text
from proofolio.core.drafting.placed import placed
from proofolio.core.drafting.scalar import amount, in_flow, unread
from proofolio.core.model.log_entry import LogKind
from proofolio.core.model.visibility import Visibility

MOST_HOURS = 744
"""The longest month."""
_NAME = r"(?=[a-z0-9-]{1,64}(?:/|$))[a-z0-9]+(?:-[a-z0-9]+)*"
_ID = re.compile(_NAME)
_REF = re.compile(rf"{_NAME}(?:/{_NAME})?")


@dataclass(frozen=True, slots=True)
class LogAnswers:
    """What was answered, as it was typed. ``date`` is an ISO day, which the file's name tells.

    ``companions`` and ``observed`` are people's ids, ``category``, ``competency`` and ``course`` ids too.
    """

    date: str = ""
    kind: str = ""
    title: str = ""
    hours: str = ""
    category: str = ""
    competency: str = ""
    course: str = ""
    companions: tuple[str, ...] = ()
    observed: str = ""
    follow_up: str = ""
    visibility: str = ""
    text: str = ""


def logged(answers: LogAnswers) -> str:
    """The file's text. It always loads; what could not be read stands in remarks within its front matter."""
    lines = ["---", *_front(answers), "---", "", placed(answers.text)]
    return "\n".join(lines).rstrip("\n") + "\n"


def _front(answers: LogAnswers) -> Iterator[str]:
    said = _one(answers.kind)
    kind = said if said in set(LogKind) else LogKind.PRACTICE.value
    yield f"title: {yaml_text(_one(answers.title) or kind)}"
    yield f"kind: {kind}"
    if said != kind and said:
        yield unread("kind", ("", said))
    yield from _hours(_one(answers.hours))
    yield from _named("category", answers.category, _ID)
    yield from _named("competency", answers.competency, _REF)
    yield from _named("course", answers.course, _ID)
    people = list(dict.fromkeys(name for each in answers.companions if (name := _one(each))))
    if people:
        yield f"with: [{', '.join(in_flow(each) for each in people)}]"
    observed = _one(answers.observed)
    if observed and kind == LogKind.OBSERVATION:
        yield f"observed: {yaml_text(observed)}"
    elif observed:
        yield unread("observed", ("", observed))
    follow_up = _one(answers.follow_up)
    if follow_up:
        yield f"follow_up: {yaml_text(follow_up)}"
    if answers.visibility in set(Visibility):
        yield f"visibility: {answers.visibility}"


def _hours(said: str) -> Iterator[str]:
    hours = amount(said)
    if hours is None or hours.startswith("-") or float(hours) > MOST_HOURS:
        if said:
            yield unread("hours", ("", said))
    elif float(hours):
        yield f"hours: {hours}"


def _named(key: str, text: str, shape: re.Pattern[str]) -> Iterator[str]:
    name = _one(text)
    if shape.fullmatch(name):
        yield f"{key}: {yaml_text(name)}"
    elif name:
        yield unread(key, ("", name))


def _one(text: str) -> str:
    return plain(clean(text))

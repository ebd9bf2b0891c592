"""A survey: a few questions asked before and after some learning, answered without a name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from proofolio.core.diagnostics.pointer import Pointer


class Moment(StrEnum):
    """When an answer was given: before the learning, or after it."""

    BEFORE = "before"
    AFTER = "after"


class Topic(StrEnum):
    """What an item is about."""

    CONFIDENCE = "confidence"
    PRACTICE = "practice"
    ENGAGEMENT = "engagement"


@dataclass(frozen=True, slots=True)
class SurveyItem:
    """One question, or a sentence to agree with. ``topic`` is None when nothing is said about it."""

    id: str
    text: str
    topic: Topic | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What one respondent answered at one moment: by item, the place on the scale, from 1.

    ``respondent`` is a code that pairs somebody's two answers. It is shown nowhere: nothing outside the
    model reads it but the check that it is no name.
    """

    respondent: str = field(repr=False)
    moment: Moment
    values: Mapping[str, int] = field(repr=False)
    where: Pointer


@dataclass(frozen=True, slots=True)
class Survey:
    """A survey and its answers.

    ``scale`` are the words to answer with, the lowest first. ``micro_credential`` or ``pathway`` is the
    learning it is about. ``answers`` are those of the file ``answered``, which is None as long as there is
    none.
    """

    id: str
    title: str
    about: str | None
    scale: tuple[str, ...]
    items: Mapping[str, SurveyItem]
    micro_credential: str | None
    pathway: str | None
    before: date | None
    after: date | None
    source: Pointer
    answers: tuple[Answer, ...] = field(default=(), repr=False)
    answered: Pointer | None = None

    def pairs(self, item: str) -> tuple[tuple[int, int], ...]:
        """The answers before and after of everybody who answered an item both times, without saying who.

        They are in order of value, so that their order tells nothing about the file.
        """
        given: dict[Moment, dict[str, int]] = {Moment.BEFORE: {}, Moment.AFTER: {}}
        for each in self.answers:
            if item in each.values:
                given[each.moment].setdefault(each.respondent, each.values[item])
        before, after = given[Moment.BEFORE], given[Moment.AFTER]
        return tuple(sorted((value, after[who]) for who, value in before.items() if who in after))

"""Surveys: a scale that can be counted, a learning that is there, and nobody who can be recognised."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from proofolio.core.checking.reference import check_micro_credential_name, check_name
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.diagnostics.rules.reading import BAD_ID
from proofolio.core.diagnostics.rules.reference import UNKNOWN_PATHWAY
from proofolio.core.diagnostics.rules.survey import (
    BAD_SCALE,
    RESPONDENT_NAMED,
    SURVEY_ABOUT_TWO,
    SURVEY_DATES_OUT_OF_ORDER,
    SURVEY_WITHOUT_ITEMS,
)
from proofolio.core.model.district import District
from proofolio.core.model.person import Person
from proofolio.core.model.survey import Answer, Survey

FEWEST, MOST = 2, 7
"""How many answers a scale may have."""
COLUMNS = frozenset({"respondent", "moment"})
_WORD = re.compile(r"[^\W_]+")
_INITIAL = 2
"""A part of a name that is no longer than this is no name by itself."""


def check_surveys(district: District) -> Iterator[Finding]:
    """Every survey."""
    names = frozenset(name for each in district.people.values() for name in _names(each))
    for survey in district.surveys.values():
        yield from _check_scale(survey)
        yield from _check_items(survey)
        yield from _check_subject(district, survey)
        yield from _check_days(survey)
        yield from _check_respondents(survey, names)


def _check_scale(survey: Survey) -> Iterator[Finding]:
    where = survey.source.down("scale")
    if not FEWEST <= len(survey.scale) <= MOST:
        message = f"the scale has {len(survey.scale)} answers, and {FEWEST} to {MOST} can be used"
        yield Finding(BAD_SCALE, message, where)
        return
    seen: set[str] = set()
    for at, word in enumerate(survey.scale):
        folded = " ".join(word.split()).casefold()
        if folded in seen:
            yield Finding(BAD_SCALE, f"'{word}' stands on the scale twice", where.down(at))
        elif folded.isdecimal() and folded != str(at + 1):
            message = f"'{word}' is the number of another place on the scale"
            yield Finding(BAD_SCALE, message, where.down(at))
        seen.add(folded)


def _check_items(survey: Survey) -> Iterator[Finding]:
    if not survey.items:
        yield Finding(SURVEY_WITHOUT_ITEMS, "there is no item to answer", survey.source.down("items"))
    for key in survey.items:
        if key in COLUMNS:
            message = f"an item cannot be called '{key}': the answers have a column of that name"
            yield Finding(BAD_ID, message, survey.source.down("items").key(key), "give it another id")


def _check_subject(district: District, survey: Survey) -> Iterator[Finding]:
    if survey.micro_credential is not None:
        where = survey.source.down("micro_credential")
        yield from check_micro_credential_name(district, survey.micro_credential, where)
    if survey.pathway is not None:
        where = survey.source.down("pathway")
        if survey.micro_credential is not None:
            message = "the survey names a micro-credential and a pathway"
            yield Finding(SURVEY_ABOUT_TWO, message, survey.source.key("pathway"))
        yield from check_name(district, UNKNOWN_PATHWAY, "pathway", survey.pathway, district.pathways, where)


def _check_days(survey: Survey) -> Iterator[Finding]:
    if survey.before is not None and survey.after is not None and survey.after < survey.before:
        message = f"after ({survey.after}) lies before the day before ({survey.before})"
        yield Finding(SURVEY_DATES_OUT_OF_ORDER, message, survey.source.down("after"))


def _check_respondents(survey: Survey, names: frozenset[str]) -> Iterator[Finding]:
    """Each respondent once, where the code stands first. The message does not repeat who it is."""
    first: dict[str, Answer] = {}
    for each in survey.answers:
        first.setdefault(each.respondent, each)
    addresses = [each for each in first.values() if "@" in each.respondent]
    if addresses:
        message = "this code holds an @, as addresses and accounts do"
        more = f" (and {len(addresses) - 1} more)" if len(addresses) > 1 else ""
        yield Finding(RESPONDENT_NAMED, message + more, addresses[0].where)
    for each in first.values():
        if "@" not in each.respondent and _key(each.respondent) in names:
            message = "this code is the id, the name or the account of somebody on the roster"
            yield Finding(RESPONDENT_NAMED, message, each.where)


def _names(person: Person) -> Iterator[str]:
    """What would tell who somebody is: the id, the name whole or in part, in any order, the account."""
    for text in filter(_words, (person.id, person.name, person.github or "")):
        yield _key(text)
        yield from (each for each in _words(text) if len(each) > _INITIAL)


def _key(text: str) -> str:
    """A name without order, capitals, accents, and what stands between its parts."""
    return " ".join(sorted(_words(text)))


def _words(text: str) -> list[str]:
    bare = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    return _WORD.findall(bare.casefold())

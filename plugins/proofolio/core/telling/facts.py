"""What a text's front matter says, one plain line for each thing, and which of the lines changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from proofolio.core.language.say import say, say_as, says
from proofolio.core.model.story import FactChange

Key = tuple[str, str]
_SIMPLE = ("title", "micro_credential", "status", "stage", "visibility", "problem_of_practice")
_APPLIED = ("date", "setting", "subject", "learners")


def facts(data: Mapping[str, object]) -> dict[Key, str]:
    """Every fact: its key with what in particular it is about ("" for the whole work), and its value.

    The data is as somebody wrote it, perhaps under other rules than today's: what is not of the form
    that is looked for is passed over.
    """
    found: dict[Key, str] = {}
    for key, item, value in _lines(data):
        number = 2
        name = item
        while (key, name) in found:
            name = f"{item} ({number})"
            number += 1
        found[key, name] = value
    return found


def changed(before: Mapping[str, object], after: Mapping[str, object]) -> tuple[FactChange, ...]:
    """The facts that came, went or changed, those that stand in the later data first."""
    old, new = facts(before), facts(after)
    keys = [*new, *(each for each in old if each not in new)]
    return tuple(
        FactChange(key, old.get((key, item)), new.get((key, item)), item)
        for key, item in keys
        if old.get((key, item)) != new.get((key, item))
    )


def _lines(data: Mapping[str, object]) -> Iterator[tuple[str, str, str]]:
    for key in _SIMPLE:
        if text := _said(data.get(key)):
            yield key, "", text
    applied = _mapping(data.get("applied"))
    for key in _APPLIED:
        if text := _said(applied.get(key)):
            yield key, "", text
    if text := ", ".join(filter(None, map(_said, _list(data.get("with"))))):
        yield "with", "", text
    if text := ", ".join(filter(None, map(_said, _list(data.get("themes"))))):
        yield "themes", "", text
    for each in map(_mapping, _list(data.get("demonstrates"))):
        yield "demonstrates", _said(each.get("competency")), _said(each.get("because"))
    for each in map(_mapping, _list(data.get("artifacts"))):
        place = _said(each.get("file")) or _said(each.get("url"))
        parts = (_said(each.get("kind")), place, _said(each.get("licence")), _consent(each), _remarks(each))
        yield "artifacts", _said(each.get("title")) or place, ", ".join(filter(None, parts))
    for each in map(_mapping, _list(data.get("impact"))):
        yield "impact", _said(each.get("measure")), _impact(each)


def _impact(each: Mapping[str, object]) -> str:
    figures = f"{_said(each.get('before'))} → {_said(each.get('after'))} {_said(each.get('unit'))}".strip()
    first, last = _said(each.get("before_date")), _said(each.get("after_date"))
    days = say("{first} to {last}", first=first, last=last) if first and last else first or last
    number = _said(each.get("n"))
    learners = say("{n} learners", n=number) if number else ""
    return ", ".join(filter(None, (figures, learners, days, _said(each.get("source")))))


def _consent(each: Mapping[str, object]) -> str:
    given = each.get("consent")
    if given is None:
        return ""
    agreed = given is True or str(given).strip().lower() in ("yes", "true")
    return say("with consent") if agreed else say("without consent")


def _remarks(each: Mapping[str, object]) -> str:
    """How many there are; what they say stands on the page, as far as it may."""
    number = len(_list(each.get("commentary")))
    return says("{n} remark", "{n} remarks", number) if number else ""


def _said(value: object) -> str:
    if isinstance(value, bool):
        return say("yes") if value else say_as("answer", "no")
    if value is None or isinstance(value, Mapping | list | tuple):
        return ""
    return " ".join(str(value).split())


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else []

"""A plan put into a profile that is there: its own settings are replaced, and every other byte stays.

A form in the browser (``assets/write/planned.js``) writes the same bytes; tests hold the two together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from proofolio.core.drafting.answers import clean
from proofolio.core.drafting.filled import plain
from proofolio.core.drafting.lines import yaml_text
from proofolio.core.drafting.scalar import day
from proofolio.core.drafting.settings import Settings, Unclear, settings

KEYS = ("career_goal", "pathways", "plan")
NEW = "---\nvisibility: internal\n---\n"
"""What a profile begins as: seen by the organisation alone until its owner says otherwise."""
_SPACE = " \t\r"
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)?")
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|(?<![^ \t\[{,:])'(?:[^']|'')*'")
_REMARK = re.compile(r"(?:^|[ \t])(#[^\n]*)")


@dataclass(frozen=True, slots=True)
class GoalAnswer:
    """One goal as it was typed; ``competency`` and ``target`` are ids, ``by`` an ISO day."""

    goal: str = ""
    competency: str = ""
    target: str = ""
    by: str = ""
    how: str = ""


@dataclass(frozen=True, slots=True)
class PlanAnswers:
    """Goals, the pathways that somebody is on (ids), and where she would like to go."""

    career_goal: str = ""
    pathways: tuple[str, ...] = ()
    plan: tuple[GoalAnswer, ...] = ()


def planned(profile: str, answers: PlanAnswers) -> str | Unclear:
    """The profile with these settings, or why it cannot be understood well enough to change it.

    Remarks within a setting that is replaced are kept below it. New settings come last.
    """
    found = settings(profile)
    if isinstance(found, Unclear):
        return found
    made = {key: list(_lines(key, answers)) for key in KEYS}
    lines = list(found.lines)
    added = [each for key in KEYS if found.block(key) is None for each in made[key]]
    lines[found.close : found.close] = [each + found.newline for each in added]
    for block in sorted(found.blocks, key=lambda each: -each.start):
        if block.key in KEYS:
            new = [*made[block.key], *_remarks(found, block.start, block.end)]
            lines[block.start : block.end] = [each + found.newline for each in new]
    return "".join(lines)


def _lines(key: str, answers: PlanAnswers) -> Iterator[str]:
    if key == "career_goal" and (text := _one(answers.career_goal)):
        yield f"career_goal: {yaml_text(text)}"
    pathways = [each for each in answers.pathways if _ID.fullmatch(each)]
    if key == "pathways" and pathways:
        yield f"pathways: [{', '.join(yaml_text(each) for each in dict.fromkeys(pathways))}]"
    goals = [lines for each in answers.plan if (lines := list(_goal(each)))]
    if key == "plan" and goals:
        yield "plan:"
        yield from (line for lines in goals for line in lines)


def _goal(answer: GoalAnswer) -> Iterator[str]:
    given = (
        ("goal", _one(answer.goal)),
        ("competency", answer.competency if _ID.fullmatch(answer.competency) else ""),
        ("target", answer.target if _ID.fullmatch(answer.target) else ""),
        ("how", _one(answer.how)),
    )
    pairs = {key: yaml_text(text) for key, text in given if text}
    on = day(answer.by)
    if not pairs and not on:
        return
    how = pairs.pop("how", None)
    pairs = {"goal": '""', **pairs, **({"by": on} if on else {}), **({"how": how} if how else {})}
    for at, (key, value) in enumerate(pairs.items()):
        yield f"{'    ' if at else '  - '}{key}: {value}"


def _remarks(found: Settings, start: int, end: int) -> Iterator[str]:
    """The remarks within some lines: they are their author's, and nobody else may take them out."""
    for at in range(start, end):
        remark = _REMARK.search(_QUOTED.sub('""', found.lines[at].rstrip("\r\n")))
        if remark:
            yield remark[1].rstrip(_SPACE)


def _one(text: str) -> str:
    return plain(clean(text))

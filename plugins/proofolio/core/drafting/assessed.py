"""A self-assessment from what somebody answered.

A form in the browser (``assets/write/assessed.js``) writes the same bytes; tests hold the two together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from proofolio.core.drafting.answers import clean
from proofolio.core.drafting.filled import plain
from proofolio.core.drafting.lines import yaml_text
from proofolio.core.model.competency import Competency
from proofolio.core.model.district import District

_SCHEMA = "# yaml-language-server: $schema=../../../.proofolio/schemas/self-assessment.schema.json"
_CONFIDENCE = ("1", "2", "3", "4", "5")


@dataclass(frozen=True, slots=True)
class AssessmentAnswers:
    """What was answered, as it was typed, by target: ``competency`` or ``competency/criterion``.

    ``confidence`` is "1" (hardly) to "5" (very), or "" when nothing was said.
    """

    levels: Mapping[str, str] = field(default_factory=dict)
    confidence: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)


def assessed(district: District, framework: str, answers: AssessmentAnswers) -> str:
    """The text of a self-assessment against one framework. A target without a level is left out."""
    return "\n".join((_SCHEMA, "ratings:", *_ratings(district, framework, answers), ""))


def name_of(district: District, competency: Competency) -> str:
    """The shortest name that means one competency only: its id, or ``framework/id``."""
    return competency.id if len(district.competencies_named(competency.id)) == 1 else competency.ref


def _ratings(district: District, framework_id: str, answers: AssessmentAnswers) -> Iterator[str]:
    framework = district.frameworks[framework_id]
    known = {level.id for level in framework.levels}
    for competency in framework.competencies.values():
        name = name_of(district, competency)
        for target in (name, *(f"{name}/{each}" for each in competency.rubric.criteria)):
            level = answers.levels.get(target, "")
            if level in known:
                yield from _rating(target, level, answers)


def _rating(target: str, level: str, answers: AssessmentAnswers) -> Iterator[str]:
    sure, note = answers.confidence.get(target, ""), plain(clean(answers.notes.get(target, "")))
    if sure not in _CONFIDENCE and not note:
        yield f"  {target}: {level}"
        return
    yield f"  {target}:"
    yield f"    level: {level}"
    if sure in _CONFIDENCE:
        yield f"    confidence: {sure}"
    if note:
        yield f"    note: {yaml_text(note)}"

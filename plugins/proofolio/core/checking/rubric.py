"""Rubrics: every criterion is described at every level, and no two levels say the same."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.checking.misnamed import misnamed_levels
from proofolio.core.checking.reference import hint_for, misspelt
from proofolio.core.diagnostics.finding import Finding, Related
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules.framework import IDENTICAL_DESCRIPTORS, MISSING_DESCRIPTOR
from proofolio.core.diagnostics.rules.reference import UNKNOWN_LEVEL
from proofolio.core.model.competency import Competency
from proofolio.core.model.framework import Framework
from proofolio.core.model.rubric import Criterion


def check_rubric(framework: Framework, competency: Competency) -> Iterator[Finding]:
    """All criteria of a competency against the framework's scale."""
    rubric = competency.source.down("rubric")
    for criterion in competency.rubric.criteria.values():
        yield from _check_levels(framework, criterion, rubric)
        yield from _check_difference(framework, criterion, rubric)


def _check_levels(framework: Framework, criterion: Criterion, rubric: Pointer) -> Iterator[Finding]:
    levels = list(dict.fromkeys(level.id for level in framework.levels))
    if not levels:
        return
    row = rubric.down(criterion.id)
    unknown = [each for each in criterion.descriptors if each not in levels]
    missing = [each for each in levels if each not in criterion.descriptors]
    if unknown:
        renamed = misnamed_levels(framework)
        unknown = [each for each in unknown if each not in renamed]
        missing = [each for each in missing if each not in renamed.values()]
    for each in unknown:
        message = f"criterion '{criterion.id}' describes an unknown level '{each}'"
        yield Finding(UNKNOWN_LEVEL, message, row.key(each), hint_for(each, levels))
    told = misspelt(missing, unknown)
    for level in levels:
        if level in missing and level not in told:
            message = f"criterion '{criterion.id}' does not describe the level '{level}'"
            yield Finding(MISSING_DESCRIPTOR, message, rubric.key(criterion.id))
        elif level in criterion.descriptors and not criterion.descriptors[level].strip():
            message = f"the level '{level}' of criterion '{criterion.id}' has no words yet"
            yield Finding(MISSING_DESCRIPTOR, message, row.down(level))


def _check_difference(framework: Framework, criterion: Criterion, rubric: Pointer) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for level in sorted(criterion.descriptors, key=framework.rank):
        text = " ".join(criterion.descriptors[level].split()).casefold()
        where = rubric.down(criterion.id, level)
        if text and text in first:
            message = f"levels '{first[text]}' and '{level}' of criterion '{criterion.id}' say the same"
            other = Related(rubric.down(criterion.id, first[text]), "the same words stand here")
            yield Finding(IDENTICAL_DESCRIPTORS, message, where, related=(other,))
        first.setdefault(text, level)

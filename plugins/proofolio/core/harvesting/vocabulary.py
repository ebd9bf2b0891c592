"""The words of one micro-credential's rubric: its criteria and levels, by every name people use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from proofolio.core.harvesting.spelling import folded
from proofolio.core.model.district import District


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What can be rated, and how.

    ``criteria`` and ``levels`` are the ids that are asked, in the rubric's and the scale's order;
    ``criterion_names`` and ``level_names`` map every folded name to an id. ``mastered`` are the
    levels at or above mastery. ``approval``: the micro-credential also wants an approver's word.
    """

    criteria: tuple[str, ...]
    levels: tuple[str, ...]
    criterion_names: Mapping[str, str]
    level_names: Mapping[str, str]
    mastered: frozenset[str]
    approval: bool


def vocabulary(district: District, micro_credential: str | None) -> Vocabulary | None:
    """The words for a micro-credential; None when nothing can be rated by it."""
    asked = district.micro_credentials.get(micro_credential or "")
    competency = district.competency_of(asked) if asked else None
    criteria = district.criteria_of(asked) if asked else ()
    if asked is None or competency is None or not criteria:
        return None
    framework = district.frameworks[competency.framework]
    names: dict[str, str] = {}
    for criterion in criteria:
        names.setdefault(folded(criterion.title), criterion.id)
        names.setdefault(folded(competency.indicators.get(criterion.id, "")) or criterion.id, criterion.id)
    names.update({criterion.id: criterion.id for criterion in criteria})
    return Vocabulary(
        criteria=tuple(each.id for each in criteria),
        levels=tuple(each.id for each in framework.levels),
        criterion_names=names,
        level_names={folded(name): each.id for each in framework.levels for name in (each.title, each.id)},
        mastered=frozenset(each.id for each in framework.levels if framework.is_mastery(each.id)),
        approval=asked.review.approval,
    )

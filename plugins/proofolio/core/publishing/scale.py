"""Levels and rubrics, made ready to show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from proofolio.core.language.say import say, spoken
from proofolio.core.model.competency import Competency
from proofolio.core.model.framework import Framework, Level
from proofolio.core.model.rubric import Criterion
from proofolio.core.publishing.views.level import LevelView, RubricCell, RubricRow, RubricView


def levels(framework: Framework) -> tuple[LevelView, ...]:
    """The framework's levels, lowest first."""
    return _views(framework.levels, spoken().code)


@lru_cache(maxsize=64)
def _views(levels: tuple[Level, ...], _: str) -> tuple[LevelView, ...]:
    """The views are made once for each language that they are told in."""
    of = len(levels)
    shown = []
    mastery = False
    for rank, each in enumerate(levels, start=1):
        mastery = mastery or each.mastery
        words = told(each.title, rank, of, mastery)
        shown.append(LevelView(each.id, each.title, rank, of, each.mastery, mastery, words))
    return tuple(shown)


def told(title: str, rank: int, of: int, mastery: bool) -> str:
    """A level in words, for those who see no colours."""
    if mastery:
        return say("{title}, level {rank} of {of}, mastery", title=title, rank=rank, of=of)
    return say("{title}, level {rank} of {of}", title=title, rank=rank, of=of)


def level(framework: Framework | None, level_id: str | None) -> LevelView | None:
    """One level; None when it is not on the scale (or there is no scale)."""
    if framework is None or level_id is None:
        return None
    return next((each for each in levels(framework) if each.id == level_id), None)


def lowest(framework: Framework, level_ids: Iterable[str]) -> str | None:
    """The lowest of some levels; None of none. Levels that are not on the scale are left out."""
    known = [each for each in level_ids if framework.rank(each) >= 0]
    return min(known, key=framework.rank, default=None)


def cells(framework: Framework, criterion: Criterion) -> tuple[RubricCell, ...]:
    """A criterion's descriptors, one for each level; empty where none is written."""
    return tuple(RubricCell(each, criterion.descriptors.get(each.id, "")) for each in levels(framework))


def rubric(
    framework: Framework, competency: Competency, only: Iterable[Criterion] | None = None
) -> RubricView | None:
    """A competency's rubric, or some rows of it; None when there are none."""
    criteria: Mapping[str, Criterion] = (
        competency.rubric.criteria if only is None else {each.id: each for each in only}
    )
    if not criteria:
        return None
    rows = tuple(
        RubricRow(each.id, each.title, competency.indicators.get(each.id), cells(framework, each))
        for each in criteria.values()
    )
    return RubricView(levels(framework), rows)

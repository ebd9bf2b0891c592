"""Plans: what was aimed at, beside what has been reached."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from proofolio.core.awarding.catalogue import Catalogue
from proofolio.core.model.plan import Goal
from proofolio.core.model.progress import CompetencyProgress, GoalProgress


def goals(
    plan: Iterable[Goal],
    progress: Mapping[str, CompetencyProgress],
    catalogue: Catalogue,
) -> tuple[GoalProgress, ...]:
    """Every goal of a plan, in the plan's order."""
    return tuple(_goal(each, progress, catalogue) for each in plan)


def _goal(goal: Goal, progress: Mapping[str, CompetencyProgress], catalogue: Catalogue) -> GoalProgress:
    """A goal without a target aims at mastery; one without a known competency is hers to judge.

    A demonstrated competency is at mastery, even while no fresh ratings give it a level. What is
    reached in a competency that replaces the goal's is reached for the goal.
    """
    competency = catalogue.competency(goal.competency) if goal.competency else None
    if competency is None:
        return GoalProgress(goal, None, met=False)
    scale = catalogue.scale(competency)
    levels: list[str | None] = []
    for each in catalogue.line(competency):
        found = progress[each.ref]
        levels += [found.level, scale.mastery if found.demonstrated else None]
    reached = scale.highest(each for each in levels if each is not None)
    target = goal.target or scale.mastery or ""
    met = reached is not None and scale.knows(target) and scale.rank(reached) >= scale.rank(target)
    return GoalProgress(goal, reached, met)

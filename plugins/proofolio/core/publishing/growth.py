"""Plan and actual: goals, gaps and next steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from proofolio.core.language.phrase import shortened
from proofolio.core.language.say import say
from proofolio.core.model.competency import Competency
from proofolio.core.model.standing import Standing
from proofolio.core.model.succession import line
from proofolio.core.publishing.mastery import level_so_far, target
from proofolio.core.publishing.page import Ref
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.seen import own_competency
from proofolio.core.publishing.views.board import NextStep
from proofolio.core.publishing.views.level import LevelView
from proofolio.core.publishing.views.mastery import MapRow, MasteryMap
from proofolio.core.publishing.views.portfolio import GoalRow

MOST = 2
"""So many criteria are named in a line; the rest is counted."""
_OPEN = frozenset({Standing.REVISE, Standing.STALE, Standing.IN_REVIEW})


def goals(scene: Scene, person: str) -> tuple[GoalRow, ...]:
    """The plan beside what published work has reached."""
    profile = scene.district.portfolios[person].profile
    rows = []
    for goal in profile.plan if profile else ():
        competency, aim = target(scene, goal)
        reached = max(_levels(scene, person, competency), key=lambda each: each.rank, default=None)
        met = aim is not None and reached is not None and reached.rank >= aim.rank
        told = say("On the way")
        if met and reached is not None:
            told = say("Reached: {level}", level=reached.title)
        elif reached is not None:
            told = say("On the way: {level} so far", level=reached.title)
        rows.append(
            GoalRow(
                goal.goal,
                scene.sight.competency(goal.competency) if goal.competency else None,
                aim,
                reached,
                goal.by.isoformat() if goal.by else None,
                goal.how,
                "met" if met else "on-the-way",
                told,
            )
        )
    return tuple(rows)


def _levels(scene: Scene, person: str, competency: Competency | None) -> Iterator[LevelView]:
    """The level reached in a competency, and in those that replaced it on the same scale."""
    for each in line(scene.district, competency):
        level = level_so_far(scene, person, each)
        if level is not None and competency is not None and each.framework == competency.framework:
            yield level


def gaps(maps: tuple[MasteryMap, ...]) -> Mapping[Ref, str]:
    """Where reviewers' ratings are below the target, or below mastery when no target is set, in words."""
    return dict(_gaps(maps))


def _gaps(maps: tuple[MasteryMap, ...]) -> Iterator[tuple[Ref, str]]:
    for each in maps:
        threshold = next((level for level in each.levels if level.threshold), None)
        for row in each.rows:
            # what counts by alignment alone lacks what it lacks in its own framework
            worked_on = row.submissions > row.beside
            aim = row.target or (threshold if worked_on and row.state != "demonstrated" else None)
            if aim is None or (row.level is not None and row.level.rank >= aim.rank):
                continue
            yield row.competency, _gap(row, aim)


def _gap(row: MapRow, aim: LevelView) -> str:
    """What lies between a competency and the aim, with the criteria that it is about."""
    below = [each.title for each in row.criteria if each.level and each.level.rank < aim.rank]
    unrated = [each.title for each in row.criteria if each.level is None]
    if not row.rated:
        return say("Not rated yet, aiming at {aim}", aim=aim.title)
    if row.lowest is None or not below:
        return say(
            "{rated} of {of} criteria rated, aiming at {aim}; not rated yet: {criteria}",
            rated=row.rated,
            of=row.of,
            aim=aim.title,
            criteria=shortened(unrated, MOST),
        )
    if unrated:
        return say(
            "{level} so far, aiming at {aim}; below it or not rated yet: {criteria}",
            level=row.lowest.title,
            aim=aim.title,
            criteria=shortened([*below, *unrated], MOST),
        )
    return say(
        "{level} so far, aiming at {aim}; below it: {criteria}",
        level=row.lowest.title,
        aim=aim.title,
        criteria=shortened(below, MOST),
    )


def strengths(row: MapRow) -> str | None:
    """The criteria in which reviewers see more than mastery, in words; None where there are none."""
    above = [
        each.title for each in row.criteria if each.level and each.level.mastery and not each.level.threshold
    ]
    return say("Above mastery: {criteria}", criteria=shortened(above, MOST)) if above else None


def next_steps(scene: Scene, person: str) -> tuple[NextStep, ...]:
    """What reviewers suggest next in published work that is still open."""
    return tuple(_next_steps(scene, person))


def _next_steps(scene: Scene, person: str) -> Iterator[NextStep]:
    for submission in scene.people[person].submissions:
        decision = scene.decision(submission)
        competency = own_competency(scene.district, submission)
        if decision is None or competency is None or decision.standing not in _OPEN:
            continue
        for row in decision.criteria.values():
            if row.next_step:
                criterion = competency.rubric.criteria.get(row.criterion)
                yield NextStep(
                    scene.sight.competency(competency.ref),
                    criterion.title if criterion else row.criterion,
                    row.next_step,
                    scene.sight.submission(submission),
                )

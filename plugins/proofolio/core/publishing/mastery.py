"""The mastery map: competencies by levels, with what is reached, own view and target."""

from __future__ import annotations

from proofolio.core.language.phrase import capital
from proofolio.core.language.say import say, say_as, says
from proofolio.core.model.competency import Competency
from proofolio.core.model.framework import Framework
from proofolio.core.model.plan import Goal
from proofolio.core.model.succession import line, members, successor
from proofolio.core.publishing import scale
from proofolio.core.publishing.comparison import own_ratings
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.seen import CompetencySeen
from proofolio.core.publishing.views.level import LevelView
from proofolio.core.publishing.views.mastery import CriterionStand, MapCell, MapRow, MasteryMap, SetBar

_NOTHING = CompetencySeen("", {}, None, False, 0)


def maps(scene: Scene, person: str) -> tuple[MasteryMap, ...]:
    """A map for each framework in which the person has anything to show, aims or rates herself."""
    own = {ref: ratings[-1].level for (ref, part), ratings in own_ratings(scene, person).items() if not part}
    targets = _targets(scene, person)
    used = _used(scene, person)
    return tuple(
        _map(scene, person, each, own, targets)
        for key, each in scene.district.frameworks.items()
        if key in used
    )


def sets(scene: Scene, person: str) -> tuple[SetBar, ...]:
    """Progress in the named sets of the same frameworks."""
    used = _used(scene, person)
    bars = []
    for framework in scene.district.frameworks.values():
        for each in framework.sets if framework.id in used else ():
            counted = members(scene.district, framework.id, each.id)
            have = sum(1 for member in counted if _standing(scene, person, member).demonstrated)
            told = say("{have} of {of} {set}", have=have, of=len(counted), set=each.title)
            bars.append(SetBar(scene.sight.framework(framework.id), each.title, have, len(counted), told))
    return tuple(bars)


def _used(scene: Scene, person: str) -> set[str]:
    shown = scene.people[person].competencies
    own = (ref for ref, _ in own_ratings(scene, person))
    return {ref.partition("/")[0] for ref in (*shown, *own, *_targets(scene, person))}


def level_so_far(scene: Scene, person: str, competency: Competency) -> LevelView | None:
    """The reviewers' level in a competency; None until every criterion is rated."""
    framework = scene.district.frameworks[competency.framework]
    return scale.level(framework, _standing(scene, person, competency).level)


def _standing(scene: Scene, person: str, competency: Competency) -> CompetencySeen:
    return scene.people[person].competencies.get(competency.ref, _NOTHING)


def _targets(scene: Scene, person: str) -> dict[str, LevelView]:
    """The highest level that the plan aims at, by competency."""
    profile = scene.district.portfolios[person].profile
    found: dict[str, LevelView] = {}
    for goal in profile.plan if profile and scene.sight.opens(person) else ():
        for each in line(scene.district, target(scene, goal)[0]):
            level = scale.level(scene.district.frameworks[each.framework], goal.target)
            if level and (each.ref not in found or found[each.ref].rank < level.rank):
                found[each.ref] = level
    return found


def target(scene: Scene, goal: Goal) -> tuple[Competency | None, LevelView | None]:
    """The competency that a goal is about, and the level it aims at."""
    competency = scene.district.competency(goal.competency) if goal.competency else None
    if competency is None:
        return None, None
    return competency, scale.level(scene.district.frameworks[competency.framework], goal.target)


def _map(
    scene: Scene, person: str, framework: Framework, own: dict[str, LevelView], targets: dict[str, LevelView]
) -> MasteryMap:
    shown = scene.people[person].competencies
    every = (
        _row(scene, person, framework, each, own.get(each.ref), targets.get(each.ref))
        for each in framework.competencies.values()
        # what was replaced is only there for those who have something to show for it
        if each.ref in shown or each.ref in own or each.ref in targets or not successor(scene.district, each)
    )
    rows = tuple(every)
    done = sum(1 for each in rows if each.state == "demonstrated")
    begun = sum(1 for each in rows if each.state == "in-progress")
    told = says(
        "{done} of {n} competency demonstrated, {begun} in progress",
        "{done} of {n} competencies demonstrated, {begun} in progress",
        len(rows),
        done=done,
        begun=begun,
    )
    return MasteryMap(scene.sight.framework(framework.id), scale.levels(framework), rows, told)


def _row(
    scene: Scene,
    person: str,
    framework: Framework,
    competency: Competency,
    own: LevelView | None,
    goal: LevelView | None,
) -> MapRow:
    standing = _standing(scene, person, competency)
    domain = next((each.title for each in framework.domains if each.id == competency.domain), None)
    reached = scale.level(framework, standing.level)
    rated, of = len(standing.criteria), len(competency.rubric.criteria)
    least = scale.level(framework, scale.lowest(framework, standing.criteria.values()))
    state, told = "not-started", say("No published work yet")
    if standing.demonstrated:
        state, told = "demonstrated", _demonstrated(scene, competency, standing)
    elif standing.claims:
        state, told = "in-progress", say("In progress")
        if standing.claims == standing.beside:
            told = say("In progress by alignment")
    return MapRow(
        competency=scene.sight.competency(competency.ref),
        domain=domain,
        state=state,
        words=told,
        rated=rated,
        of=of,
        level=reached,
        lowest=least,
        own=own,
        target=goal,
        submissions=standing.claims,
        beside=standing.beside,
        by_alignment=bool(standing.through),
        cells=tuple(_cell(each, reached, least, own, goal) for each in scale.levels(framework)),
        criteria=tuple(
            CriterionStand(each.title, scale.level(framework, standing.criteria.get(each.id)))
            for each in competency.rubric.criteria.values()
        ),
    )


def _demonstrated(scene: Scene, competency: Competency, standing: CompetencySeen) -> str:
    """That it is demonstrated, and by which alignment where it is only by that."""
    for ref in standing.through:
        other = scene.district.competency(ref)
        found = scene.crosswalk.passage(other, competency) if other else None
        if found:
            return say(
                "Demonstrated by alignment with {competency} ({alignment})",
                competency=found[0].title,
                alignment=found[1],
            )
    return say("Demonstrated")


def _cell(
    level: LevelView,
    reached: LevelView | None,
    least: LevelView | None,
    own: LevelView | None,
    goal: LevelView | None,
) -> MapCell:
    there = reached is not None and reached.rank >= level.rank
    here, mine, aim = reached == level, own == level, goal == level
    so_far = reached is None and least == level
    told = [
        text
        for holds, text in (
            (here, say("reached by the reviewers' ratings")),
            (there and not here, say_as("a level", "passed")),
            (so_far, say("lowest rating so far")),
            (mine, say_as("mark of the map", "own view")),
            (aim, say_as("mark of the map", "target")),
        )
        if holds
    ]
    return MapCell(level, there, here, so_far, mine, aim, capital(", ".join(told)))

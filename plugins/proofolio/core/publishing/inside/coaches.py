"""``inside/coaches/``: what each reviewer has to do, and how soon work is looked at."""

from __future__ import annotations

from proofolio.core.language.say import number, say, says
from proofolio.core.model import address
from proofolio.core.model.figures import Inside, Load, Pace
from proofolio.core.publishing.inside.queue import INPUTS, pace_facts, promise
from proofolio.core.publishing.page import Page
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.views.inside import CoachesView, CoachRow


def coaches_page(scene: Scene, inside: Inside) -> Page:
    """Everyone who may review."""
    view = CoachesView(
        scene.today.isoformat(),
        pace_facts(inside.pace),
        promise(inside.pace),
        tuple(_row(scene, each, inside.pace) for each in inside.loads),
        _over(inside.loads),
        _blind(scene),
    )
    told = say("What each coach has to do.")
    return Page(address.COACHES, say("Coaches"), "inside-coaches.html", view, None, told, INPUTS)


def _over(loads: tuple[Load, ...]) -> str:
    if not loads:
        return ""
    return says(
        "Reviews are those of the last {n} day.", "Reviews are those of the last {n} days.", loads[0].over
    )


def _blind(scene: Scene) -> str:
    """What is said of work whose reviewers stay unnamed to its author, who can read this page too."""
    blind = sum(1 for each in (scene.queue.waiting if scene.queue else ()) if each.blind)
    return (
        says(
            "{n} blind review waits besides, and is counted with nobody: its reviewer stays unnamed.",
            "{n} blind reviews wait besides, and are counted with nobody: their reviewers stay unnamed.",
            blind,
        )
        if blind
        else ""
    )


def _row(scene: Scene, load: Load, pace: Pace) -> CoachRow:
    coached = sorted(
        (
            each
            for each in scene.district.people.values()
            # nobody is told of a portfolio that is private, nor is it among those that are counted
            if each.coach == load.person and scene.sight.opens(each.id)
        ),
        key=lambda each: each.name,
    )
    return CoachRow(
        person=scene.sight.person(load.person),
        coached=tuple(scene.sight.person(each.id) for each in coached),
        people=load.people,
        waiting=load.waiting,
        longest="" if load.longest is None else says("{n} day", "{n} days", load.longest),
        longest_value=load.longest,
        late=load.longest is not None and load.longest > pace.promise,
        reviewed=number(load.reviewed),
        reviewed_value=load.reviewed,
        queue=f"asked={load.person}",
    )

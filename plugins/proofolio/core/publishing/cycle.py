"""The learning cycles of a portfolio: which phases the log has for each competency."""

from __future__ import annotations

from proofolio.core.language.phrase import figure, listed
from proofolio.core.language.say import day, deferred, said, say, says
from proofolio.core.model.learning_cycle import LearningCycle, Phase, learning_cycle
from proofolio.core.model.log_entry import LogEntry
from proofolio.core.model.succession import line
from proofolio.core.publishing import words
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.views.portfolio import CycleRow, PhaseView

_INVITATIONS = {
    Phase.PRACTISE: deferred("try it with learners"),
    Phase.OBSERVE: deferred("watch a colleague do it"),
    Phase.REFLECT: deferred("write down what you make of it"),
    Phase.COLLABORATE: deferred("talk it over with somebody"),
}


def cycles(scene: Scene, person: str) -> tuple[CycleRow, ...]:
    """A cycle for each competency that visible entries of the log name, in the frameworks' order.

    Entries about a competency that was replaced stand with the one that took its place.
    """
    entries: dict[str, list[LogEntry]] = {}
    for entry in scene.people[person].log:
        every = line(
            scene.district, scene.district.competency(entry.competency) if entry.competency else None
        )
        if every:
            entries.setdefault(every[-1].ref, []).append(entry)
    rows = []
    for competency in scene.district.competencies():
        found = learning_cycle(entries.get(competency.ref, ()))
        if found is not None:
            phases = tuple(_phase(found, each) for each in Phase)
            rows.append(CycleRow(scene.sight.competency(competency.ref), phases, _words(found)))
    return tuple(rows)


def _phase(cycle: LearningCycle, phase: Phase) -> PhaseView:
    done = cycle.done.get(phase)
    title = words.plain(phase.value)
    if done is None:
        return PhaseView(title, False, say("not yet"))
    told = says(
        "once on {day}",
        "{n} times, last on {day}",
        done.count,
        n=figure(done.count),
        day=day(done.last),
    )
    return PhaseView(title, True, told)


def _words(cycle: LearningCycle) -> str:
    if not cycle.lacking:
        return say("All four are there; the next round can begin.")
    todo = listed(said(_INVITATIONS[each]) for each in cycle.lacking)
    return say("To close the circle: {todo}.", todo=todo)

"""Which micro-credentials a person could do next, the nearest first, and why."""

from __future__ import annotations

from proofolio.core.publishing import words
from proofolio.core.publishing.holding import badge_of
from proofolio.core.publishing.opening import Openings
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.views.board import Suggestion


def suggested(scene: Scene, person: str) -> tuple[str, ...]:
    """Every micro-credential that is still open, as far as published work tells.

    Those whose requirements are met come before those that something else has to come before; of each,
    first what would finish a pathway of the plan, then what her goals name, then what was earned and ran
    out, what would finish a set, what her licence still lacks, what builds on something earned, and then
    the others.
    """
    return tuple(Openings(scene, person).ordered())


def suggestions(scene: Scene, person: str) -> tuple[Suggestion, ...]:
    """Those of them for which there is a reason, with the reason. Nothing that needs mending."""
    open_ = Openings(scene, person)
    found = []
    for key in open_.ordered():
        asked = scene.district.micro_credentials[key]
        reason = open_.reason(key)
        if reason is None or not scene.sight.publishes(asked):
            continue
        competency = scene.district.competency_of(asked)
        found.append(
            Suggestion(
                scene.sight.micro_credential(key),
                scene.sight.competency(competency.ref) if competency else None,
                words.hours(asked.hours),
                reason,
                tuple(scene.sight.micro_credential(each) for each in open_.before(key)),
                badge_of(scene, key),
            )
        )
    return tuple(found)

"""Which micro-credentials a person could do next, the nearest first."""

from __future__ import annotations

from proofolio.core.publishing.scene import Scene


def suggested(scene: Scene, person: str) -> tuple[str, ...]:
    """Every micro-credential that is still open, as far as published work tells.

    First what would finish a pathway of the plan, then what her goals name, then the others; of each,
    those whose requirements are met before those that something else has to come before.
    """
    seen, district = scene.people[person], scene.district
    earned = {key for key, each in seen.awards.items() if not scene.lapsed(each)}
    begun = {each.micro_credential for each in seen.submissions}
    profile = district.portfolios[person].profile
    wanted = [
        each
        for key in (profile.pathways if profile else ())
        if key in seen.pathways
        for each in seen.pathways[key].still
    ]
    named = (
        district.competency(goal.competency) for goal in (profile.plan if profile else ()) if goal.competency
    )
    goals = {each.ref for each in named if each is not None}

    def order(key: str) -> tuple[bool, int, bool]:
        asked = district.micro_credentials[key]
        competency = district.competency_of(asked)
        place = wanted.index(key) if key in wanted else len(wanted)
        return not set(asked.requires) <= earned, place, competency is None or competency.ref not in goals

    # work that is already handed in is carried on with, not begun again
    still = (key for key in district.micro_credentials if key not in earned and key not in begun)
    return tuple(sorted(still, key=order))

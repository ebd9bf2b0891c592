"""Profiles: pathways, a renewal profile and goals that exist."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.checking.body import check_body
from proofolio.core.checking.reference import (
    check_competency_name,
    check_level_name,
    check_name,
    hint_for,
)
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules.reference import (
    UNKNOWN_LEVEL,
    UNKNOWN_PATHWAY,
    UNKNOWN_RENEWAL_PROFILE,
)
from proofolio.core.model.district import District
from proofolio.core.model.plan import Goal
from proofolio.core.model.portfolio import Profile


def check_profile(district: District, profile: Profile) -> Iterator[Finding]:
    """One person's profile and plan."""
    source = profile.source
    for at, ref in enumerate(profile.pathways):
        where = source.down("pathways", at)
        yield from check_name(district, UNKNOWN_PATHWAY, "pathway", ref, district.pathways, where)
    if profile.renewal is not None:
        ref, where = profile.renewal.profile, source.down("renewal", "profile")
        yield from check_name(district, UNKNOWN_RENEWAL_PROFILE, "renewal", ref, district.renewals, where)
    for at, goal in enumerate(profile.plan):
        yield from _check_goal(district, goal, source.down("plan", at))
    yield from check_body(district, profile.body, source)


def _check_goal(district: District, goal: Goal, where: Pointer) -> Iterator[Finding]:
    if goal.competency is not None:
        yield from check_competency_name(district, goal.competency, where.down("competency"))
    if goal.target is None:
        return
    if goal.competency is None:
        yield from _check_free_target(district, goal.target, where.down("target"))
        return
    competency = district.competency(goal.competency)
    if competency is not None:
        framework = district.frameworks[competency.framework]
        yield from check_level_name(framework, goal.target, where.down("target"))


def _check_free_target(district: District, target: str, where: Pointer) -> Iterator[Finding]:
    """A goal without a competency may aim at a level of any framework."""
    known = {level.id for framework in district.frameworks.values() for level in framework.levels}
    if target not in known and not district.broken.get("framework"):
        yield Finding(UNKNOWN_LEVEL, f"unknown level '{target}'", where, hint_for(target, known))

"""Succession: which competency took the place of which, so that nothing earned is lost."""

from __future__ import annotations

from proofolio.core.model.competency import Competency
from proofolio.core.model.district import District


def successor(district: District, competency: Competency) -> Competency | None:
    """The competency that replaces this one; None when it says none, or one that is not there."""
    if competency.replaced_by is None:
        return None
    found = district.competency(competency.replaced_by, near=competency.framework)
    return None if found is None or found.ref == competency.ref else found


def line(district: District, competency: Competency | None) -> tuple[Competency, ...]:
    """A competency and then those that replace it, one after the other; nothing for None.

    What names the first counts for all of them. A circle, which the checks report, ends the line.
    """
    if competency is None:
        return ()
    found = {competency.ref: competency}
    following = successor(district, competency)
    while following is not None and following.ref not in found:
        found[following.ref] = following
        following = successor(district, following)
    return tuple(found.values())


def forebears(district: District, competency: Competency) -> tuple[Competency, ...]:
    """The competencies that this one replaces, in the order of the frameworks."""
    return tuple(
        each
        for each in district.competencies()
        if (found := successor(district, each)) is not None and found.ref == competency.ref
    )


def members(district: District, framework: str, set_id: str) -> tuple[Competency, ...]:
    """The competencies that a named set counts: not those whose replacement is in it too."""
    found = district.frameworks[framework].in_set(set_id)
    refs = {each.ref for each in found}
    return tuple(each for each in found if refs.isdisjoint(later.ref for later in line(district, each)[1:]))

"""Selectors: does a quality exist, and does anything have it?"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from proofolio.core.checking.reference import excused, hint_for
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.diagnostics.rule import Rule
from proofolio.core.diagnostics.rules.pathway import IMPOSSIBLE_RULE
from proofolio.core.diagnostics.rules.reference import (
    UNKNOWN_DOMAIN,
    UNKNOWN_FRAMEWORK,
    UNKNOWN_KIND,
    UNKNOWN_SET,
    UNKNOWN_THEME,
)
from proofolio.core.model.artifact import SEAT_TIME, ArtifactKind
from proofolio.core.model.district import District
from proofolio.core.model.requirement import Facet, Selector

RULES: dict[Facet, Rule] = {
    Facet.FRAMEWORK: UNKNOWN_FRAMEWORK,
    Facet.DOMAIN: UNKNOWN_DOMAIN,
    Facet.SET: UNKNOWN_SET,
    Facet.THEME: UNKNOWN_THEME,
    Facet.KIND: UNKNOWN_KIND,
}
DEFINITIONS = ("framework", "competency", "micro-credential")


def check_selector(district: District, selector: Selector, counted: bool) -> Iterator[Finding]:
    """One selector, placed at its value. ``counted``: in a choice, where what it picks is counted."""
    facet, value = selector.facet, selector.value
    where = selector.source
    if not is_known(district, selector):
        if not _excused(district, selector):
            message = f"unknown {facet.value} '{value}'"
            yield Finding(RULES[facet], message, where, hint_for(value, _names(district, facet)))
    elif facet is Facet.KIND and value in SEAT_TIME:
        message = f"'{value}' is never accepted as evidence, so this can never be met"
        yield Finding(IMPOSSIBLE_RULE, message, where, "choose a kind of evidence from practice")
    elif not counted and not district.selected(selector) and is_settled(district):
        message = f"no micro-credential belongs to the {facet.value} '{value}', so this can never be met"
        yield Finding(IMPOSSIBLE_RULE, message, where)


def is_known(district: District, selector: Selector) -> bool:
    """Whether there is such a framework, domain, set, theme or kind."""
    value = selector.value
    return value in _names(district, selector.facet) or value in _full_names(district, selector.facet)


def themes(district: District) -> frozenset[str]:
    """The themes that competencies have."""
    return frozenset(theme for each in district.competencies() for theme in each.themes)


def is_settled(district: District) -> bool:
    """Whether all definitions could be read, so that what a selector picks can be counted."""
    return not any(district.broken.get(kind) for kind in DEFINITIONS)


def _excused(district: District, selector: Selector) -> bool:
    """Whether the quality may be defined in a file that could not be read."""
    if selector.facet is Facet.FRAMEWORK:
        return excused(district, "framework", selector.value)
    if selector.facet is Facet.KIND:
        return False
    return bool(district.broken.get("framework") or district.broken.get("competency"))


def _names(district: District, facet: Facet) -> Collection[str]:
    frameworks = district.frameworks.values()
    match facet:
        case Facet.FRAMEWORK:
            return district.frameworks.keys()
        case Facet.DOMAIN:
            return {each.id for framework in frameworks for each in framework.domains}
        case Facet.SET:
            return {each.id for framework in frameworks for each in framework.sets}
        case Facet.THEME:
            return themes(district)
        case Facet.KIND:
            return {kind.value for kind in ArtifactKind}


def _full_names(district: District, facet: Facet) -> Collection[str]:
    """The forms with the framework before: ``foundational/instructional``."""
    frameworks = district.frameworks.values()
    if facet is Facet.DOMAIN:
        return {f"{framework.id}/{each.id}" for framework in frameworks for each in framework.domains}
    if facet is Facet.SET:
        return {f"{framework.id}/{each.id}" for framework in frameworks for each in framework.sets}
    return ()

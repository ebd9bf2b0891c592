"""Competencies: their place in the framework and what they refer to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from proofolio.core.checking.cycle import closing, cycles
from proofolio.core.checking.misnamed import misnamed
from proofolio.core.checking.reference import check_competency_name, excused, hint_for
from proofolio.core.checking.rubric import check_rubric
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.diagnostics.rules.framework import (
    ALIGNED_WITH_ITSELF,
    PREREQUISITE_CYCLE,
    REPLACEMENT_CYCLE,
)
from proofolio.core.diagnostics.rules.reference import UNKNOWN_COMPETENCY, UNKNOWN_DOMAIN, UNKNOWN_SET
from proofolio.core.model.competency import Competency
from proofolio.core.model.district import District
from proofolio.core.model.framework import Framework


def check_competency(district: District, framework: Framework, competency: Competency) -> Iterator[Finding]:
    """One competency's file: where it belongs, what it needs, its rubric, its crosswalk."""
    yield from _check_place(framework, competency)
    for key, refs in (("prerequisites", competency.prerequisites), ("related", competency.related)):
        for at, ref in enumerate(refs):
            where = competency.source.down(key, at)
            yield from check_competency_name(district, ref, where, near=competency.framework)
    if competency.replaced_by is not None:
        where = competency.source.down("replaced_by")
        yield from check_competency_name(district, competency.replaced_by, where, near=competency.framework)
    yield from check_rubric(framework, competency)
    yield from _check_alignments(district, competency)


def check_prerequisite_cycles(district: District) -> Iterator[Finding]:
    """Competencies that need one another; told once, at the first of the circle."""
    known = {each.ref: each for each in district.competencies()}
    needs = {ref: _needs(district, each) for ref, each in known.items()}
    for found in cycles({ref: tuple(each) for ref, each in needs.items()}):
        steps = [
            (ref, known[ref].source.down("prerequisites", needs[ref][following]))
            for ref, following in zip(found, (*found[1:], found[0]), strict=True)
        ]
        yield closing(PREREQUISITE_CYCLE, "need one another", steps)


def check_replacement_cycles(district: District) -> Iterator[Finding]:
    """Competencies that replace one another, or themselves; told once, at the first of the circle."""
    known = {each.ref: each for each in district.competencies()}
    following: dict[str, tuple[str, ...]] = {}
    for ref, each in known.items():
        found = district.competency(each.replaced_by, near=each.framework) if each.replaced_by else None
        following[ref] = (found.ref,) if found else ()
    for circle in cycles(following):
        steps = [(ref, known[ref].source.down("replaced_by")) for ref in circle]
        if len(steps) == 1:
            message, hint = (
                f"'{circle[0]}' is said to replace itself",
                "name the new one, or leave replaced_by out",
            )
            yield Finding(REPLACEMENT_CYCLE, message, steps[0][1], hint)
        else:
            yield closing(REPLACEMENT_CYCLE, "replace one another", steps)


def _needs(district: District, competency: Competency) -> dict[str, int]:
    """Each prerequisite that can be found, with its place in the list."""
    places: dict[str, int] = {}
    for at, ref in enumerate(competency.prerequisites):
        found = district.competency(ref, near=competency.framework)
        if found is not None:
            places.setdefault(found.ref, at)
    return places


def _check_place(framework: Framework, competency: Competency) -> Iterator[Finding]:
    domains = [each.id for each in framework.domains]
    sets = [each.id for each in framework.sets]
    others = framework.competencies.values()
    if _is_unknown(competency.domain, domains, (each.domain for each in others)):
        message = f"framework '{framework.id}' has no domain '{competency.domain}'"
        where = competency.source.down("domain")
        yield Finding(UNKNOWN_DOMAIN, message, where, hint_for(competency.domain or "", domains))
    for at, name in enumerate(competency.sets):
        if _is_unknown(name, sets, (each for other in others for each in other.sets)):
            message = f"framework '{framework.id}' has no set '{name}'"
            yield Finding(UNKNOWN_SET, message, competency.source.down("sets", at), hint_for(name, sets))


def _is_unknown(name: str | None, known: Sequence[str], used: Iterable[str | None]) -> bool:
    """Whether a name is not known, and not merely misspelt where the framework gives it."""
    if name is None or name in known:
        return False
    return name not in misnamed(known, (each for each in used if each is not None))


def _check_alignments(district: District, competency: Competency) -> Iterator[Finding]:
    """A crosswalk into a framework that is kept here must arrive; other frameworks are free."""
    for at, alignment in enumerate(competency.alignments):
        framework = district.frameworks.get(alignment.framework)
        ref = f"{alignment.framework}/{alignment.target}"
        if ref == competency.ref:
            message = f"'{ref}' is said to be aligned with itself"
            yield Finding(ALIGNED_WITH_ITSELF, message, competency.source.down("alignments", at, "target"))
        if framework is None or alignment.target in framework.competencies:
            continue
        if not excused(district, "competency", ref):
            message = f"framework '{framework.id}' has no competency '{alignment.target}'"
            where = competency.source.down("alignments", at, "target")
            hint = hint_for(alignment.target, framework.competencies)
            yield Finding(UNKNOWN_COMPETENCY, message, where, hint)

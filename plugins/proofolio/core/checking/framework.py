"""Frameworks: a scale with one threshold, and ids that name one thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from proofolio.core.checking.competency import (
    check_competency,
    check_prerequisite_cycles,
    check_replacement_cycles,
)
from proofolio.core.checking.misnamed import described, told_once
from proofolio.core.diagnostics.finding import Finding, Related
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules.framework import (
    DUPLICATE_ID,
    NO_LEVELS,
    NO_MASTERY_LEVEL,
    SEVERAL_MASTERY_LEVELS,
)
from proofolio.core.diagnostics.rules.reference import UNKNOWN_DOMAIN, UNKNOWN_LEVEL, UNKNOWN_SET
from proofolio.core.model.district import District
from proofolio.core.model.framework import Framework


def check_frameworks(district: District) -> Iterator[Finding]:
    """Every framework with its competencies, then circles that may run across frameworks."""
    for framework in district.frameworks.values():
        yield from check_framework(framework)
        for competency in framework.competencies.values():
            yield from check_competency(district, framework, competency)
    yield from check_prerequisite_cycles(district)
    yield from check_replacement_cycles(district)


def check_framework(framework: Framework) -> Iterator[Finding]:
    """The framework's own file: its levels, domains and sets."""
    where = framework.source
    yield from _check_scale(framework)
    levels = [(each.id, where.down("levels", at, "id")) for at, each in enumerate(framework.levels)]
    domains = [(each.id, where.down("domains", at, "id")) for at, each in enumerate(framework.domains)]
    sets = [(each.id, where.down("sets").key(each.id)) for each in framework.sets]
    yield from _check_unique("level", levels)
    yield from _check_unique("domain", domains)
    yield from _check_unique("set", sets)
    own = framework.competencies.values()
    for rule, noun, ids, used in (
        (UNKNOWN_LEVEL, "level", levels, described(framework) if levels else []),
        (UNKNOWN_DOMAIN, "domain", domains, [each.domain for each in own if each.domain]),
        (UNKNOWN_SET, "set", sets, [name for each in own for name in each.sets]),
    ):
        yield from told_once(rule, noun, dict(ids), used, where.key(f"{noun}s"))


def _check_scale(framework: Framework) -> Iterator[Finding]:
    where = framework.source
    mastery = [at for at, level in enumerate(framework.levels) if level.mastery]
    if not framework.levels:
        yield Finding(NO_LEVELS, f"framework '{framework.id}' has no levels", where.key("levels"))
    elif not mastery:
        message = f"no level of framework '{framework.id}' is marked as mastery"
        hint = "add mastery: true to the lowest level that is good enough"
        yield Finding(NO_MASTERY_LEVEL, message, where.key("levels"), hint)
    elif len(mastery) > 1:
        names = ", ".join(f"'{framework.levels[at].id}'" for at in mastery)
        first, second = (where.down("levels", at, "mastery") for at in mastery[:2])
        yield Finding(
            SEVERAL_MASTERY_LEVELS,
            f"{len(mastery)} levels are marked as mastery: {names}",
            second,
            "keep mastery: true on the lowest level that is good enough",
            (Related(first, "first marked here"),),
        )


def _check_unique(noun: str, ids: Sequence[tuple[str, Pointer]]) -> Iterator[Finding]:
    first: dict[str, Pointer] = {}
    for name, where in ids:
        if name in first:
            related = (Related(first[name], "first used here"),)
            yield Finding(DUPLICATE_ID, f"{noun} '{name}' is there twice", where, related=related)
        first.setdefault(name, where)

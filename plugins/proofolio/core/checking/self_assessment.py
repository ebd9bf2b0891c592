"""Self-assessments: ratings of what exists, on the framework's scale."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.checking.misnamed import misnamed_criterion
from proofolio.core.checking.reference import (
    check_competency_name,
    check_level_name,
    competency_excused,
    hint_for,
)
from proofolio.core.diagnostics.finding import Finding, Related
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules.reference import UNKNOWN_CRITERION
from proofolio.core.diagnostics.rules.self_assessment import RATED_TWICE
from proofolio.core.model.district import District
from proofolio.core.model.self_assessment import SelfAssessment


def check_self_assessment(district: District, assessment: SelfAssessment) -> Iterator[Finding]:
    """All ratings of one day."""
    ratings = assessment.source.down("ratings")
    first: dict[tuple[str, str | None], Pointer] = {}
    for rating in assessment.ratings:
        where = ratings.key(rating.target)
        found = district.target(rating.target)
        if found is None:
            yield from _check_target(district, rating.target, where)
            continue
        competency, criterion = found
        framework = district.frameworks[competency.framework]
        # The short form has the level as its value; the place then falls back to that value.
        yield from check_level_name(framework, rating.level, ratings.down(rating.target, "level"))
        rated = (competency.ref, criterion.id if criterion else None)
        if rated in first:
            related = (Related(first[rated], "first rated here"),)
            message = f"'{rating.target}' is rated above under another name"
            yield Finding(RATED_TWICE, message, where, related=related)
        first.setdefault(rated, where)


def _check_target(district: District, target: str, where: Pointer) -> Iterator[Finding]:
    """Why a target cannot be found: the framework, the competency, or only the criterion."""
    head, _, tail = target.rpartition("/")
    if not head or head in district.frameworks or district.competencies_named(tail):
        yield from check_competency_name(district, target, where)
    elif not district.competencies_named(head):
        if not competency_excused(district, target):
            yield from check_competency_name(district, head, where)
    elif (competency := district.competency(head)) is None:
        yield from check_competency_name(district, head, where)
    elif slip := misnamed_criterion(competency, tail):
        yield slip
    else:
        message = f"the rubric of '{competency.ref}' has no criterion '{tail}'"
        yield Finding(UNKNOWN_CRITERION, message, where, hint_for(tail, competency.rubric.criteria))

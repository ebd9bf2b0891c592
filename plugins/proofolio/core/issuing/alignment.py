"""Alignments: from what was earned to the framework that says what it means (CASE)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from proofolio.core.issuing.naming import competency_at
from proofolio.core.model.competency import Competency
from proofolio.core.model.district import District
from proofolio.core.model.framework import Level
from proofolio.core.model.rubric import Criterion

Json = dict[str, Any]
_EXACT = "exact"


def to_competency(district: District, site: str, competency: Competency) -> Json:
    """The competency itself."""
    framework = district.frameworks.get(competency.framework)
    return {
        "type": ["Alignment"],
        "targetCode": competency.code or competency.id,
        "targetName": competency.title,
        "targetDescription": competency.statement,
        "targetFramework": framework.title if framework else None,
        "targetType": "CFItem",
        "targetUrl": item_address(site, competency),
    }


def to_others(district: District, site: str, competency: Competency) -> Iterator[Json]:
    """What another framework here says of the same, where the crosswalk calls it exact."""
    for each in competency.alignments:
        other = district.competency(f"{each.framework}/{each.target}")
        if each.relation == _EXACT and other is not None and other != competency:
            yield to_competency(district, site, other)


def to_criterion(site: str, competency: Competency, criterion: Criterion) -> Json:
    """A criterion of the competency's rubric."""
    return {
        "type": ["Alignment"],
        "targetCode": criterion.id,
        "targetName": criterion.title,
        "targetType": "CFRubricCriterion",
        "targetUrl": competency_at(site, competency).criterion(criterion.id),
    }


def to_level(site: str, competency: Competency, criterion: Criterion, level: Level) -> Json:
    """A level of a criterion."""
    return {
        "type": ["Alignment"],
        "targetCode": level.id,
        "targetName": level.title,
        "targetType": "CFRubricCriterionLevel",
        "targetUrl": competency_at(site, competency).level(criterion.id, level.id),
    }


def item_address(site: str, competency: Competency) -> str:
    """The URI of a competency as the published CASE package has it: its own where it came with one."""
    known = competency.kept.get("case")
    uri = known.get("uri") if isinstance(known, Mapping) else None
    return (
        uri if isinstance(uri, str) and uri.startswith("https://") else competency_at(site, competency).page
    )

"""Alignments: from what was earned to the framework that says what it means (CASE)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from proofolio.core.issuing.naming import competency_at
from proofolio.core.model import case_identity
from proofolio.core.model.case_identity import CaseIdentity
from proofolio.core.model.competency import Competency
from proofolio.core.model.district import District
from proofolio.core.model.framework import Level
from proofolio.core.model.rubric import Criterion

Json = dict[str, Any]
_EXACT = "exact"
_WHOLE = re.compile(r"(?:https?://|urn:)[^\s]+$")


def to_competency(district: District, site: str, competency: Competency) -> Json:
    """The competency itself."""
    framework = district.frameworks.get(competency.framework)
    page = competency_at(site, competency).page
    return {
        "type": ["Alignment"],
        "targetCode": competency.code or competency.id,
        "targetName": competency.title,
        "targetDescription": competency.statement,
        "targetFramework": framework.title if framework else None,
        "targetType": "CFItem",
        "targetUrl": _address(case_identity.of_competency(site, competency), page),
    }


def to_others(district: District, site: str, competency: Competency) -> Iterator[Json]:
    """What another framework here says of the same, where the crosswalk calls it exact."""
    for each in competency.alignments:
        other = district.competency(f"{each.framework}/{each.target}")
        if each.relation == _EXACT and other is not None and other != competency:
            yield to_competency(district, site, other)


def to_criterion(site: str, competency: Competency, criterion: Criterion) -> Json:
    """A criterion of the competency's rubric."""
    page = competency_at(site, competency).criterion(criterion.id)
    return {
        "type": ["Alignment"],
        "targetCode": criterion.id,
        "targetName": criterion.title,
        "targetType": "CFRubricCriterion",
        "targetUrl": _address(case_identity.of_criterion(site, competency, criterion.id), page),
    }


def to_level(site: str, competency: Competency, criterion: Criterion, level: Level) -> Json:
    """A level of a criterion."""
    page = competency_at(site, competency).level(criterion.id, level.id)
    return {
        "type": ["Alignment"],
        "targetCode": level.id,
        "targetName": level.title,
        "targetType": "CFRubricCriterionLevel",
        "targetUrl": _address(case_identity.of_level(site, competency, criterion.id, level.id), page),
    }


def _address(known: CaseIdentity, page: str) -> str:
    """The URI that the published CASE package has; the page, where that one is no whole address."""
    return known.uri if _WHOLE.match(known.uri) else page

"""Results: the level that was reached in each criterion, and the hours that were granted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from proofolio.core.issuing.naming import Addresses
from proofolio.core.issuing.wording import number
from proofolio.core.model.rubric import Criterion
from proofolio.core.model.standing import Decision

Json = dict[str, Any]


def rubric_results(at: Addresses, criteria: tuple[Criterion, ...], decision: Decision) -> Iterator[Json]:
    """One for each criterion: the lowest level that the reviewers of this version gave."""
    for each in criteria:
        standing = decision.criteria.get(each.id)
        if standing is not None and standing.level is not None:
            yield {
                "type": ["Result"],
                "resultDescription": at.criterion(each.id),
                "achievedLevel": at.level(each.id, standing.level),
            }


def completion(at: Addresses) -> Json:
    """A pathway that is finished."""
    return {"type": ["Result"], "resultDescription": at.completion, "status": "Completed"}


def hours_granted(at: Addresses, hours: float) -> Iterator[Json]:
    """Clock hours, if any."""
    if hours:
        yield {"type": ["Result"], "resultDescription": at.hours, "value": number(hours)}

"""Do the results in a credential answer to what it says was asked for?"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

from proofolio.core.verifying.guard import Found

_PLACE = "credentialSubject"


def result_trouble(subject: Mapping[str, Any]) -> Iterator[Found]:
    """Results that lead nowhere, or stay below what the achievement asks for; place and sentence."""
    achievement = subject.get("achievement")
    described: dict[str, Mapping[str, Any]] = {}
    if isinstance(achievement, Mapping):
        for at, each in enumerate(_nodes(achievement.get("resultDescription"))):
            described[str(each.get("id"))] = each
            if "requiredLevel" in each and each["requiredLevel"] not in _levels(each):
                place = f"{_PLACE}.achievement.resultDescription[{at}].requiredLevel"
                yield place, "is none of the levels there"
    for at, each in enumerate(_nodes(subject.get("result"))):
        yield from _of_result(each, f"{_PLACE}.result[{at}]", described)


def _of_result(
    result: Mapping[str, Any], place: str, described: Mapping[str, Mapping[str, Any]]
) -> Iterator[Found]:
    if "resultDescription" not in result:
        if "achievedLevel" in result:
            yield place, "does not say what was rated"
        return
    asked = described.get(str(result["resultDescription"]))
    if asked is None:
        yield f"{place}.resultDescription", "is nothing that was asked for"
        return
    levels, reached, needed = _levels(asked), result.get("achievedLevel"), asked.get("requiredLevel")
    if reached is not None and reached not in levels:
        yield f"{place}.achievedLevel", "is none of the levels there"
    elif needed in levels and reached is None:
        yield place, "does not say which level was reached"
    elif needed in levels and levels.index(reached) < levels.index(needed):
        yield f"{place}.achievedLevel", "is below the level that was asked for"
    value, least = _number(result.get("value")), _number(asked.get("requiredValue"))
    if least is not None and (value is None or value < least):
        yield f"{place}.value", "is below what was asked for"
    if asked.get("resultType") == "Status" and "status" not in result:
        yield place, "does not say what came of it"


def _levels(description: Mapping[str, Any]) -> list[Any]:
    return [each.get("id") for each in _nodes(description.get("rubricCriterionLevel"))]


def _nodes(value: Any) -> list[Mapping[str, Any]]:
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, list) else []


def _number(value: Any) -> float | None:
    try:
        number = float(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return number if number is not None and math.isfinite(number) else None

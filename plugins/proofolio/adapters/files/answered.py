"""Answers for a review, a self-assessment or a plan from a JSON file, as the forms on the site keep them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.diagnostics.suggestion import did_you_mean, known_words
from proofolio.core.drafting.assessed import AssessmentAnswers
from proofolio.core.drafting.plan import GoalAnswer, PlanAnswers
from proofolio.core.drafting.reviewed import ReviewAnswers

_MOST = 1024 * 1024
_ASIDE = ("me",)
"""What a form keeps of the writer, and no file tells."""


def read_review(data: bytes) -> ReviewAnswers:
    """A reviewer's answers. Raises ProofolioError that says what cannot be taken, as all of these do."""
    by_criterion = ("ratings", "strengths", "next_steps")
    texts = ("work", "version", "words", "verdict", "why")
    said = _read(data, (*by_criterion, *texts, "pull"))
    work, version, words, verdict, why = (_text(key, said.get(key, "")) for key in texts)
    ratings, strengths, steps = (_texts(key, said.get(key, {})) for key in by_criterion)
    return ReviewAnswers(work, version, ratings, strengths, steps, words, verdict, why)


def read_assessment(data: bytes) -> AssessmentAnswers:
    """What somebody answered about herself."""
    keys = ("levels", "confidence", "notes")
    said = _read(data, (*keys, "date"))
    return AssessmentAnswers(**{key: _texts(key, said.get(key, {})) for key in keys})


def read_plan(data: bytes) -> PlanAnswers:
    """Somebody's plan."""
    said = _read(data, ("career_goal", "pathways", "plan", "present"))
    known = tuple(GoalAnswer.__dataclass_fields__)
    goals = (
        _texts(f"plan, number {number},", _mapping("plan", goal, known))
        for number, goal in enumerate(_list("plan", said.get("plan", [])), 1)
    )
    return PlanAnswers(
        _text("career_goal", said.get("career_goal", "")),
        tuple(_text("pathways", each) for each in _list("pathways", said.get("pathways", []))),
        tuple(GoalAnswer(**each) for each in goals),
    )


def _read(data: bytes, known: tuple[str, ...]) -> Mapping[str, Any]:
    if len(data) > _MOST:
        raise ProofolioError("the answers are too long", "keep the essence")
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        message = f"the answers cannot be read: {error}"
        raise ProofolioError(message, "they have to be JSON in UTF-8") from error
    return _mapping("", found, (*known, *_ASIDE))


def _mapping(key: str, value: Any, known: tuple[str, ...] | None = None) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _unfit(key, "holds names with answers, {…}")
    for name in value:
        if known is not None and name not in known:
            hint = did_you_mean(name, known) or known_words(known)
            raise ProofolioError(f"the answers have an unknown name '{name}'", hint)
    return value


def _texts(key: str, value: Any) -> dict[str, str]:
    return {name: _text(f"{key}.{name}", each) for name, each in _mapping(key, value).items()}


def _list(key: str, value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise _unfit(key, "holds a list, […]")
    return value


def _text(key: str, value: Any) -> str:
    """A text; a number is taken as it is written."""
    if isinstance(value, str):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return json.dumps(value)
    raise _unfit(key, "is a text")


def _unfit(key: str, why: str) -> ProofolioError:
    return ProofolioError(f"the answers cannot be taken: {key or 'the whole'} {why}", None)

"""Answers for a review, a self-assessment, a plan or the log from JSON, as the site’s forms keep them."""

from __future__ import annotations

from proofolio.adapters.files.given import items, list_of_texts, mapping, opened, text, texts
from proofolio.core.drafting.assessed import AssessmentAnswers
from proofolio.core.drafting.logged import LogAnswers
from proofolio.core.drafting.plan import GoalAnswer, PlanAnswers
from proofolio.core.drafting.reviewed import ReviewAnswers


def read_review(data: bytes) -> ReviewAnswers:
    """A reviewer's answers. Raises ProofolioError that says what cannot be taken, as all of these do."""
    by_criterion = ("ratings", "strengths", "next_steps")
    alone = ("work", "version", "words", "verdict", "why")
    said = opened(data, (*by_criterion, *alone, "pull"))
    work, version, words, verdict, why = (text(key, said.get(key, "")) for key in alone)
    ratings, strengths, steps = (texts(key, said.get(key, {})) for key in by_criterion)
    return ReviewAnswers(work, version, ratings, strengths, steps, words, verdict, why)


def read_assessment(data: bytes) -> AssessmentAnswers:
    """What somebody answered about herself."""
    keys = ("levels", "confidence", "notes")
    said = opened(data, (*keys, "date"))
    return AssessmentAnswers(**{key: texts(key, said.get(key, {})) for key in keys})


def read_plan(data: bytes) -> PlanAnswers:
    """Somebody's plan."""
    said = opened(data, ("career_goal", "pathways", "plan", "present"))
    known = tuple(GoalAnswer.__dataclass_fields__)
    goals = (
        texts(f"plan, number {number},", mapping("plan", goal, known))
        for number, goal in enumerate(items("plan", said.get("plan", [])), 1)
    )
    return PlanAnswers(
        text("career_goal", said.get("career_goal", "")),
        list_of_texts("pathways", said.get("pathways", [])),
        tuple(GoalAnswer(**each) for each in goals),
    )


def read_log(data: bytes) -> LogAnswers:
    """Somebody's entry for the log."""
    alone = tuple(each for each in LogAnswers.__dataclass_fields__ if each != "companions")
    given = opened(data, (*alone, "with"))
    said = {key: text(key, given.get(key, "")) for key in alone}
    return LogAnswers(**said, companions=list_of_texts("with", given.get("with", [])))

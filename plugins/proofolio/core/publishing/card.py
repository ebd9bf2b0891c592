"""Cards of published submissions."""

from __future__ import annotations

from proofolio.core.model.submission import Submission
from proofolio.core.publishing.impact import hidden, impact, in_brief
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.seen import own_competency
from proofolio.core.publishing.standing import standing
from proofolio.core.publishing.views.submission import SubmissionCard


def card(scene: Scene, submission: Submission) -> SubmissionCard:
    """One published submission in a list."""
    competency = own_competency(scene.district, submission)
    measured = next((each for each in submission.impact if not hidden(each, scene.audience)), None)
    return SubmissionCard(
        scene.sight.submission(submission),
        scene.sight.person(submission.person),
        scene.sight.micro_credential(submission.micro_credential),
        scene.sight.competency(competency.ref) if competency else None,
        standing(scene.decision(submission)),
        _day(scene, submission),
        in_brief(measured, scene.audience) if measured else None,
        impact(measured, scene.audience) if measured else None,
    )


def _day(scene: Scene, submission: Submission) -> str | None:
    """The day that belongs beside the standing: when it was decided, or else of the latest change."""
    decision = scene.decision(submission)
    if decision is not None and decision.competent and decision.decided_on is not None:
        return decision.decided_on.isoformat()
    return latest_day(scene, submission)


def latest_day(scene: Scene, submission: Submission) -> str | None:
    """The ISO day of the latest thing known to have happened to a published submission."""
    days = [step.revision.at.date() for step in scene.trails.get(submission.key, ())]
    if not days:
        days = [each.on for each in submission.reviews]
        days += [submission.applied.on] if submission.applied.on else []
    return max(days).isoformat() if days else None

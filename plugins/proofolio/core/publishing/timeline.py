"""What happened, by day: evidence, revisions, feedback, awards, self-assessments, log."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.language.say import deferred, said, say
from proofolio.core.model.submission import Submission
from proofolio.core.publishing.bright import giver
from proofolio.core.publishing.page import Ref
from proofolio.core.publishing.recognition import of_person
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.views.portfolio import TimelineEntry

_WORDS = {
    "evidence": deferred("New evidence"),
    "revision": deferred("Revised"),
    "feedback": deferred("Feedback"),
    "award": deferred("Earned"),
    "self-assessment": deferred("Self-assessment"),
    "log": deferred("Log"),
    "recognition": deferred("Recognised"),
}


def timeline(scene: Scene, person: str) -> tuple[TimelineEntry, ...]:
    """A person's visible journey, newest first; only for a portfolio that the audience may see."""
    entries = [*_work(scene, person), *_awards(scene, person), *_own(scene, person), *_thanks(scene, person)]
    entries.sort(key=lambda each: (each.kind, each.what.title, each.what.uri or ""))
    entries.sort(key=lambda each: each.on, reverse=True)
    return tuple(dict.fromkeys(entries))


def _work(scene: Scene, person: str) -> Iterator[TimelineEntry]:
    for submission in scene.people[person].submissions:
        what = scene.sight.submission(submission)
        for number, day in enumerate(_days(scene, submission)):
            yield _entry(day, "revision" if number else "evidence", what)
        for review in submission.reviews:
            reviewer = scene.reviewer(submission, review.reviewer)
            yield _entry(review.on.isoformat(), "feedback", what, reviewer)


def _days(scene: Scene, submission: Submission) -> list[str]:
    """The days on which the evidence came in or changed; when it was tried, if Git cannot tell."""
    steps = scene.trails.get(submission.key, ())
    days = sorted({each.revision.at.date().isoformat() for each in steps if each.kind == "evidence"})
    if not days and submission.applied.on:
        days = [submission.applied.on.isoformat()]
    return days


def _awards(scene: Scene, person: str) -> Iterator[TimelineEntry]:
    seen = scene.people[person]
    for key, award in seen.awards.items():
        yield _entry(award.on.isoformat(), "award", scene.sight.micro_credential(key))
    for key, progress in seen.pathways.items():
        if progress.met and progress.on:
            yield _entry(progress.on.isoformat(), "award", scene.sight.pathway(key))


def _own(scene: Scene, person: str) -> Iterator[TimelineEntry]:
    for assessment in scene.district.portfolios[person].self_assessments:
        yield _entry(assessment.on.isoformat(), "self-assessment", Ref(say("How I see myself"), None))
    for entry in scene.people[person].log:
        yield _entry(entry.on.isoformat(), "log", Ref(entry.title, None))


def _thanks(scene: Scene, person: str) -> Iterator[TimelineEntry]:
    for each, work in of_person(scene, person):
        yield _entry(each.on.isoformat(), "recognition", work, giver(scene.sight, each))


def _entry(on: str, kind: str, what: Ref, who: Ref | None = None) -> TimelineEntry:
    return TimelineEntry(on, kind, said(_WORDS[kind]), what, who)

"""The revisions of a published submission: what changed, after which feedback."""

from __future__ import annotations

from proofolio.core.language.say import deferred, said, say
from proofolio.core.model.district import District
from proofolio.core.model.identity import Identity, person_of
from proofolio.core.model.submission import Submission
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.trail import Step
from proofolio.core.publishing.views.submission import RevisionView

_WORDS = {
    "review": deferred("Reviewed"),
    "credential": deferred("Credential added"),
    "evidence": deferred("Revised"),
}
_SHORT = 8


def revisions(scene: Scene, submission: Submission) -> tuple[RevisionView, ...]:
    """The steps of a published submission, oldest first."""
    shown = []
    begun = False
    for step in scene.trails.get(submission.key, ()):
        first = step.kind == "evidence" and not begun
        begun = begun or first
        words = say("First version") if first else said(_WORDS[step.kind])
        shown.append(_revision(scene, submission, step, words))
    return tuple(shown)


def _revision(scene: Scene, submission: Submission, step: Step, words: str) -> RevisionView:
    unnamed = step.kind == "review" and scene.blind(submission)
    return RevisionView(
        step.revision.at.date().isoformat(),
        say("A reviewer") if unnamed else writer(scene, submission, step.revision.author),
        step.kind,
        words,
        step.revision.subject if step.alone and not unnamed else None,
        step.revision.commit[:_SHORT],
    )


def author(scene: Scene, claimed: Identity) -> str:
    """An author's name, as :func:`name_of` tells it."""
    return name_of(scene.district, claimed)


def writer(scene: Scene, submission: Submission, claimed: Identity) -> str:
    """Whoever wrote at a piece of work, or is credited with it in a commit's message.

    Somebody on the roster is named as a companion is: who has a portfolio that the audience may not see is
    a colleague. Anybody else as the commit claims it, like every author whom the roster does not know.
    """
    person = person_of(claimed, scene.district.people)
    if person is None or person == submission.person:
        return author(scene, claimed)
    return scene.sight.companion(person).title


def name_of(district: District, claimed: Identity) -> str:
    """An author's name: the roster's where the account is known, else as the commit claims it.

    Never an e-mail address.
    """
    person = person_of(claimed, district.people)
    name = claimed.name.partition("<")[0].strip()
    if person is not None or name in district.people:
        return district.name_of(person or name)
    return name if name and "@" not in name else say("Somebody")

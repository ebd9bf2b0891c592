"""Ways to begin a sentence about somebody's evidence: what one saw, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.language.say import Deferred, deferred, said, say
from proofolio.core.model.micro_credential import MicroCredential

_BY_KIND: dict[str, Deferred] = {
    "video": deferred("At minute … of the video, …"),
    "audio": deferred("In the recording one hears …"),
    "student-work": deferred("In the learners’ work, …"),
    "lesson-plan": deferred("In the lesson plan, the step where …"),
    "classroom-material": deferred("The material lets learners …"),
    "unit": deferred("The unit is built so that …"),
    "data": deferred("The figures show that …"),
    "observation": deferred("What was observed, …, tells me …"),
    "image": deferred("In the picture of …, one sees …"),
}
_MOST = 4


def strengths(asked: MicroCredential) -> tuple[str, ...]:
    """For a strength, each tied to a piece of evidence that the micro-credential asks for."""
    return tuple(dict.fromkeys(_strengths(asked)))[:_MOST]


def _strengths(asked: MicroCredential) -> Iterator[str]:
    yield say("I saw … when …")
    yield from (said(_BY_KIND[kind]) for kind in asked.artifacts.kinds if kind in _BY_KIND)
    if asked.impact_required:
        yield say("Before and after, … changed, because …")
    yield say("When you wrote “…”, I understood …")
    yield say("Your learners …")


def next_steps() -> tuple[str, ...]:
    """For a next step: one thing, small enough to try next week."""
    return (
        say("With two learners, try …"),
        say("Show … before and after"),
        say("Add to your evidence …"),
        say("Watch … and note what …"),
    )

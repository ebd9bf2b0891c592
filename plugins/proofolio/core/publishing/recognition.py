"""Bright spots: the page of all of them, and the notes of them elsewhere."""

from __future__ import annotations

from proofolio.core.language.say import say, says
from proofolio.core.model import address
from proofolio.core.model.recognition import Recognition
from proofolio.core.model.submission import Submission
from proofolio.core.publishing.bright import Bright, giver
from proofolio.core.publishing.card import card
from proofolio.core.publishing.page import Page, Prose, Ref
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.views.recognition import BrightSpot, BrightSpotsView
from proofolio.core.publishing.views.submission import Recognised


def bright_spots_page(scene: Scene) -> Page | None:
    """``bright-spots/index.md``; None as long as there is nothing to show."""
    spots = tuple(_spot(scene, each) for each in scene.bright)
    if not spots:
        return None
    works = len({work.key for _, work in scene.bright})
    told = says(
        "{n} piece of work that the organisation says thank you for.",
        "{n} pieces of work that the organisation says thank you for.",
        works,
    )
    view = BrightSpotsView(spots)
    inputs = ("competencies/", "portfolios/")
    return Page(address.BRIGHT_SPOTS, say("Bright spots"), "bright-spots.html", view, None, told, inputs)


def anchor(recognition: Recognition) -> str:
    """A recognition's place on the page of all."""
    return f"spot-{recognition.name}"


def recognised(scene: Scene, bright: Bright) -> Recognised:
    """One recognition in a few words, with the way to all of it."""
    recognition, work = bright
    return Recognised(
        recognition.title,
        address.BRIGHT_SPOTS,
        anchor(recognition),
        giver(scene.sight, recognition),
        recognition.on.isoformat(),
        scene.sight.submission(work),
        scene.sight.person(work.person),
    )


def of_work(scene: Scene, submission: Submission) -> tuple[Recognised, ...]:
    """What is shown of the thanks for a piece of work, newest first."""
    return tuple(recognised(scene, each) for each in scene.bright if each[1].key == submission.key)


def of_person(scene: Scene, person: str) -> tuple[tuple[Recognition, Ref], ...]:
    """What is shown of the thanks for a person's work, newest first, each with the work."""
    return tuple((each, scene.sight.submission(work)) for each, work in scene.bright if work.person == person)


def _spot(scene: Scene, bright: Bright) -> BrightSpot:
    recognition, work = bright
    text = recognition.body.text
    return BrightSpot(
        anchor(recognition),
        recognition.title,
        giver(scene.sight, recognition),
        recognition.on.isoformat(),
        Prose(text, recognition.source.file) if text.strip() else None,
        card(scene, work),
        scene.sight.companions(work.co_authors),
    )

"""Writing without Git: the page to choose from, and all that belongs to the forms."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.language.say import say
from proofolio.core.model import address
from proofolio.core.model.micro_credential import MicroCredential
from proofolio.core.publishing.holding import badge_of
from proofolio.core.publishing.page import Document, Page, Ref
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.views.write import ChoiceView, ShelfView, WayView, WriteView
from proofolio.core.publishing.write.document import people_document
from proofolio.core.publishing.write.evidence import evidence_document, evidence_form_page
from proofolio.core.publishing.write.log import log_document, log_form_page
from proofolio.core.publishing.write.plan import plan_document, plan_form_page
from proofolio.core.publishing.write.review import review_document, review_form_page, reviewable
from proofolio.core.publishing.write.self_assessment import (
    assessable,
    self_assessment_document,
    self_assessment_form_page,
)


def write_pages(scene: Scene) -> Iterator[Page]:
    """The page to choose from, and every form."""
    yield _hub(scene)
    yield from (evidence_form_page(scene, each) for each in _asked(scene))
    yield from (review_form_page(scene, each) for each in reviewable(scene))
    yield from (self_assessment_form_page(scene, each) for each in assessable(scene))
    yield plan_form_page(scene)
    yield log_form_page(scene)


def write_documents(scene: Scene) -> Iterator[Document]:
    """What the forms' scripts read."""
    yield people_document(scene)
    yield from (evidence_document(scene, each) for each in _asked(scene))
    yield from (review_document(scene, each) for each in reviewable(scene))
    yield from (self_assessment_document(scene, each) for each in assessable(scene))
    yield plan_document(scene)
    yield log_document(scene)


def _hub(scene: Scene) -> Page:
    view = WriteView(tuple(_shelves(scene)), tuple(_others(scene)), tuple(_reviews(scene)))
    told = say("Add evidence, keep your log, rate yourself, plan or review: here, without Git.")
    return Page(address.WRITE, say("Write"), "write.html", view, None, told, ("competencies/",))


def _asked(scene: Scene) -> Iterator[MicroCredential]:
    return filter(scene.sight.publishes, scene.district.micro_credentials.values())


def _shelves(scene: Scene) -> Iterator[ShelfView]:
    by_framework: dict[str, list[ChoiceView]] = {}
    for each in sorted(_asked(scene), key=lambda each: (each.title.casefold(), each.id)):
        competency = scene.district.competency_of(each)
        framework = scene.sight.framework(competency.framework).title if competency else say("Others")
        by_framework.setdefault(framework, []).append(_choice(scene, each))
    for title in sorted(by_framework):
        yield ShelfView(title, tuple(by_framework[title]))


def _choice(scene: Scene, asked: MicroCredential) -> ChoiceView:
    form = Ref(asked.title, address.of_evidence_form(asked.id))
    told = scene.sight.competency(asked.competency).title
    return ChoiceView(form, scene.sight.micro_credential(asked.id), told, badge_of(scene, asked.id))


def _others(scene: Scene) -> Iterator[WayView]:
    """The other forms, for those who come to write something else."""
    log = say("What you tried, saw or talked about, on a day: a few sentences.")
    yield WayView(Ref(say("An entry for my log"), address.WRITE_LOG), log)
    several = len(tuple(assessable(scene))) > 1
    for each in assessable(scene):
        title = say("Where do I stand? {title}", title=each.title) if several else say("Where do I stand?")
        told = say("Rate yourself, competency by competency.")
        yield WayView(Ref(title, address.of_self_assessment_form(each.id)), told)
    plan = say("Goals, pathways, and where you would like to go.")
    yield WayView(Ref(say("My plan"), address.WRITE_PLAN), plan)


def _reviews(scene: Scene) -> Iterator[Ref]:
    """The forms for reviewing, by what the work is for."""
    for each in sorted(reviewable(scene), key=lambda each: (each.title.casefold(), each.id)):
        yield Ref(each.title, address.of_review_form(each.id))

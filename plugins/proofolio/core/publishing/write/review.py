"""The form for reviewing work for one micro-credential: its page, and the document that its script reads."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.language.say import say
from proofolio.core.model import address
from proofolio.core.model.micro_credential import MicroCredential
from proofolio.core.model.rubric_digest import rubric_digest
from proofolio.core.publishing import scale
from proofolio.core.publishing.action import forge_of
from proofolio.core.publishing.page import Document, Page
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.views.review_form import ReviewFormView
from proofolio.core.publishing.write import beginnings
from proofolio.core.publishing.write.document import common, document, document_of, door
from proofolio.core.publishing.write.pulls import pulls
from proofolio.core.publishing.write.review_words import review_words


def reviewable(scene: Scene) -> Iterator[MicroCredential]:
    """The micro-credentials that are shown and rate something."""
    for asked in scene.district.micro_credentials.values():
        if scene.sight.publishes(asked) and scene.district.criteria_of(asked):
            yield asked


def review_form_page(scene: Scene, asked: MicroCredential) -> Page:
    """The page of one form. ``asked`` has criteria."""
    competency = scene.district.competency_of(asked)
    framework = scene.district.frameworks[competency.framework] if competency else None
    criteria = scene.district.criteria_of(asked)
    rubric = scale.rubric(framework, competency, criteria) if framework and competency else None
    view = ReviewFormView(
        document=document_of(address.of_review_form(asked.id)),
        about=scene.sight.micro_credential(asked.id),
        key_method=asked.key_method,
        levels=scale.levels(framework) if framework else (),
        rows=rubric.rows if rubric else (),
        strengths=beginnings.strengths(asked),
        next_steps=beginnings.next_steps(),
        blind=asked.review.blind,
        approval=asked.review.approval,
        door=door(scene),
    )
    return Page(
        address.of_review_form(asked.id),
        say("Review: {title}", title=asked.title),
        "write-review.html",
        view,
        None,
        say("Review work for “{title}” here, against its rubric.", title=asked.title),
        ("competencies/",),
        searchable=False,
    )


def review_document(scene: Scene, asked: MicroCredential) -> Document:
    """What the form's script has to know, as JSON: of anybody's work the titles that the audience sees."""
    uri = address.of_review_form(asked.id)
    competency = scene.district.competency_of(asked)
    framework = scene.district.frameworks[competency.framework] if competency else None
    kept = forge_of(scene)
    data = {
        "id": asked.id,
        "title": asked.title,
        "levels": [
            {"id": each.id, "title": each.title, "mastery": framework.is_mastery(each.id)}
            for each in framework.levels
        ]
        if framework
        else [],
        "criteria": [{"id": each.id, "title": each.title} for each in scene.district.criteria_of(asked)],
        "works": {
            f"{each.person}/{each.slug}": {"title": each.title, "person": scene.district.name_of(each.person)}
            for seen in scene.people.values()
            for each in seen.submissions
            if each.micro_credential == asked.id
        },
        "rubric": rubric_digest(scene.district, asked),
        "pulls": pulls(kept) if kept else None,
        "words": review_words(),
        **common(scene, uri),
    }
    return document(uri, data)

"""The form for reviewing work for one micro-credential, and the document with its data and words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from proofolio.core.language.say import say
from proofolio.core.model import address
from proofolio.core.model.competency import Competency
from proofolio.core.model.framework import Framework
from proofolio.core.model.micro_credential import MicroCredential
from proofolio.core.model.rubric_digest import rubric_digest
from proofolio.core.publishing import forge, scale
from proofolio.core.publishing.page import Document, Page
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.views.review_form import ReviewFormView
from proofolio.core.publishing.write import beginnings
from proofolio.core.publishing.write.pulls import pulls

TEMPLATE = "write-review.html"


def review_forms(scene: Scene) -> Iterator[tuple[Page, Document]]:
    """A form for each micro-credential that is shown and rates something."""
    for asked in scene.district.micro_credentials.values():
        competency = scene.district.competency_of(asked)
        if competency is not None and scene.sight.publishes(asked) and scene.district.criteria_of(asked):
            framework = scene.district.frameworks[competency.framework]
            uri = document_uri(asked.id)
            yield _page(scene, asked, competency, framework, uri), Document(uri, _data(scene, asked, framework))


def document_uri(micro_credential: str) -> str:
    """Where a form's data are."""
    return address.of_review_form(micro_credential).removesuffix("index.md") + "form.json"


def _page(
    scene: Scene, asked: MicroCredential, competency: Competency, framework: Framework, uri: str
) -> Page:
    rubric = scale.rubric(framework, competency, scene.district.criteria_of(asked))
    host = place(scene)
    view = ReviewFormView(
        micro_credential=scene.sight.micro_credential(asked.id),
        competency=scene.sight.competency(competency.ref),
        key_method=asked.key_method,
        levels=scale.levels(framework),
        rows=rubric.rows if rubric else (),
        strengths=beginnings.strengths(asked),
        next_steps=beginnings.next_steps(),
        document=uri,
        blind=asked.review.blind,
        approval=asked.review.approval,
        host=host,
        nobodys=host is not None and forge.is_nobodys(host),
    )
    return Page(
        address.of_review_form(asked.id),
        say("Review: {title}", title=asked.title),
        TEMPLATE,
        view,
        None,
        say("A form for reviewing work for the micro-credential “{title}”.", title=asked.title),
        ("competencies/",),
        searchable=False,
    )


def _data(scene: Scene, asked: MicroCredential, framework: Framework) -> str:
    kept = kept_at(scene)
    data: dict[str, Any] = {
        "id": asked.id,
        "levels": [
            {"id": each.id, "title": each.title, "mastery": framework.is_mastery(each.id)}
            for each in framework.levels
        ],
        "criteria": [{"id": each.id, "title": each.title} for each in scene.district.criteria_of(asked)],
        "rubric": rubric_digest(scene.district, asked),
        "approval": asked.review.approval,
        "pulls": pulls(kept) if kept else None,
    }
    return document(scene, data, _words())

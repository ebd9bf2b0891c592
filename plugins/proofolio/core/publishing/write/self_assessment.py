"""The form for rating oneself against a framework: its page, and the document that its script reads."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.language.say import say
from proofolio.core.model import address
from proofolio.core.model.competency import Competency
from proofolio.core.model.district import District
from proofolio.core.model.framework import Framework
from proofolio.core.model.succession import successor
from proofolio.core.publishing import scale
from proofolio.core.publishing.page import Document, Page, Ref
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.views.self_assessment_form import (
    DomainView,
    SelfAssessmentFormView,
    TargetView,
)
from proofolio.core.publishing.write.document import common, document, document_of, door
from proofolio.core.publishing.write.self_assessment_words import self_assessment_words


def assessable(scene: Scene) -> Iterator[Framework]:
    """The frameworks that are shown and have something to rate."""
    for framework in scene.district.frameworks.values():
        if scene.sight.publishes(framework) and framework.levels and any(_asked(scene, framework)):
            yield framework


def self_assessment_form_page(scene: Scene, framework: Framework) -> Page:
    """The page of one form."""
    view = SelfAssessmentFormView(
        document=document_of(address.of_self_assessment_form(framework.id)),
        framework=scene.sight.framework(framework.id),
        levels=scale.levels(framework),
        domains=tuple(_domains(scene, framework)),
        others=tuple(
            Ref(each.title, address.of_self_assessment_form(each.id))
            for each in assessable(scene)
            if each is not framework
        ),
        door=door(scene),
    )
    return Page(
        address.of_self_assessment_form(framework.id),
        say("Where do I stand? {title}", title=framework.title),
        "write-self-assessment.html",
        view,
        None,
        say("Rate yourself against “{title}” here, without Git.", title=framework.title),
        ("competencies/",),
        searchable=False,
    )


def self_assessment_document(scene: Scene, framework: Framework) -> Document:
    """What the form's script has to know, as JSON."""
    uri = address.of_self_assessment_form(framework.id)
    data = {
        "id": framework.id,
        "title": framework.title,
        "levels": [{"id": each.id, "title": each.title} for each in framework.levels],
        "targets": [target for each in _asked(scene, framework) for target in _targets(scene.district, each)],
        "names": {
            alias: name
            for each in _asked(scene, framework)
            for name in (name_of(scene.district, each),)
            for alias in (each.id, each.ref)
        },
        "titles": {name_of(scene.district, each): each.title for each in _asked(scene, framework)},
        "words": self_assessment_words(),
        **common(scene, uri),
    }
    return document(uri, data)


def name_of(district: District, competency: Competency) -> str:
    """The shortest name that means one competency only, as files call it."""
    return competency.id if len(district.competencies_named(competency.id)) == 1 else competency.ref


def _asked(scene: Scene, framework: Framework) -> Iterator[Competency]:
    """What can be rated: nobody begins with what was replaced."""
    for each in framework.competencies.values():
        if scene.sight.publishes(each) and successor(scene.district, each) is None:
            yield each


def _targets(district: District, competency: Competency) -> Iterator[str]:
    name = name_of(district, competency)
    yield name
    yield from (f"{name}/{each}" for each in competency.rubric.criteria)


def _domains(scene: Scene, framework: Framework) -> Iterator[DomainView]:
    """Domain by domain, in the framework's order; what belongs to none comes last."""
    known = {each.id: each.title for each in framework.domains}
    rows: dict[str, list[TargetView]] = {each: [] for each in (*known, "")}
    for each in _asked(scene, framework):
        rows[each.domain if each.domain in known else ""].append(_target(scene, framework, each))
    for domain, targets in rows.items():
        if targets:
            yield DomainView(domain or "others", known.get(domain) or say("Others"), tuple(targets))


def _target(scene: Scene, framework: Framework, competency: Competency) -> TargetView:
    rubric = scale.rubric(framework, competency)
    return TargetView(
        name_of(scene.district, competency),
        scene.sight.competency(competency.ref),
        competency.statement,
        rubric.rows if rubric else (),
    )

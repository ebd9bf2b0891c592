"""The page of one competency."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from proofolio.core.model import address
from proofolio.core.model.competency import Alignment, Competency
from proofolio.core.model.submission import Submission
from proofolio.core.model.succession import line
from proofolio.core.publishing import scale, words
from proofolio.core.publishing.action import competency_actions
from proofolio.core.publishing.artifact import web_link
from proofolio.core.publishing.page import Page, Ref
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.seen import named, own_competency, rated
from proofolio.core.publishing.standing import standing
from proofolio.core.publishing.succession import changes, replaced, replacement
from proofolio.core.publishing.views.competency import (
    CompetencyView,
    CrosswalkRow,
    EntryRow,
    EvidenceRow,
    ExemplarView,
    Point,
)
from proofolio.core.publishing.views.framework import SetView

_RELATIONS = {
    "exact": "is the same as",
    "broader": "is broader than",
    "narrower": "is narrower than",
    "related": "is related to",
}


def competency_page(scene: Scene, competency: Competency) -> Page:
    """The page of a competency, with the published evidence that shows it."""
    district, sight = scene.district, scene.sight
    framework = district.frameworks[competency.framework]
    domain = next((each.title for each in framework.domains if each.id == competency.domain), None)
    near = competency.framework
    view = CompetencyView(
        framework=sight.framework(framework.id),
        domain=domain,
        # the sets' names alone: this page is not about their other members
        sets=tuple(
            SetView(each.id, each.title, each.prerequisite_for_all, ())
            for each in framework.sets
            if each.id in competency.sets
        ),
        themes=tuple(words.plain(each) for each in competency.themes),
        statement=competency.statement,
        why=competency.why,
        rubric=scale.rubric(framework, competency),
        indicators=_points(competency.indicators),
        prerequisites=tuple(sight.competency(each, near) for each in competency.prerequisites),
        builds_towards=tuple(_builds_towards(scene, competency)),
        related=tuple(sight.competency(each, near) for each in competency.related),
        crosswalk=tuple(_crosswalk(scene, each) for each in competency.alignments),
        pitfalls=_points(competency.pitfalls),
        practice=_points(competency.practice),
        exemplars=tuple(
            ExemplarView(web_link(each.title, each.url), words.plain(each.kind), each.notice)
            for each in competency.exemplars
        ),
        resources=tuple(web_link(each.title, each.url) for each in competency.resources),
        micro_credentials=tuple(
            sight.micro_credential(key)
            for key, each in district.micro_credentials.items()
            if district.competency_of(each) == competency
        ),
        courses=tuple(
            sight.course(key)
            for key, each in district.courses.items()
            if district.competency(each.competency) == competency
        ),
        evidence=tuple(_evidence(scene, competency)),
        log=tuple(
            EntryRow(
                each.on.isoformat(), each.title, words.plain(each.kind.value), scene.sight.person(each.person)
            )
            for each in scene.entries.get(competency.ref, ())
        ),
        replaced_by=replacement(scene, competency),
        replaces=replaced(scene, competency),
        changes=changes(scene, competency),
        actions=competency_actions(scene, competency),
    )
    inputs = ("competencies/", "portfolios/")
    return Page(
        address.of_competency(competency),
        competency.title,
        "competency.html",
        view,
        competency.source.file,
        competency.statement,
        inputs,
    )


def _points(texts: Mapping[str, str]) -> tuple[Point, ...]:
    return tuple(Point(key, words.plain(key), text) for key, text in texts.items())


def _builds_towards(scene: Scene, competency: Competency) -> Iterator[Ref]:
    for each in scene.district.competencies():
        needed = (scene.district.competency(ref, each.framework) for ref in each.prerequisites)
        if competency in needed:
            yield scene.sight.competency(each.ref)


def _crosswalk(scene: Scene, alignment: Alignment) -> CrosswalkRow:
    known = scene.district.frameworks.get(alignment.framework)
    ref = f"{alignment.framework}/{alignment.target}"
    found = scene.district.competency(ref) if known else None
    return CrosswalkRow(
        known.title if known else alignment.framework,
        scene.sight.competency(ref) if found else Ref(alignment.target, None),
        _RELATIONS.get(alignment.relation, alignment.relation),
    )


def _evidence(scene: Scene, competency: Competency) -> Iterator[EvidenceRow]:
    claims = scene.claims.get(competency.ref, ())
    for each in claims:
        direct = named(scene.district, each)
        if competency in direct:
            yield _row(scene, competency, each, None)
        else:
            before = next(old for old in direct if competency in line(scene.district, old))
            yield _row(scene, before, each, scene.sight.competency(before.ref))
    known = {each.key for each in claims}
    # the crosswalk: evidence for the very same competency of another framework
    for other in scene.district.competencies():
        same = any(
            each.relation == "exact" and f"{each.framework}/{each.target}" == competency.ref
            for each in other.alignments
        )
        if same and other.ref != competency.ref:
            for each in scene.claims.get(other.ref, ()):
                if each.key not in known:
                    yield _row(scene, other, each, scene.sight.competency(other.ref))


def _row(scene: Scene, competency: Competency, submission: Submission, through: Ref | None) -> EvidenceRow:
    district = scene.district
    framework = district.frameworks[competency.framework]
    decision = scene.decision(submission)
    level, because = None, None
    if own_competency(district, submission) == competency:
        found = rated(district, competency, decision) if decision else {}
        micro_credential = district.micro_credentials[submission.micro_credential]
        asked = {each.id for each in district.criteria_of(micro_credential)}
        if asked and asked <= set(found):
            level = scale.level(framework, scale.lowest(framework, (found[each] for each in asked)))
    else:
        because = next(
            each.because
            for each in submission.demonstrates
            if district.competency(each.competency) == competency
        )
    return EvidenceRow(
        scene.sight.submission(submission),
        scene.sight.person(submission.person),
        scene.sight.micro_credential(submission.micro_credential),
        standing(decision),
        level,
        because,
        through,
    )

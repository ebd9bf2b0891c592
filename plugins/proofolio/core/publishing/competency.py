"""The page of one competency."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from proofolio.core.language.say import deferred, said, say, say_as
from proofolio.core.model import address
from proofolio.core.model.competency import Competency
from proofolio.core.model.crosswalk import BROADER, EXACT, REVERSED, aligned
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
    "exact": deferred("is the same as"),
    "broader": deferred("is broader than"),
    "narrower": deferred("is narrower than"),
    "related": deferred("is related to"),
}
"""From this one's side; an alignment's relation tells how the other one compares."""
_COUNTS = {
    "exact": deferred("Counts for both"),
    "broader": deferred("Evidence for that one counts here"),
    "narrower": deferred("Evidence for this one counts there"),
}
"""By how the other one compares."""


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
        crosswalk=tuple(_crosswalk(scene, competency)),
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
        code=competency.code,
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


def _crosswalk(scene: Scene, competency: Competency) -> Iterator[CrosswalkRow]:
    """What the competency is aligned with: as its own file says, then as the other ones' files do."""
    district, ref = scene.district, competency.ref
    for each in competency.alignments:
        known, found = district.frameworks.get(each.framework), aligned(district, each)
        there = scene.sight.competency(found.ref) if found else Ref(each.target, None)
        way = _counts(each.relation) if found else None
        yield CrosswalkRow(known.title if known else each.framework, there, _told(each.relation), way)
    named = {found.ref for each in competency.alignments if (found := aligned(district, each))}
    for other, relation in scene.crosswalk.named.get(ref, {}).items():
        if other not in named:
            title = district.frameworks[other.partition("/")[0]].title
            yield CrosswalkRow(title, scene.sight.competency(other), _told(relation), _counts(relation))
    for other in scene.crosswalk.onward.get(ref, {}):
        if other not in scene.crosswalk.named[ref]:
            title = district.frameworks[other.partition("/")[0]].title
            yield CrosswalkRow(title, scene.sight.competency(other), _told(EXACT), _counts(EXACT))


def _told(relation: str) -> str:
    known = _RELATIONS.get(REVERSED.get(relation, relation))
    return said(known) if known else relation


def _counts(relation: str) -> str:
    known = _COUNTS.get(relation)
    return said(known) if known else say("Shown here, and not counted")


def _comparison(relation: str) -> str:
    """How what the evidence is for compares with this one, in a word."""
    return say_as("alignment", "broader") if relation == BROADER else say_as("alignment", "exact")


def _evidence(scene: Scene, competency: Competency) -> Iterator[EvidenceRow]:
    for each in scene.claims.get(competency.ref, ()):
        direct = named(scene.district, each)
        if competency in direct:
            yield _row(scene, competency, each)
            continue
        replaced_here = [old for old in direct if competency in line(scene.district, old)]
        if replaced_here:
            before = replaced_here[0]
            yield _row(scene, before, each, scene.sight.competency(before.ref))
            continue
        for before in direct:
            found = scene.crosswalk.passage(before, competency)
            if found is not None:
                by, relation = found
                yield _row(scene, before, each, scene.sight.competency(by.ref), _comparison(relation))
                break


def _row(
    scene: Scene,
    competency: Competency,
    submission: Submission,
    through: Ref | None = None,
    alignment: str | None = None,
) -> EvidenceRow:
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
        alignment,
    )

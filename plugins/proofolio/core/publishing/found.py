"""What the site's search knows of each page: how it is called, what it says first, what to find it by.

Only pages of the plan are known, so only what the audience may see. Not every word of a page goes in:
whoever looks for something names it, and an index of every word is a load for every visitor.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from proofolio.core.language.say import say
from proofolio.core.model import address
from proofolio.core.model.competency import Competency
from proofolio.core.model.course import Course
from proofolio.core.model.framework import Framework
from proofolio.core.model.micro_credential import MicroCredential
from proofolio.core.model.submission import Submission
from proofolio.core.publishing import facet
from proofolio.core.publishing.ledger import Held
from proofolio.core.publishing.page import Page
from proofolio.core.publishing.record import (
    COMPETENCY,
    COURSE,
    CREDENTIAL,
    FACETS,
    FRAMEWORK,
    HELP,
    LIST,
    MICRO_CREDENTIAL,
    OPPORTUNITY,
    PATHWAY,
    PERSON,
    WORK,
    Record,
)
from proofolio.core.publishing.scale import lowest
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.seen import claimed, own_competency, rated
from proofolio.core.publishing.views.filter import FilterTag


def kinds() -> dict[str, str]:
    """What the kinds of pages are called, in the order to show."""
    return {
        PERSON: say("People"),
        WORK: say("Work"),
        CREDENTIAL: say("Credentials"),
        COMPETENCY: say("Competencies"),
        MICRO_CREDENTIAL: say("Micro-credentials"),
        PATHWAY: say("Pathways"),
        COURSE: say("Micro-courses"),
        OPPORTUNITY: say("Opportunities"),
        FRAMEWORK: say("Frameworks"),
        HELP: say("Help"),
        LIST: say("Lists and tools"),
    }


def records(scene: Scene, pages: Iterable[Page]) -> tuple[Record, ...]:
    """A record for each of these pages that the search may find, by address."""
    known = _known(scene)
    return tuple(known.get(each.uri) or _plain(each) for each in pages if each.searchable)


def organizations(scene: Scene) -> Mapping[str, str]:
    """The names of the organisations, by id."""
    issuer = scene.district.issuer
    return {key: each.name for key, each in issuer.organizations.items()} if issuer else {}


def _plain(page: Page) -> Record:
    return Record(page.uri, page.title, LIST, said=page.description, filters=_tags(LIST))


def _known(scene: Scene) -> dict[str, Record]:
    district = scene.district
    found = [_framework(each) for each in district.frameworks.values()]
    found += [_competency(scene, each) for each in district.competencies()]
    found += [_micro_credential(scene, each) for each in district.micro_credentials.values()]
    found += [_course(scene, each) for each in district.courses.values()]
    found += [
        Record(
            address.of_pathway(each.id), each.title, PATHWAY, said=each.audience or "", filters=_tags(PATHWAY)
        )
        for each in district.pathways.values()
    ]
    if scene.bright:
        found.append(_bright_spots(scene))
    found += [
        Record(
            address.of_opportunity(each.id),
            each.title,
            OPPORTUNITY,
            said=each.about,
            filters=_tags(OPPORTUNITY),
        )
        for each in district.opportunities.values()
    ]
    for person in scene.people:
        if scene.sight.opens(person):
            found.append(_person(scene, person))
        found += [_work(scene, each) for each in scene.people[person].submissions]
        found += [_credential(scene, each) for each in scene.credentials.get(person, ())]
    return {each.uri: each for each in found}


def _bright_spots(scene: Scene) -> Record:
    names = (name for each, work in scene.bright for name in (each.title, work.title))
    return Record(
        address.BRIGHT_SPOTS,
        say("Bright spots"),
        LIST,
        said=say("Work that the organisation says thank you for."),
        names=tuple(dict.fromkeys(names)),
        filters=_tags(LIST),
    )


def _framework(framework: Framework) -> Record:
    uri = address.of_framework(framework)
    return Record(uri, framework.title, FRAMEWORK, said=framework.vision, filters=_tags(FRAMEWORK))


def _competency(scene: Scene, competency: Competency) -> Record:
    framework = scene.district.frameworks[competency.framework]
    return Record(
        address.of_competency(competency),
        competency.title,
        COMPETENCY,
        framework.title,
        competency.statement,
        (*((competency.code,) if competency.code else ()), *competency.themes),
        _tags(COMPETENCY, competency=(competency.ref,)),
    )


def _micro_credential(scene: Scene, asked: MicroCredential) -> Record:
    competency = scene.district.competency_of(asked)
    return Record(
        address.of_micro_credential(asked.id),
        asked.title,
        MICRO_CREDENTIAL,
        competency.title if competency else "",
        asked.key_method or "",
        filters=_tags(MICRO_CREDENTIAL, competency=(competency.ref,) if competency else ()),
    )


def _course(scene: Scene, course: Course) -> Record:
    competency = scene.district.competency(course.competency)
    return Record(
        address.of_course(course.id),
        course.title,
        COURSE,
        competency.title if competency else "",
        filters=_tags(COURSE, competency=(competency.ref,) if competency else ()),
    )


def _person(scene: Scene, person: str) -> Record:
    """Somebody is found by each competency that published work of theirs shows, and its level."""
    seen, profile = scene.people[person], scene.district.portfolios[person].profile
    shown = {key: each for key, each in seen.competencies.items() if each.claims or each.demonstrated}
    levels = [_level(scene, key, each.level) for key, each in shown.items()]
    organization = scene.sight.organization(person)
    return Record(
        address.of_person(person),
        scene.district.name_of(person),
        PERSON,
        organization or "",
        (profile.headline or "") if profile else "",
        tuple(scene.sight.competency(key).title for key in shown),
        _tags(PERSON, competency=shown, level=levels, organization=_belongs(scene, person)),
        f"portfolios/{person}/",
    )


def _work(scene: Scene, submission: Submission) -> Record:
    refs = claimed(scene.district, submission, scene.crosswalk)
    asked = scene.sight.micro_credential(submission.micro_credential)
    return Record(
        address.of_submission(submission),
        submission.title,
        WORK,
        say(
            "{person}, for {achievement}",
            person=scene.district.name_of(submission.person),
            achievement=asked.title,
        ),
        submission.problem_of_practice or "",
        (
            *(scene.district.name_of(each) for each in submission.co_authors if scene.sight.names(each)),
            *(scene.sight.competency(each).title for each in refs),
            *((submission.applied.subject,) if submission.applied.subject else ()),
            *dict.fromkeys(submission.themes),
            *(recognition.title for recognition, work in scene.bright if work.key == submission.key),
        ),
        _tags(
            WORK,
            competency=refs,
            level=(_reached(scene, submission),),
            organization=_belongs(scene, submission.person),
        ),
        f"portfolios/{submission.person}/",
    )


def _credential(scene: Scene, held: Held) -> Record:
    person = held.credential.person
    asked = scene.district.micro_credentials.get(held.credential.achievement)
    competency = scene.district.competency_of(asked) if asked else None
    return Record(
        held.uri,
        held.credential.name,
        CREDENTIAL,
        scene.district.name_of(person),
        names=(competency.title,) if competency else (),
        filters=_tags(
            CREDENTIAL,
            competency=(competency.ref,) if competency else (),
            organization=_belongs(scene, person),
        ),
        home=f"portfolios/{person}/",
    )


def _reached(scene: Scene, submission: Submission) -> str | None:
    """The lowest level that reviewers gave, once they have rated every criterion that is asked for."""
    decision, competency = scene.decision(submission), own_competency(scene.district, submission)
    asked = scene.district.micro_credentials.get(submission.micro_credential)
    if decision is None or competency is None or asked is None:
        return None
    given = rated(scene.district, competency, decision)
    wanted = {each.id for each in scene.district.criteria_of(asked)}
    if not wanted or not wanted <= given.keys():
        return None
    framework = scene.district.frameworks[competency.framework]
    return _level(scene, competency.ref, lowest(framework, (given[each] for each in wanted)))


def _level(scene: Scene, competency: str, level: str | None) -> str | None:
    """A level's title: scales of several frameworks share a word, and nobody looks for an id."""
    found = scene.district.competency(competency)
    framework = scene.district.frameworks.get(found.framework) if found else None
    reached = framework.level(level) if framework and level else None
    return reached.title if reached else None


def _belongs(scene: Scene, person: str) -> tuple[str | None, ...]:
    known = scene.district.people.get(person)
    return (known.organization,) if known else ()


def _tags(kind: str, **values: Iterable[str | None]) -> tuple[FilterTag, ...]:
    every: dict[str, Iterable[str | None]] = {"kind": (kind,), **values}
    return tuple(facet.tag(name, every[name]) for name in FACETS if name in every)

"""What a page is about in the words of schema.org, for search engines. All of it is on the page too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from proofolio.core.model import address
from proofolio.core.model.competency import Competency
from proofolio.core.model.course import Course
from proofolio.core.model.framework import Framework
from proofolio.core.model.micro_credential import MicroCredential
from proofolio.core.model.submission import Submission
from proofolio.core.publishing.card import latest_day
from proofolio.core.publishing.head import PLACE, Told
from proofolio.core.publishing.ledger import Held
from proofolio.core.publishing.licence import licence_address
from proofolio.core.publishing.page import Ref
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.seen import own_competency

QUERY = "{search_term_string}"
"""What schema.org puts in the place of the words looked for; it stands behind a place's address."""


def graphs(scene: Scene) -> dict[str, tuple[Told, ...]]:
    """What the pages are about, by URI; a page of a list is about nothing else."""
    district, made = scene.district, dict[str, tuple[Told, ...]]()
    made[address.LANDING] = (_site(scene),)
    for framework in district.frameworks.values():
        made[address.of_framework(framework)] = (_framework(scene, framework),)
    for competency in district.competencies():
        made[address.of_competency(competency)] = (_competency(scene, competency),)
    for asked in district.micro_credentials.values():
        made[address.of_micro_credential(asked.id)] = (_micro_credential(scene, asked),)
    for course in district.courses.values():
        made[address.of_course(course.id)] = (_course(scene, course),)
    for person, seen in scene.people.items():
        if scene.sight.opens(person):
            made[address.of_person(person)] = (_profile(scene, person),)
        for submission in seen.submissions:
            made[address.of_submission(submission)] = (_work(scene, submission),)
        for held in scene.credentials.get(person, ()):
            made[held.uri] = (_credential(scene, held),)
    return made


def breadcrumbs(way: Iterable[Ref]) -> Told:
    """The way to a page from the front door."""
    steps = [
        _told("ListItem", position=number, name=each.title, item=_place(each.uri))
        for number, each in enumerate(way, 1)
    ]
    return _told("BreadcrumbList", itemListElement=steps)


def _site(scene: Scene) -> Told:
    target = {"@type": "EntryPoint", "urlTemplate": {PLACE: address.SEARCH, "then": f"?q={QUERY}"}}
    action = {"@type": "SearchAction", "target": target, "query-input": "required name=search_term_string"}
    return _told(
        "WebSite",
        name=_issuer_name(scene),
        url=_place(address.LANDING),
        publisher=_issuer(scene),
        potentialAction=action,
    )


def _profile(scene: Scene, person: str) -> Told:
    profile = scene.district.portfolios[person].profile
    held = scene.credentials.get(person, ())
    about = _person(scene, person) | _told(
        None,
        description=profile.headline if profile else None,
        hasCredential=[
            _told("EducationalOccupationalCredential", name=each.credential.name, url=_place(each.uri))
            for each in held
            if each.revocation is None
        ],
    )
    return _told("ProfilePage", url=_place(address.of_person(person)), mainEntity=about)


def _work(scene: Scene, submission: Submission) -> Told:
    competency = own_competency(scene.district, submission)
    others = filter(scene.sight.names, submission.co_authors)
    authors = [_person(scene, each) for each in (submission.person, *others)]
    return _told(
        ["CreativeWork", "LearningResource"],
        name=submission.title,
        url=_place(address.of_submission(submission)),
        author=authors if len(authors) > 1 else authors[0],
        dateModified=latest_day(scene, submission),
        learningResourceType="Evidence and reflection",
        teaches=_term(scene, competency) if competency else None,
        keywords=list(dict.fromkeys(submission.themes)),
        publisher=_issuer(scene),
        award=[each.title for each, work in scene.bright if work.key == submission.key],
    )


def _framework(scene: Scene, framework: Framework) -> Told:
    terms = [_term(scene, each) for each in framework.competencies.values()]
    return _told(
        "DefinedTermSet",
        name=framework.title,
        description=framework.vision,
        url=_place(address.of_framework(framework)),
        hasDefinedTerm=terms,
    )


def _competency(scene: Scene, competency: Competency) -> Told:
    framework = scene.district.frameworks[competency.framework]
    within = _told("DefinedTermSet", name=framework.title, url=_page(scene.sight.framework(framework.id)))
    return _term(scene, competency) | _told(
        None, description=competency.statement, termCode=competency.code, inDefinedTermSet=within
    )


def _micro_credential(scene: Scene, asked: MicroCredential) -> Told:
    competency = scene.district.competency_of(asked)
    return _told(
        "EducationalOccupationalCredential",
        name=asked.title,
        url=_place(address.of_micro_credential(asked.id)),
        credentialCategory="Micro-credential",
        competencyRequired=_term(scene, competency) if competency else None,
        recognizedBy=_issuer(scene),
    )


def _credential(scene: Scene, held: Held) -> Told:
    until = held.credential.valid_until
    return _told(
        "EducationalOccupationalCredential",
        name=held.credential.name,
        url=_place(held.uri),
        credentialCategory="Digital badge",
        about=_person(scene, held.credential.person),
        dateCreated=held.credential.on.isoformat(),
        expires=until.isoformat() if until else None,
        recognizedBy=_issuer(scene),
        encoding=_told("MediaObject", encodingFormat="application/json", contentUrl=_place(held.file)),
    )


def _course(scene: Scene, course: Course) -> Told:
    competency = scene.district.competency(course.competency)
    return _told(
        "LearningResource",
        name=course.title,
        url=_place(address.of_course(course.id)),
        learningResourceType="Micro-course",
        timeRequired=f"PT{course.minutes}M" if course.minutes else None,
        license=licence_address(course.licence),
        teaches=_term(scene, competency) if competency else None,
        provider=_issuer(scene),
    )


def _term(scene: Scene, competency: Competency) -> dict[str, Any]:
    return _told("DefinedTerm", name=competency.title, url=_page(scene.sight.competency(competency.ref)))


def _person(scene: Scene, person: str) -> dict[str, Any]:
    organization = scene.sight.organization(person)
    return _told(
        "Person",
        name=scene.district.name_of(person),
        url=_page(scene.sight.person(person)),
        affiliation=_told("Organization", name=organization) if organization else None,
    )


def _issuer_name(scene: Scene) -> str:
    return scene.district.issuer.name if scene.district.issuer else "Proofolio"


def _issuer(scene: Scene) -> dict[str, Any] | None:
    issuer = scene.district.issuer
    return _told("Organization", name=issuer.name, url=issuer.url) if issuer else None


def _page(ref: Ref) -> dict[str, str] | None:
    return _place(ref.uri)


def _place(uri: str | None) -> dict[str, str] | None:
    return {PLACE: uri} if uri else None


def _told(kind: str | list[str] | None, **members: Any) -> dict[str, Any]:
    """An object without the members that are empty."""
    return dict(_members(kind, members))


def _members(kind: str | list[str] | None, members: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    if kind is not None:
        yield "@type", kind
    yield from ((key, each) for key, each in members.items() if each not in (None, "", [], {}))

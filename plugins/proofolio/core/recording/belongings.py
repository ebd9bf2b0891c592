"""What a portfolio leans on: the definitions it names, and the people who appear in it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.competency import Competency
from proofolio.core.model.district import District
from proofolio.core.model.portfolio import Portfolio
from proofolio.core.model.progress import PersonProgress
from proofolio.core.model.recognition import Recognition
from proofolio.core.model.requirement import AllOf, AnyOf, AtLeast, Facet, Named, Requirement, Selector
from proofolio.core.model.showcase import disagreeing


class _Sourced(Protocol):
    @property
    def source(self) -> Pointer: ...


Definition = tuple[str, str]
"""A kind (``framework``, ``micro-credential``, ``pathway``, ``course``, ``renewal``) and an id."""

ISSUER = "competencies/issuer.yml"
KEYS = "competencies/issuer/did.json"
STATUS_LIST = "competencies/issuer/revocations.json"
RECOGNITIONS = "competencies/recognitions/"
SURVEYS = "competencies/surveys/"
"""Other people's answers, which go along with nobody's portfolio."""


def definitions(district: District, progress: PersonProgress) -> frozenset[str]:
    """The files below ``competencies/`` without which the portfolio would name things that are not there.

    A framework comes whole, because a map of mastery shows the whole of it. Of the revocations only
    those of the person's own credentials come along, of the recognitions her own.
    """
    portfolio = district.portfolios[progress.person]
    found: set[Definition] = set()
    ahead = deque(_named(district, portfolio, progress))
    while ahead:
        each = ahead.popleft()
        if each not in found:
            found.add(each)
            ahead.extend(_further(district, each))
    files = {ISSUER, KEYS, STATUS_LIST}
    files |= {file for each in found for file in _files(district, each)}
    own = {each.id for each in portfolio.credentials.values()}
    files |= {each.source.file for key, each in district.revocations.items() if key in own}
    files |= {each.source.file for each in thanks(district, progress.person)}
    return frozenset(files)


def all_definitions(paths: Iterable[str]) -> frozenset[str]:
    """The files below ``competencies/`` that tell of nobody: no thanks to others, no answers of theirs."""
    kept = (each for each in paths if each.startswith("competencies/"))
    return frozenset(each for each in kept if not each.startswith((RECOGNITIONS, SURVEYS)))


def thanks(district: District, person: str) -> Iterator[Recognition]:
    """The recognitions that go along: those that a person agreed to, of work that is hers alone.

    What others have agreed to stands in their profiles, and those stay where they are.
    """
    for each in district.recognitions.values():
        work = district.submission(each.key)
        if work is None or work.person != person or work.co_authors:
            continue
        if not disagreeing(district.portfolios, work):
            yield each


def people(district: District, person: str) -> frozenset[str]:
    """Everybody on the roster who appears in a portfolio: the owner, the coach, reviewers, companions,
    whoever said thank you, and whose work the profile agrees to have shown.
    """
    portfolio = district.portfolios[person]
    known = district.people.get(person)
    named = {person, (known.coach if known else None) or person}
    for submission in portfolio.submissions.values():
        named |= {*submission.co_authors, *(each.reviewer for each in submission.reviews)}
    for entry in portfolio.log:
        named |= {*entry.companions, entry.observed or person}
    named |= {each.by for each in thanks(district, person)}
    agreed = portfolio.profile.showcase.works if portfolio.profile else ()
    named |= {each.partition("/")[0] for each in agreed if "/" in each}
    return frozenset(named & district.people.keys())


def _named(district: District, portfolio: Portfolio, progress: PersonProgress) -> Iterator[Definition]:
    """What the portfolio itself names."""
    if profile := portfolio.profile:
        yield from (("pathway", each) for each in profile.pathways)
        yield from (_framework(district, each.competency) for each in profile.plan if each.competency)
        if profile.renewal:
            yield "renewal", profile.renewal.profile
    for submission in portfolio.submissions.values():
        yield "micro-credential", submission.micro_credential
        yield from (_framework(district, each.competency) for each in submission.demonstrates)
    for entry in portfolio.log:
        if entry.competency:
            yield _framework(district, entry.competency)
        if entry.course:
            yield "course", entry.course
    for assessment in portfolio.self_assessments:
        for rating in assessment.ratings:
            target = district.target(rating.target)
            if target:
                yield "framework", target[0].framework
    for credential in portfolio.credentials.values():
        yield from (("micro-credential", credential.achievement), ("pathway", credential.achievement))
    yield from (("pathway", key) for key, each in progress.pathways.items() if each.met or each.have)
    bodies = (
        *((portfolio.profile.body,) if portfolio.profile else ()),
        *(each.body for each in portfolio.submissions.values()),
        *(each.body for each in portfolio.log),
        *(review.body for each in portfolio.submissions.values() for review in each.reviews),
    )
    for link in (link for body in bodies for link in body.links):
        if link.wiki:
            yield _framework(district, link.target)
        elif "courses/" in link.target:
            yield "course", link.target.rpartition("/")[2].partition("#")[0].removesuffix(".md")


def _further(district: District, definition: Definition) -> Iterator[Definition]:
    """What a definition names in turn."""
    kind, name = definition
    if kind == "framework" and name in district.frameworks:
        for competency in district.frameworks[name].competencies.values():
            yield from _of_competency(district, competency)
    elif kind == "micro-credential" and name in district.micro_credentials:
        asked = district.micro_credentials[name]
        yield _framework(district, asked.competency)
        yield from (("micro-credential", each) for each in asked.requires)
    elif kind == "pathway" and name in district.pathways:
        yield from _of_rule(district, district.pathways[name].rule)
    elif kind == "course" and name in district.courses:
        yield _framework(district, district.courses[name].competency)


def _of_competency(district: District, competency: Competency) -> Iterator[Definition]:
    refs = (*competency.prerequisites, *competency.related, competency.replaced_by or "")
    yield from (_framework(district, each, competency.framework) for each in refs if each)
    yield from (("framework", each.framework) for each in competency.alignments)


def _of_rule(district: District, rule: Requirement) -> Iterator[Definition]:
    match rule:
        case Named(id=name):
            yield from (("micro-credential", name), ("pathway", name))
        case Selector(facet=facet):
            if facet is not Facet.KIND:
                yield from (("micro-credential", each) for each in district.selected(rule))
            if facet is Facet.FRAMEWORK:
                yield "framework", rule.value
        case AllOf(parts=parts) | AnyOf(parts=parts) | AtLeast(parts=parts):
            for part in parts:
                yield from _of_rule(district, part)


def _framework(district: District, ref: str, near: str | None = None) -> Definition:
    """The framework of a competency; one that is not there is nobody's loss."""
    found = district.competency(ref, near)
    return "framework", found.framework if found else ""


def _files(district: District, definition: Definition) -> Iterator[str]:
    kind, name = definition
    if kind == "framework" and name in district.frameworks:
        framework = district.frameworks[name]
        yield framework.source.file
        yield from (each.source.file for each in framework.competencies.values())
        return
    shelves: Mapping[str, Mapping[str, _Sourced]] = {
        "micro-credential": district.micro_credentials,
        "pathway": district.pathways,
        "course": district.courses,
        "renewal": district.renewals,
    }
    found = shelves[kind].get(name) if kind in shelves else None
    if found is not None:
        yield found.source.file

"""The site plan: from what is known to the pages and files that an audience gets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from proofolio.core.model import address
from proofolio.core.publishing.artifact import publications
from proofolio.core.publishing.competency import competency_page
from proofolio.core.publishing.course import course_page, courses_page
from proofolio.core.publishing.credential import credential_page
from proofolio.core.publishing.directory import directory_page
from proofolio.core.publishing.external import external_files
from proofolio.core.publishing.figures import figures_page
from proofolio.core.publishing.found import records
from proofolio.core.publishing.framework import browser_page, framework_page
from proofolio.core.publishing.hosted import hosted
from proofolio.core.publishing.inside.pages import inside_pages
from proofolio.core.publishing.issuer import issuer_page
from proofolio.core.publishing.landing import landing_page
from proofolio.core.publishing.meta import cards, with_heads
from proofolio.core.publishing.micro_credential import library_page, micro_credential_page
from proofolio.core.publishing.news import feeds
from proofolio.core.publishing.opportunity import opportunities_page, opportunity_page
from proofolio.core.publishing.page import Audience, Page, SitePlan, Withheld
from proofolio.core.publishing.pathway import pathway_page, pathways_page
from proofolio.core.publishing.portfolio import portfolio_page
from proofolio.core.publishing.recognition import bright_spots_page
from proofolio.core.publishing.renewal import renewal_page
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.search import search_page
from proofolio.core.publishing.signed_file import badges, evidence_facts, signed_files
from proofolio.core.publishing.submission import submission_page
from proofolio.core.publishing.theme import themes_page
from proofolio.core.publishing.transcript import has_transcript, transcript_page
from proofolio.core.publishing.verify import verify_page
from proofolio.core.publishing.write.pages import write_documents, write_pages


def plan(scene: Scene, withheld: tuple[Withheld, ...]) -> SitePlan:
    """Lay out the whole site for the audience of ``scene``; ``withheld`` is what the scene was made without.

    The same input gives the same plan, whatever the order in which things were loaded.
    """
    pages: dict[str, Page] = {}
    for page in (*_indexes(scene), *_definitions(scene), *_people(scene)):
        # should two things claim one address, the first stays: indexes, then definitions
        pages.setdefault(page.uri, page)
    files = {
        each.uri: each
        for submission in scene.submissions()
        for each in publications(submission)
        if each.uri not in pages
    }
    known = records(scene, (pages[uri] for uri in sorted(pages)))
    pages.setdefault(address.SEARCH, search_page(scene, known))
    followed, drawn = feeds(scene), cards(scene)
    whole = {each.uri: each for each in with_heads(scene, pages, followed, drawn)}
    return SitePlan(
        tuple(whole[uri] for uri in sorted(whole)),
        tuple(files[uri] for uri in sorted(files)),
        tuple(sorted(set(withheld), key=lambda each: (each.path, each.person or "", each.message))),
        _by_uri((*signed_files(scene), *external_files(scene))),
        _by_uri((*evidence_facts(scene), *hosted(scene), *write_documents(scene))),
        _by_uri(badges(scene)),
        known,
        followed,
        drawn,
    )


class _Addressed(Protocol):
    @property
    def uri(self) -> str: ...


T = TypeVar("T", bound=_Addressed)


def _by_uri(things: Iterable[T]) -> tuple[T, ...]:
    """In order of address; of two for one address the first."""
    found: dict[str, T] = {}
    for each in things:
        found.setdefault(each.uri, each)
    return tuple(found[uri] for uri in sorted(found))


def _indexes(scene: Scene) -> Iterator[Page]:
    yield landing_page(scene)
    yield browser_page(scene)
    yield library_page(scene)
    yield pathways_page(scene)
    yield courses_page(scene)
    yield from themes_page(scene)
    yield from opportunities_page(scene)
    yield directory_page(scene)
    yield from filter(None, (bright_spots_page(scene),))
    if scene.district.issuer is not None:
        yield issuer_page(scene)
    yield from verify_page(scene)
    yield from write_pages(scene)
    if scene.report is not None:
        yield figures_page(scene, scene.report)
        if scene.audience is Audience.INTERNAL:
            yield from inside_pages(scene, scene.report)


def _definitions(scene: Scene) -> Iterator[Page]:
    district, publishes = scene.district, scene.sight.publishes
    yield from (framework_page(scene, each) for each in filter(publishes, district.frameworks.values()))
    yield from (competency_page(scene, each) for each in filter(publishes, district.competencies()))
    asked = filter(publishes, district.micro_credentials.values())
    yield from (micro_credential_page(scene, each) for each in asked)
    yield from (pathway_page(scene, each) for each in filter(publishes, district.pathways.values()))
    yield from (course_page(scene, each) for each in filter(publishes, district.courses.values()))
    yield from (renewal_page(each) for each in filter(publishes, district.renewals.values()))
    roles = filter(publishes, district.opportunities.values())
    yield from (opportunity_page(scene, each) for each in roles)


def _people(scene: Scene) -> Iterator[Page]:
    for person, seen in scene.people.items():
        if scene.sight.has_page(person):
            yield portfolio_page(scene, person)
        yield from (submission_page(scene, each) for each in seen.submissions)
        yield from (credential_page(scene, each) for each in scene.credentials.get(person, ()))
        if has_transcript(scene, person):
            yield transcript_page(scene, person)

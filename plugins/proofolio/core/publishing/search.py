"""The page that looks for something: what to narrow a search down by, and ways that need none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from proofolio.core.language.say import say
from proofolio.core.model import address
from proofolio.core.publishing import facet, found
from proofolio.core.publishing.page import Page, Ref
from proofolio.core.publishing.record import HELP, Record
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.views.filter import FilterChoice
from proofolio.core.publishing.views.search import SearchView, Way


def search_page(scene: Scene, records: Iterable[Record]) -> Page:
    """``search/index.md``. It is not found by itself."""
    every = tuple(records)
    view = SearchView(_kinds(every), facet.groups(every, _labels(), _choices(scene)), tuple(_ways(scene)))
    told = say("Look for people, work, competencies and whatever else is published here.")
    inputs = ("competencies/", "portfolios/")
    return Page(address.SEARCH, say("Search"), "search.html", view, None, told, inputs, searchable=False)


def _labels() -> dict[str, str]:
    return {
        "competency": say("Competency"),
        "level": say("Level reached"),
        "organization": say("Organisation"),
    }


def _choices(scene: Scene) -> dict[str, dict[str, str]]:
    levels = (each.title for framework in scene.district.frameworks.values() for each in framework.levels)
    return {
        "competency": {each.ref: each.title for each in scene.district.competencies()},
        "level": {each: each for each in levels},
        "organization": dict(found.organizations(scene)),
    }


def _kinds(records: tuple[Record, ...]) -> tuple[FilterChoice, ...]:
    """The kinds that there are. How much help there is, the host knows."""
    counts = Counter(each.kind for each in records)
    return tuple(
        FilterChoice(kind, label, counts[kind])
        for kind, label in found.kinds().items()
        if counts[kind] or kind == HELP
    )


def _ways(scene: Scene) -> Iterator[Way]:
    yield Way(Ref(say("People"), address.DIRECTORY), say("Everyone who shares a portfolio, by school."))
    yield Way(
        Ref(say("Competencies"), address.BROWSER), say("Every competency, with the people who show it.")
    )
    yield Way(
        Ref(say("Micro-credentials"), address.LIBRARY), say("What can be earned, and what it asks for.")
    )
    yield Way(Ref(say("Pathways"), address.PATHWAYS), say("Micro-credentials that belong together."))
    yield Way(Ref(say("Micro-courses"), address.COURSES), say("Ten minutes of practice each."))
    if any(map(scene.sight.publishes, scene.district.opportunities.values())):
        yield Way(Ref(say("Opportunities"), address.OPPORTUNITIES), say("Roles to apply for with this work."))

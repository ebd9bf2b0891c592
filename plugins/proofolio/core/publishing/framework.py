"""The framework browser, and the page of one framework."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from proofolio.core.language.say import deferred, said, say, says
from proofolio.core.model import address, case_identity
from proofolio.core.model.competency import Competency
from proofolio.core.model.framework import CompetencySet, Domain, Framework
from proofolio.core.publishing import facet, scale, words
from proofolio.core.publishing.artifact import web_link
from proofolio.core.publishing.page import Page, Ref
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.seen import CompetencySeen
from proofolio.core.publishing.succession import replacement
from proofolio.core.publishing.views.framework import (
    BrowserView,
    CompetencyCard,
    DomainShelf,
    FrameworkShelf,
    FrameworkView,
    ProvenanceView,
    SetView,
)

_LABELS = {
    "framework": deferred("Framework"),
    "domain": deferred("Domain"),
    "set": deferred("Set"),
    "theme": deferred("Theme"),
    "level": deferred("Highest level shown"),
}
_NONE = "-"
"""In the filter by level: no published work shows any. No level has this id."""


def browser_page(scene: Scene) -> Page:
    """``competencies/index.md``: every framework's competencies by domain, with filters."""
    shelves = tuple(_shelf(scene, each) for each in scene.district.frameworks.values())
    cards = [card for shelf in shelves for domain in shelf.domains for card in domain.competencies]
    elsewhere = (
        Ref(say("Micro-credentials"), address.LIBRARY),
        Ref(say("Pathways"), address.PATHWAYS),
        Ref(say("Micro-courses"), address.COURSES),
        *([Ref(say("Themes"), address.THEMES)] if _has_themes(scene) else []),
    )
    labels = {key: said(each) for key, each in _LABELS.items()}
    view = BrowserView(
        shelves, facet.groups(cards, labels, _choices(scene)), elsewhere, scene.mending.definitions()
    )
    told = says(
        "{n} competency to grow in, each with its rubric.",
        "{n} competencies to grow in, each with its rubric.",
        len(cards),
    )
    return Page(
        address.BROWSER,
        say("Competencies"),
        "browser.html",
        view,
        None,
        told,
        ("competencies/", "portfolios/"),
    )


def _has_themes(scene: Scene) -> bool:
    return any(each.themes for each in scene.district.competencies())


def framework_page(scene: Scene, framework: Framework) -> Page:
    """The page of one framework."""
    domains = tuple(_domains(scene, framework))
    cards = [card for each in domains for card in each.competencies]
    covered = sum(1 for each in cards if each.submissions or each.entries)
    told = _coverage(covered, len(cards), any(each.entries for each in cards))
    given = framework.provenance
    view = FrameworkView(
        version=framework.version,
        vision=framework.vision,
        levels=scale.levels(framework),
        sets=tuple(set_view(scene, framework, each) for each in framework.sets),
        domains=domains,
        provenance=ProvenanceView(
            web_link(given.title or given.url or say("Source"), given.url), given.publisher, given.licence
        )
        if given
        else None,
        competencies=len(cards),
        covered=covered,
        coverage=told,
        micro_credentials=tuple(
            scene.sight.micro_credential(key)
            for key, each in scene.district.micro_credentials.items()
            if (found := scene.district.competency_of(each)) and found.framework == framework.id
        ),
        description=framework.description,
        package=_package(scene, framework),
    )
    return Page(
        address.of_framework(framework),
        framework.title,
        "framework.html",
        view,
        framework.source.file,
        say(
            "{title}, version {version}: {told}.", title=framework.title, version=framework.version, told=told
        ),
        ("competencies/frameworks/", "competencies/micro-credentials/", "portfolios/"),
    )


def _coverage(covered: int, of: int, logged: bool) -> str:
    if logged:
        return says(
            "{covered} of {n} competency shown in published work and learning logs",
            "{covered} of {n} competencies shown in published work and learning logs",
            of,
            covered=covered,
        )
    return says(
        "{covered} of {n} competency shown in published work",
        "{covered} of {n} competencies shown in published work",
        of,
        covered=covered,
    )


def _package(scene: Scene, framework: Framework) -> str:
    """The CASE package of a framework."""
    site = scene.district.issuer.url if scene.district.issuer else ""
    return case_identity.package_uri(case_identity.of_framework(site, framework))


def set_view(scene: Scene, framework: Framework, each: CompetencySet) -> SetView:
    """A named set with its competencies."""
    members = tuple(scene.sight.competency(member.ref) for member in framework.in_set(each.id))
    return SetView(each.id, each.title, each.prerequisite_for_all, members)


def _shelf(scene: Scene, framework: Framework) -> FrameworkShelf:
    return FrameworkShelf(
        scene.sight.framework(framework.id),
        framework.version,
        framework.vision,
        len(framework.competencies),
        tuple(_domains(scene, framework)),
    )


def _domains(scene: Scene, framework: Framework) -> Iterator[DomainShelf]:
    every = tuple(framework.competencies.values())
    known = {each.id for each in framework.domains}
    shelves = [(each, [c for c in every if c.domain == each.id]) for each in framework.domains]
    shelves.append((Domain("other", say("Other")), [c for c in every if c.domain not in known]))
    for domain, competencies in shelves:
        if competencies:
            cards = tuple(_card(scene, framework, each) for each in competencies)
            yield DomainShelf(domain.id, domain.title, cards, domain.statement)


def _card(scene: Scene, framework: Framework, competency: Competency) -> CompetencyCard:
    ref = competency.ref
    claims = scene.claims.get(ref, ())
    seen = [each.competencies[ref] for each in scene.people.values() if ref in each.competencies]
    domain = next((each for each in framework.domains if each.id == competency.domain), None)
    sets = {each.id: each.title for each in framework.sets}
    return CompetencyCard(
        scene.sight.competency(ref),
        competency.statement,
        framework.title,
        domain.title if domain else None,
        tuple(sets.get(each, each) for each in competency.sets),
        tuple(words.plain(each) for each in competency.themes),
        len({each.person for each in claims}),
        sum(1 for each in seen if each.demonstrated),
        len(claims),
        len(scene.entries.get(ref, ())),
        sum(
            1
            for each in scene.district.micro_credentials.values()
            if (found := scene.district.competency_of(each)) and found.ref == ref
        ),
        (
            facet.tag("framework", (framework.id,)),
            facet.tag("domain", (f"{framework.id}/{domain.id}",) if domain else ()),
            facet.tag("set", (f"{framework.id}/{each}" for each in competency.sets)),
            facet.tag("theme", competency.themes),
            facet.tag("level", (_highest(framework, seen) or _NONE,)),
        ),
        replacement(scene, competency),
        competency.code,
    )


def _highest(framework: Framework, seen: Iterable[CompetencySeen]) -> str | None:
    """The highest level at which published work shows a competency: in all of its criteria."""
    threshold = framework.mastery.id if framework.mastery else None
    # what an award or an alignment vouches for is at mastery, also where nothing is rated today
    found = [each.level or (threshold if each.demonstrated else None) for each in seen]
    return max(filter(None, found), key=framework.rank, default=None)


def _choices(scene: Scene) -> dict[str, dict[str, str]]:
    frameworks = tuple(scene.district.frameworks.values())
    return {
        "framework": {each.id: each.title for each in frameworks},
        "domain": _named((f, each.id, each.title) for f in frameworks for each in f.domains),
        "set": _named((f, each.id, each.title) for f in frameworks for each in f.sets),
        "theme": {
            each: words.plain(each)
            for each in sorted({theme for c in scene.district.competencies() for theme in c.themes})
        },
        "level": _levels(frameworks),
    }


def _levels(frameworks: Iterable[Framework]) -> dict[str, str]:
    """Titles of the levels by id, lowest first; of all titles where frameworks differ."""
    found: dict[str, list[str]] = {}
    for each in (level for framework in frameworks for level in framework.levels):
        found.setdefault(each.id, []).append(each.title)
    told = {key: " / ".join(dict.fromkeys(titles)) for key, titles in found.items()}
    return {**told, _NONE: say("Not shown yet")}


def _named(groups: Iterable[tuple[Framework, str, str]]) -> dict[str, str]:
    """Titles by ``framework/id``; with the framework's title where two groups are called the same."""
    every = tuple(groups)
    uses = Counter(title for _, _, title in every)
    return {
        f"{framework.id}/{key}": title if uses[title] == 1 else f"{title} ({framework.title})"
        for framework, key, title in every
    }

"""The directory of people whose portfolios the audience may see."""

from __future__ import annotations

from proofolio.core.language.say import say, says
from proofolio.core.model import address
from proofolio.core.publishing import facet
from proofolio.core.publishing.page import Page
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.views.directory import DirectoryView, PersonCard


def directory_page(scene: Scene) -> Page:
    """``portfolios/index.md``."""
    cards = tuple(
        sorted(
            (_card(scene, person) for person in scene.people if scene.sight.opens(person)),
            key=lambda each: (each.ref.title, each.ref.uri or ""),
        )
    )
    labels = {"organization": say("Organisation"), "competency": say("Competency")}
    issuer = scene.district.issuer
    choices = {
        "organization": {key: each.name for key, each in issuer.organizations.items()} if issuer else {},
        "competency": {each.ref: each.title for each in scene.district.competencies()},
    }
    view = DirectoryView(cards, facet.groups(cards, labels, choices))
    told = says(
        "{n} portfolio of evidence and reflection.", "{n} portfolios of evidence and reflection.", len(cards)
    )
    return Page(
        address.DIRECTORY,
        say("Portfolios"),
        "directory.html",
        view,
        None,
        told,
        ("competencies/", "portfolios/"),
    )


def _card(scene: Scene, person: str) -> PersonCard:
    seen = scene.people[person]
    profile = scene.district.portfolios[person].profile
    known = scene.district.people.get(person)
    earned = len(seen.awards)
    work = says("{n} piece of work", "{n} pieces of work", len(seen.submissions))
    won = says("{n} micro-credential earned", "{n} micro-credentials earned", earned)
    return PersonCard(
        scene.sight.person(person),
        scene.sight.organization(person),
        profile.headline if profile else None,
        len(seen.submissions),
        earned,
        f"{work}, {won}",
        (
            facet.tag("organization", (known.organization if known else None,)),
            facet.tag("competency", (key for key, each in seen.competencies.items() if each.claims)),
        ),
    )

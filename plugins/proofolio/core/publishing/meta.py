"""What the head of every page says, once the plan is whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from proofolio.core.language.say import say
from proofolio.core.model import address
from proofolio.core.publishing.card import latest_day
from proofolio.core.publishing.feed import Feed
from proofolio.core.publishing.head import Followed, Head, SocialCard
from proofolio.core.publishing.holding import badge_of, kind
from proofolio.core.publishing.page import Page, Ref
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.structured import breadcrumbs, graphs

SITE_CARD = "card.png"


def cards(scene: Scene) -> tuple[SocialCard, ...]:
    """A picture for the site, each portfolio, and everything that can be or was earned."""
    return tuple(sorted(_cards(scene), key=lambda each: each.uri))


def with_heads(
    scene: Scene, pages: Mapping[str, Page], feeds: Iterable[Feed], pictures: Iterable[SocialCard]
) -> Iterator[Page]:
    """The pages, each with its head. One without a picture of its own has that of the page above it."""
    told, days = graphs(scene), _days(scene, pages)
    drawn = {each.uri: each for each in pictures}
    own = dict(_pictured(scene, drawn))
    followed: dict[str, list[Followed]] = {}
    for each in feeds:
        followed.setdefault(each.home, []).append(Followed(each.title, each.uri))
    for uri in (address.LANDING, address.DIRECTORY):
        followed[uri] = sorted(followed.get(uri, []), key=lambda each: (each.uri != address.FEED, each.title))
    for uri, page in pages.items():
        way = _way(uri, pages)
        picture = next((own[each] for each in reversed(way) if each in own), None)
        graph = told.get(uri, ())
        if len(way) > 1:
            graph = (*graph, breadcrumbs(Ref(pages[each].title, each) for each in way))
        profile, top = (
            uri in own and uri.count("/") == 2 and uri.startswith("portfolios/"),
            uri == address.LANDING,
        )
        og = "profile" if profile else "website" if top else "article"
        head = Head(
            og,
            picture.uri if picture else None,
            picture.alt if picture else "",
            tuple(followed.get(uri, ())),
            days.get(uri),
            graph,
        )
        yield replace(page, head=head)


def _cards(scene: Scene) -> Iterator[SocialCard]:
    issuer = scene.district.issuer.name if scene.district.issuer else "Proofolio"
    promise = say("Work from classrooms, beside the rubric that it is judged by")
    yield SocialCard(SITE_CARD, issuer, promise, say("Portfolios"), issuer, f"{issuer}: {promise}.")
    for asked in filter(scene.sight.publishes, scene.district.micro_credentials.values()):
        competency = scene.district.competency_of(asked)
        under = competency.title if competency else ""
        alt = say("The badge for the micro-credential “{title}”.", title=asked.title)
        badge = (badge_of(scene, asked.id) or "").removesuffix(".svg")
        uri = _card_of(address.of_micro_credential(asked.id))
        yield SocialCard(uri, asked.title, under, say("Micro-credential"), issuer, alt, badge)
    for person in scene.people:
        if scene.sight.opens(person):
            yield _of_person(scene, person, issuer)
        for held in scene.credentials.get(person, ()):
            name, who = held.credential.name, scene.district.name_of(person)
            alt = say("The badge for “{title}”, earned by {person}.", title=name, person=who)
            badge = held.beside("svg").removesuffix(".svg")
            under = say("Earned by {person}", person=who)
            yield SocialCard(_card_of(held.uri), name, under, kind(scene, held), issuer, alt, badge)


def _of_person(scene: Scene, person: str, issuer: str) -> SocialCard:
    profile = scene.district.portfolios[person].profile
    name, headline = scene.district.name_of(person), (profile.headline if profile else None) or ""
    alt = say("Portfolio of {person}", person=name)
    uri = _card_of(address.of_person(person))
    return SocialCard(uri, name, headline, say("Portfolio"), issuer, alt)


def _pictured(scene: Scene, drawn: Mapping[str, SocialCard]) -> Iterator[tuple[str, SocialCard]]:
    """The pages that have a picture of their own."""
    yield address.LANDING, drawn[SITE_CARD]
    uris = [address.of_micro_credential(each) for each in scene.district.micro_credentials]
    uris += [address.of_person(each) for each in scene.people]
    uris += [held.uri for ledger in scene.credentials.values() for held in ledger]
    yield from ((uri, drawn[_card_of(uri)]) for uri in uris if _card_of(uri) in drawn)


def _card_of(uri: str) -> str:
    return uri.removesuffix("index.md") + "card.png" if uri.endswith("index.md") else f"{uri[:-3]}/card.png"


def _way(uri: str, pages: Mapping[str, Page]) -> tuple[str, ...]:
    """The pages from the front door to this one: the indexes of the folders that it lies in, and itself."""
    steps = uri.split("/")
    above = ["/".join((*steps[:depth], "index.md")) for depth in range(len(steps))]
    return tuple(dict.fromkeys((*(each for each in above if each in pages), uri)))


def _days(scene: Scene, pages: Mapping[str, Page]) -> dict[str, str]:
    """The ISO day of the last change known of each page; that of a list is its latest entry's."""
    days: dict[str, str] = {}
    for uri, day in _own_days(scene):
        for each in _way(uri, pages):
            days[each] = max(day, days.get(each, ""))
    return days


def _own_days(scene: Scene) -> Iterator[tuple[str, str]]:
    for competency in scene.district.competencies():
        if steps := scene.changes.get(competency.source.file):
            yield address.of_competency(competency), steps[-1].revision.at.date().isoformat()
    for recognition, work in scene.bright:
        yield address.BRIGHT_SPOTS, recognition.on.isoformat()
        yield address.of_submission(work), recognition.on.isoformat()
    for person, seen in scene.people.items():
        for submission in seen.submissions:
            if day := latest_day(scene, submission):
                yield address.of_submission(submission), day
        if not scene.sight.opens(person):
            continue
        for held in scene.credentials.get(person, ()):
            yield held.uri, max(held.credential.on, held.credential.valid_from).isoformat()
        for entry in seen.log:
            yield address.of_person(person), entry.on.isoformat()

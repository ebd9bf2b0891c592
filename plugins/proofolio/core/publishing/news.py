"""What happened, as far as the audience may see it: work, what was accepted, what was earned."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from proofolio.core.language.say import say
from proofolio.core.model import address
from proofolio.core.model.submission import Submission
from proofolio.core.publishing.bright import Bright, giver
from proofolio.core.publishing.card import latest_day
from proofolio.core.publishing.feed import Feed, News
from proofolio.core.publishing.found import organizations
from proofolio.core.publishing.ledger import Held
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.seen import claimed
from proofolio.core.publishing.standing import DONE

MOST = 50
"""How much of what happened a feed tells; what is older is on the pages."""


def feeds(scene: Scene) -> tuple[Feed, ...]:
    """Every feed that has something to tell, and the site's own, which may be empty."""
    every = tuple(sorted(_news(scene), key=lambda each: (-each.on.toordinal(), each.uri, each.part)))
    issuer = scene.district.issuer.name if scene.district.issuer else "Proofolio"

    def feed(uri: str, home: str, title: str, about: Callable[[News], bool]) -> Feed:
        return Feed(uri, home, title, issuer, tuple(each for each in every if about(each))[:MOST])

    def everything(news: News) -> bool:
        return True

    found = [feed(address.FEED, address.LANDING, say("{site}: what is new", site=issuer), everything)]
    for person in dict.fromkeys(each.person for each in every):
        if scene.sight.opens(person):
            home, name = address.of_person(person), scene.district.name_of(person)
            title = say("{person}: what is new", person=name)
            found.append(feed(address.feed_of(home), home, title, _of_person(person)))
    for ref in dict.fromkeys(ref for each in every for ref in each.refs):
        competency = scene.district.competency(ref)
        if competency is not None and scene.sight.publishes(competency):
            home = address.of_competency(competency)
            title = say("Work that shows {competency}", competency=competency.title)
            found.append(feed(address.feed_of(home), home, title, _about(ref)))
    for key, name in organizations(scene).items():
        uri = address.of_organization_feed(key)
        made = feed(
            uri, address.DIRECTORY, say("{organization}: what is new", organization=name), _within(key)
        )
        found.extend([made] if made.news else [])
    return tuple(sorted(found, key=lambda each: each.uri))


def _of_person(person: str) -> Callable[[News], bool]:
    return lambda news: news.person == person


def _about(ref: str) -> Callable[[News], bool]:
    return lambda news: ref in news.refs


def _within(organization: str) -> Callable[[News], bool]:
    return lambda news: news.organization == organization


def _news(scene: Scene) -> Iterator[News]:
    for person, seen in scene.people.items():
        for submission in seen.submissions:
            yield from _work(scene, submission)
        for held in scene.credentials.get(person, ()):
            if held.revocation is None:
                yield _credential(scene, held)
    for bright in scene.bright:
        yield _thanks(scene, bright)


def _work(scene: Scene, submission: Submission) -> Iterator[News]:
    """A piece of work, and that it was accepted. Without a day there is no telling what is new."""
    last = latest_day(scene, submission)
    if last is None:
        return
    steps = [step.revision.at.date() for step in scene.trails.get(submission.key, ())]
    mine = [
        step.revision.at.date() for step in scene.trails.get(submission.key, ()) if step.kind == "evidence"
    ]
    on = max(mine) if mine else date.fromisoformat(last)
    person, asked = (
        scene.district.name_of(submission.person),
        scene.sight.micro_credential(submission.micro_credential),
    )
    told = say(
        "Evidence and reflection by {person} for “{achievement}”.", person=person, achievement=asked.title
    )
    yield _item(scene, submission, "work", submission.title, told, on, min([*steps, on]))
    decision = scene.decision(submission)
    if decision is not None and decision.standing in DONE and decision.decided_on is not None:
        title = say("{title}: accepted", title=submission.title)
        rounds = (
            say("Reviewers found every criterion met, after {n} rounds of feedback.", n=decision.round)
            if decision.round > 1
            else say("Reviewers found every criterion met.")
        )
        yield _item(scene, submission, "accepted", title, rounds, decision.decided_on, decision.decided_on)


def _thanks(scene: Scene, bright: Bright) -> News:
    """That a piece of work was recognised."""
    recognition, work = bright
    title = say("{work}: recognised", work=work.title)
    told = say(
        "“{title}”: thanks to {person}, from {giver}.",
        title=recognition.title,
        person=scene.district.name_of(work.person),
        giver=giver(scene.sight, recognition).title,
    )
    return _item(scene, work, f"recognised-{recognition.name}", title, told, recognition.on, recognition.on)


def _item(
    scene: Scene, submission: Submission, part: str, title: str, told: str, on: date, first: date
) -> News:
    refs = claimed(scene.district, submission, scene.crosswalk)
    return News(
        address.of_submission(submission),
        part,
        title,
        told,
        submission.person,
        scene.district.name_of(submission.person),
        _organization(scene, submission.person),
        on,
        first,
        refs,
        tuple(scene.sight.competency(each).title for each in refs),
    )


def _credential(scene: Scene, held: Held) -> News:
    credential = held.credential
    person = scene.district.name_of(credential.person)
    asked = scene.district.micro_credentials.get(credential.achievement)
    competency = scene.district.competency_of(asked) if asked else None
    return News(
        held.uri,
        "credential",
        say("{person} earned “{credential}”", person=person, credential=credential.name),
        say("A signed credential, with the evidence that it rests on."),
        credential.person,
        person,
        _organization(scene, credential.person),
        max(credential.on, credential.valid_from),
        credential.on,
        (competency.ref,) if competency else (),
        (competency.title,) if competency else (),
    )


def _organization(scene: Scene, person: str) -> str | None:
    known = scene.district.people.get(person)
    return known.organization if known else None

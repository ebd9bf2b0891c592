"""The transcript of a portfolio: what it shows as earned, with hours, reviewers and where to check it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from proofolio.core.language.say import say
from proofolio.core.model import address
from proofolio.core.model.review import Verdict
from proofolio.core.model.standing import Award, Standing
from proofolio.core.publishing import words
from proofolio.core.publishing.credit import tally
from proofolio.core.publishing.holding import awarded, state
from proofolio.core.publishing.hours import hours
from proofolio.core.publishing.inputs import portfolio_inputs
from proofolio.core.publishing.ledger import Held, site_of
from proofolio.core.publishing.looked_at import assessors
from proofolio.core.publishing.page import Page, Ref
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.standing import label
from proofolio.core.publishing.views.standing import StandingView
from proofolio.core.publishing.views.transcript import TranscriptLine, TranscriptView

_REVOKED = Standing.REVOKED.value


def has_transcript(scene: Scene, person: str) -> bool:
    """Whether there is anything to tell on paper, and the audience may see the portfolio."""
    seen = scene.people[person]
    return scene.sight.opens(person) and bool(seen.awards or scene.credentials.get(person))


def transcript_page(scene: Scene, person: str) -> Page:
    """The page to print; everything on it is what the audience may see."""
    name, site = scene.district.name_of(person), site_of(scene.sight)
    uri = address.of_transcript(person)
    lines = tuple(sorted(_counted(scene, person), key=lambda each: (each.on, each.what.title)))
    logged = tally(each for each in scene.people[person].credits if not each.of).total
    view = TranscriptView(
        scene.sight.person(person),
        scene.sight.organization(person),
        scene.district.issuer.name if scene.district.issuer else None,
        max((each.on for each in lines), default=None),
        lines,
        words.hours(logged) if logged else None,
        hours(scene, person),
        address.on_web(site, address.VERIFY) if site else None,
        address.on_web(site, uri) if site else None,
    )
    return Page(
        uri,
        say("Transcript: {name}", name=name),
        "record.html",
        view,
        None,
        say("What {name} has earned, with hours and where to check it, to print.", name=name),
        portfolio_inputs(scene, person),
        searchable=False,
    )


def _counted(scene: Scene, person: str) -> Iterator[TranscriptLine]:
    """The lines with their hours: what was earned counts on one line, however often it was signed."""
    given = [each for each in scene.people[person].credits if each.of]
    every: dict[str, list[TranscriptLine]] = {}
    for key, line in _lines(scene, person):
        every.setdefault(key, []).append(line)
    for key, lines in every.items():
        earned = [each for each in given if each.of == key]
        days = {each.on.isoformat() for each in earned}
        worth = tally(earned).total
        held = [each for each in lines if each.state.id != _REVOKED]
        counts = max(held, key=lambda each: (each.on in days, each.on), default=None) if worth else None
        for line in lines:
            yield replace(line, hours=words.hours(worth)) if line is counts else line


def _lines(scene: Scene, person: str) -> Iterator[tuple[str, TranscriptLine]]:
    """Each by the id of what was earned, without its hours."""
    ledger, seen = scene.credentials.get(person, ()), scene.people[person]
    for held in ledger:
        yield held.credential.achievement, _signed(scene, held)
    held_now = {each.credential.achievement for each in ledger if each.revocation is None}
    for key, award in seen.awards.items():
        if key not in held_now:
            yield key, _met(scene, key, award)
    for key, way in seen.pathways.items():
        pathway = scene.district.pathways.get(key)
        gives = pathway is not None and pathway.award is not None
        if gives and way.met and way.on and key not in held_now:
            yield key, _finished(scene, key, way.on)


def _signed(scene: Scene, held: Held) -> TranscriptLine:
    key, until = held.credential.achievement, held.credential.valid_until
    site = site_of(scene.sight)
    return TranscriptLine(
        Ref(held.credential.name, held.uri),
        _shows(scene, key),
        awarded(held),
        until.isoformat() if until else None,
        None,
        assessors(scene, held),
        state(scene, held),
        address.on_web(site, held.uri) if site else None,
    )


def _met(scene: Scene, key: str, award: Award) -> TranscriptLine:
    """Decided by reviewers, and without a credential that is shown here."""
    standing = Standing.EXPIRED if scene.lapsed(award) else Standing.MET
    told = StandingView(
        standing.value,
        label(standing),
        say("Reviewers found every criterion met; no credential is shown here."),
        standing is Standing.MET,
    )
    return TranscriptLine(
        scene.sight.micro_credential(key),
        _shows(scene, key),
        award.on.isoformat(),
        award.until.isoformat() if award.until else None,
        None,
        tuple(dict.fromkeys(_reviewers(scene, award))),
        told,
        None,
    )


def _finished(scene: Scene, key: str, on: date) -> TranscriptLine:
    """A pathway that is complete, and without a credential that is shown here."""
    told = StandingView(
        Standing.MET.value,
        label(Standing.MET),
        say("Everything the pathway asks for is there; no credential is shown here."),
        True,
    )
    return TranscriptLine(scene.sight.pathway(key), None, on.isoformat(), None, None, (), told, None)


def _reviewers(scene: Scene, award: Award) -> Iterator[Ref]:
    found = scene.district.submission((award.person, award.submission or ""))
    if found is not None and scene.sight.shows(found):
        for review in sorted(found.reviews, key=lambda each: (each.on, each.source.file)):
            if review.verdict is Verdict.MET:
                yield scene.reviewer(found, review.reviewer)


def _shows(scene: Scene, key: str) -> str | None:
    asked = scene.district.micro_credentials.get(key)
    found = scene.district.competency_of(asked) if asked else None
    return found.title if found else None

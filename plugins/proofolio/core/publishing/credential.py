"""The page of one credential: what was earned, how anybody can tell, and how to take it along."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from datetime import date

from proofolio.core.language.say import day, month, say
from proofolio.core.model import address
from proofolio.core.publishing.achieved import other_results, reached, rewritten
from proofolio.core.publishing.holding import awarded, kind, state
from proofolio.core.publishing.inputs import DEFINITIONS, ROSTER
from proofolio.core.publishing.ledger import Held, site_of
from proofolio.core.publishing.looked_at import assessors, evidence
from proofolio.core.publishing.page import Page, Prose, Ref
from proofolio.core.publishing.proof import proof
from proofolio.core.publishing.reach import PEOPLE
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.signed import many, one, text
from proofolio.core.publishing.views.credential import Aside, CredentialView, Download
from proofolio.core.publishing.views.submission import Fact

_UNSAFE = str.maketrans("", "", "<>")


def credential_page(scene: Scene, held: Held) -> Page:
    """The page of a credential that the audience may see."""
    name = _plain(held.credential.name)
    who = scene.district.name_of(held.credential.person)
    return Page(
        held.uri,
        f"{name}: {who}",
        "credential.html",
        _view(scene, held),
        None,
        say(
            "The credential “{name}” of {who}: what was reached, with which evidence, and how to check it.",
            name=name,
            who=who,
        ),
        # evidence may be a colleague's
        (DEFINITIONS, PEOPLE, ROSTER),
    )


def _view(scene: Scene, held: Held) -> CredentialView:
    credential, achievement = held.credential, held.achievement
    criteria = text(one(achievement.get("criteria")), "narrative")
    issued_by = text(one(held.document.get("issuer")), "name") or _issuer(scene)
    until = credential.valid_until
    site = site_of(scene.sight) or ""
    web = address.on_web(site, held.uri)
    return CredentialView(
        name=credential.name,
        description=_description(text(achievement, "description"), criteria),
        kind=kind(scene, held),
        badge=held.beside("svg"),
        recipient=_recipient(scene, held),
        person=scene.sight.person(credential.person),
        issuer=Ref(issued_by, address.ISSUER),
        on=awarded(held),
        until=until.isoformat() if until else None,
        state=state(scene, held),
        asides=tuple(_asides(held)),
        achievement=scene.sight.achievement(credential.achievement),
        criteria=Prose(criteria, credential.source.file) if criteria else None,
        reached=reached(held),
        changed=rewritten(scene, held),
        results=other_results(held),
        evidence=evidence(scene, held),
        assessors=assessors(scene, held),
        proof=proof(scene, held),
        downloads=tuple(_downloads(held)),
        address=credential.id,
        web=web,
        verify=address.VERIFY,
        given=posixpath.relpath(held.file, posixpath.dirname(address.VERIFY)),
        profile=tuple(_profile(held, issued_by, web)),
        signature=f"{credential.name} ({issued_by}, {_month(held)}): {web}",
    )


def _description(description: str | None, criteria: str | None) -> str | None:
    """What was earned, unless the criteria begin with the same words."""
    said = (criteria or "").replace("\\", "")
    return None if description and said.startswith(description) else description


def _recipient(scene: Scene, held: Held) -> str:
    """The name in the document; a hashed one is nothing to read."""
    for each in many(held.subject.get("identifier")):
        if text(each, "identityType") == "name" and each.get("hashed") is False:
            return text(each, "identityHash") or scene.district.name_of(held.credential.person)
    return scene.district.name_of(held.credential.person)


def _issuer(scene: Scene) -> str:
    return scene.district.issuer.name if scene.district.issuer else say("The issuer")


def _asides(held: Held) -> Iterator[Aside]:
    person = held.credential.person
    for each in reversed(held.earlier):
        on = day(held.credential.valid_from)
        if each.file_name == held.name:  # its address is the newest one's
            told = say("Corrected on {day}; the award itself is unchanged.", day=on)
            yield Aside(told, Ref("", None), "")
        else:
            file = address.of_credential_file(person, each.file_name)
            told = say("Corrected on {day}. It takes the place of the", day=on)
            yield Aside(told, Ref(say("one of {day}", day=day(each.valid_from)), file), ".")
    if held.revocation is not None:
        return
    if held.renewed_by:
        uri = address.of_credential(person, held.renewed_by)
        yield Aside(say("It has been renewed: see the"), Ref(say("newer credential"), uri), ".")
    if held.renews:
        uri = address.of_credential(person, held.renews)
        yield Aside(say("It renews an"), Ref(say("earlier credential"), uri), ".")


def _downloads(held: Held) -> Iterator[Download]:
    yield Download(
        say("Picture with the credential in it (PNG)"),
        held.beside("png"),
        say("For badge collections that take a picture, and for anywhere else."),
    )
    yield Download(
        say("Picture with the credential in it (SVG)"),
        held.beside("svg"),
        say("The same, sharp at every size."),
    )
    yield Download(
        say("The credential itself (JSON)"),
        held.file,
        say("Open Badges 3.0, signed: for wallets and verifiers."),
    )
    if held.revocation is None:
        yield Download(
            say("For older badge collections (JSON)"),
            held.beside("ob2.json"),
            say("Open Badges 2.0: give its address to collections that ask for an address."),
        )


def _profile(held: Held, issuer: str, web: str) -> Iterator[Fact]:
    yield Fact(say("Name"), held.credential.name)
    yield Fact(say("Issuing organisation"), issuer)
    yield Fact(say("Issue date"), _month(held))
    if held.credential.valid_until:
        yield Fact(say("Expiration date"), month(held.credential.valid_until))
    yield Fact(say("Credential URL"), web)


def _month(held: Held) -> str:
    return month(date.fromisoformat(awarded(held)))


def _plain(name: str) -> str:
    """A name for the head of a page: the theme reads markup there."""
    return " ".join(name.translate(_UNSAFE).split()) or say("Credential")

"""The page of the issuer: who it is, its keys, what it took back, and how to check without it."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.language.say import say
from proofolio.core.model import address
from proofolio.core.publishing.ledger import Held
from proofolio.core.publishing.page import Page, Ref
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.signed_file import STATUS_SOURCE
from proofolio.core.publishing.views.issuer import IssuerView, KeyRow, RevocationRow


def issuer_page(scene: Scene) -> Page:
    """``issuer/index.md``."""
    issuer = scene.district.issuer
    name = issuer.name if issuer else say("The organisation")
    told = say(
        "Who issues credentials here, with which keys, and how to check one without {name}.", name=name
    )
    inputs = ("competencies/", "portfolios/")
    return Page(address.ISSUER, say("Who issues here"), "issuer.html", _view(scene), None, told, inputs)


def _view(scene: Scene) -> IssuerView:
    issuer, keys = scene.district.issuer, scene.district.keys
    every = tuple(each for ledger in scene.credentials.values() for each in ledger)
    return IssuerView(
        name=issuer.name if issuer else say("The organisation"),
        url=issuer.url.rstrip("/") if issuer else "",
        did=keys.did if keys else None,
        document=address.DID if keys else None,
        keys=tuple(_keys(scene)),
        credentials=len(every),
        statuses=address.STATUS_LIST if STATUS_SOURCE in scene.proven else None,
        revocations=tuple(_revocations(scene, every)),
        verify=Ref(say("Check a credential"), address.VERIFY),
        commands=tuple(_commands(every)),
        organizations=tuple(each.name for each in issuer.organizations.values()) if issuer else (),
    )


def _keys(scene: Scene) -> Iterator[KeyRow]:
    keys = scene.district.keys
    every = keys.keys if keys else ()
    for number, each in enumerate(reversed(every)):
        days = scene.signings.get(each.multibase, ())
        told = (
            say("Signs what is issued now.")
            if number == 0
            else say("Kept so that what it signed can still be checked.")
        )
        yield KeyRow(
            each.multibase,
            each.id_under(keys.did if keys else ""),
            days[0].isoformat() if days else None,
            days[-1].isoformat() if days else None,
            len(days),
            told,
        )


def _revocations(scene: Scene, every: tuple[Held, ...]) -> Iterator[RevocationRow]:
    """What was taken back, newest first; only credentials that are shown here."""
    revoked = [(each.revocation, each) for each in every if each.revocation is not None]
    for revocation, each in sorted(revoked, key=lambda pair: (-pair[0].on.toordinal(), pair[1].uri)):
        yield RevocationRow(
            Ref(each.credential.name, each.uri),
            scene.sight.person(each.credential.person),
            revocation.on.isoformat(),
            revocation.reason,
        )


def _commands(every: tuple[Held, ...]) -> Iterator[str]:
    one = next((each.credential.id for each in every if each.revocation is None), None)
    if one:
        yield f"proofolio verify {one}"

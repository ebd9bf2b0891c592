"""The page that checks a credential in the visitor's browser."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from proofolio.core.language.say import deferred, said, say
from proofolio.core.model import address
from proofolio.core.model.did import did_of
from proofolio.core.publishing.ledger import Held
from proofolio.core.publishing.page import Page
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.views.verify import Question, Sample, VerifyView

_SAMPLES = 3
_QUESTIONS = (
    (deferred("Readable"), deferred("Can it be read, and by every program in the same way?")),
    (deferred("Vocabulary"), deferred("Is it written in the words of the standard, and no others?")),
    (deferred("Nothing unsigned"), deferred("Does the signature cover every word of it?")),
    (
        deferred("Complete and in order"),
        deferred("Is everything there, and do the results answer to what was asked for?"),
    ),
    (
        deferred("Issuer"),
        deferred("Was it issued by this organisation, and not by somebody who borrowed its name?"),
    ),
    (deferred("Key"), deferred("Is the key that signed it one of the issuer’s own?")),
    (deferred("Signature"), deferred("Is it word for word what was signed?")),
    (deferred("Dates"), deferred("Does it hold today?")),
    (deferred("Not revoked"), deferred("Has the issuer taken it back since?")),
    (
        deferred("Recipient"),
        deferred("Is it for the person who shows it? Only asked if you say who that is."),
    ),
    (deferred("Evidence"), deferred("Is the work behind it still exactly what was reviewed?")),
    (
        deferred("Published copy"),
        deferred("Is it what the issuer shows, or has a correction taken its place?"),
    ),
)


def verify_page(scene: Scene) -> Iterator[Page]:
    """``verify/index.md``; none where nobody can issue anything."""
    issuer = scene.district.issuer
    if issuer is None:
        return
    held = tuple(_samples(scene))
    view = VerifyView(
        issuer=issuer.name,
        site=issuer.url.rstrip("/"),
        did=did_of(issuer.url),
        uri=address.VERIFY,
        root=address.LANDING,
        keys=address.ISSUER,
        samples=tuple(_sample(scene, each) for each in held),
        questions=tuple(Question(said(name), said(asks)) for name, asks in _QUESTIONS),
        commands=(f"proofolio verify {held[0].credential.id if held else 'badge.png'}",),
    )
    told = say("Check a credential in your own browser: nothing is uploaded.")
    yield Page(
        address.VERIFY,
        say("Check a credential"),
        "verify.html",
        view,
        None,
        told,
        ("competencies/", "portfolios/"),
    )


def _samples(scene: Scene) -> Iterator[Held]:
    """The newest that holds of each of a few people, the newest first."""
    newest = (next(iter(_valid(scene, ledger)), None) for ledger in scene.credentials.values())
    found = sorted(
        (each for each in newest if each),
        key=lambda each: (-each.credential.valid_from.toordinal(), each.file),
    )
    yield from found[:_SAMPLES]


def _valid(scene: Scene, ledger: tuple[Held, ...]) -> list[Held]:
    held = (
        each
        for each in ledger
        if each.revocation is None
        and (each.credential.valid_until is None or each.credential.valid_until >= scene.today)
    )
    return sorted(held, key=lambda each: (-each.credential.valid_from.toordinal(), each.file))


def _sample(scene: Scene, held: Held) -> Sample:
    given = posixpath.relpath(held.file, posixpath.dirname(address.VERIFY))
    who = scene.district.name_of(held.credential.person)
    return Sample(held.credential.name, who, given, held.beside("svg"))

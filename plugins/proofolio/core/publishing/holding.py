"""Whether a credential holds, in words, and its card."""

from __future__ import annotations

from proofolio.core.language.say import say
from proofolio.core.model import address
from proofolio.core.publishing import words
from proofolio.core.publishing.ledger import Held
from proofolio.core.publishing.page import Ref
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.views.earned import CredentialCard
from proofolio.core.publishing.views.standing import StandingView


def state(scene: Scene, held: Held) -> StandingView:
    """Valid, expired or revoked on the day of the build."""
    credential, revoked = held.credential, held.revocation
    if revoked is not None:
        on, why = words.day(revoked.on), _ended(revoked.reason)
        told = say("The issuer took it back on {day}: {why}", day=on, why=why)
        return StandingView("revoked", say("Revoked"), told, False)
    until = credential.valid_until
    if until is not None and until < scene.today:
        told = (
            say("It held until {day}. It was renewed since.", day=words.day(until))
            if held.renewed_by
            else say("It held until {day}.", day=words.day(until))
        )
        return StandingView("expired", say("Expired"), told, False)
    if credential.valid_from > scene.today:
        told = say("It holds from {day}.", day=words.day(credential.valid_from))
        return StandingView("waiting", say("Not yet valid"), told, False)
    told = say("It holds until {day}.", day=words.day(until)) if until else say("It does not expire.")
    return StandingView("earned", say("Valid"), told, True)


def awarded(held: Held) -> str:
    """The ISO day of the award; a correction keeps that of what it corrects."""
    return held.credential.on.isoformat()


def kind(scene: Scene, held: Held) -> str:
    """What sort of thing was earned, in words."""
    return say("Pathway") if is_pathway(scene, held) else say("Micro-credential")


def is_pathway(scene: Scene, held: Held) -> bool:
    """Whether it is for a pathway."""
    known = scene.district
    return (
        held.credential.achievement in known.pathways
        and held.credential.achievement not in known.micro_credentials
    )


def badge_of(scene: Scene, achievement: str) -> str | None:
    """The plain badge of a micro-credential, or of a pathway that gives an award; None without one."""
    known = scene.district
    if achievement in known.micro_credentials:
        return f"{address.of_micro_credential(achievement)[:-3]}/badge.svg"
    pathway = known.pathways.get(achievement)
    has_one = pathway is not None and pathway.award is not None
    return f"{address.of_pathway(achievement)[:-3]}/badge.svg" if has_one else None


def card(scene: Scene, held: Held) -> CredentialCard:
    """A credential in a list."""
    until = held.credential.valid_until
    return CredentialCard(
        Ref(held.credential.name, held.uri),
        kind(scene, held),
        badge_of(scene, held.credential.achievement) or held.beside("svg"),
        awarded(held),
        until.isoformat() if until else None,
        state(scene, held),
    )


def _ended(sentence: str) -> str:
    return sentence if sentence.rstrip().endswith((".", "!", "?")) else f"{sentence.rstrip()}."

"""Whether a credential holds, in words, and its card."""

from __future__ import annotations

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
        told = f"The issuer took it back on {words.day(revoked.on)}: {_ended(revoked.reason)}"
        return StandingView("revoked", "Revoked", told, False)
    until = credential.valid_until
    if until is not None and until < scene.today:
        more = " It was renewed since." if held.renewed_by else ""
        return StandingView("expired", "Expired", f"It held until {words.day(until)}.{more}", False)
    if credential.valid_from > scene.today:
        return StandingView(
            "waiting", "Not yet valid", f"It holds from {words.day(credential.valid_from)}.", False
        )
    told = f"It holds until {words.day(until)}." if until else "It does not expire."
    return StandingView("earned", "Valid", told, True)


def awarded(held: Held) -> str:
    """The ISO day of the award; a correction keeps that of what it corrects."""
    return held.credential.on.isoformat()


def kind(scene: Scene, held: Held) -> str:
    """What sort of thing was earned, in words."""
    return "Pathway" if is_pathway(scene, held) else "Micro-credential"


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

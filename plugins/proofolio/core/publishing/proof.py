"""A signature in plain words."""

from __future__ import annotations

from proofolio.core.language.say import deferred, said
from proofolio.core.publishing.ledger import Held, key_of
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.signed import day, one
from proofolio.core.publishing.views.credential import ProofView

_MEANS = deferred(
    "Only whoever holds that key can have signed it, and not a letter of it can have changed since, or the "
    "signature would not fit. It was checked when this page was made, and anybody can check it again."
)


def proof(scene: Scene, held: Held) -> ProofView | None:
    """How a credential is signed; None when it does not say."""
    found = one(held.document.get("proof"))
    did, key = key_of(found)
    if not did or not key:
        return None
    signed = day(found, "created")
    since = next(iter(scene.signings.get(key, ())), None)
    return ProofView(
        did, key, signed.isoformat() if signed else None, since.isoformat() if since else None, said(_MEANS)
    )

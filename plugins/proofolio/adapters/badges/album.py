"""Pictures for links that were drawn before: one is drawn anew when it, or how it is drawn, has changed."""

from __future__ import annotations

import hashlib
import json
from dataclasses import astuple
from functools import cache
from pathlib import Path

from proofolio.adapters.badges.card import card_png
from proofolio.adapters.store import FOLDER, Store
from proofolio.adapters.workmanship import workmanship
from proofolio.core.publishing.head import SocialCard

ALBUM = f"{FOLDER}/cards"
"""Where the pictures are kept, from the repository's root."""
_PICTURE = "card.png"


class Album:
    """The cards of one build. ``root`` is the repository's root."""

    def __init__(self, root: Path) -> None:
        self._store = Store(root / ALBUM)
        self.drawn = 0
        """How many had to be drawn, the others being there from before."""

    def png(self, card: SocialCard, badge: bytes | None = None) -> bytes:
        """The bytes that ``card_png`` gives, from before where they are there and whole."""
        key = _key(card, badge)
        kept = (self._store.find(key) or {}).get(_PICTURE)
        if kept is not None:
            return kept
        made = card_png(card, badge)
        self._store.keep(key, {_PICTURE: made})
        self.drawn += 1
        return made


def _key(card: SocialCard, badge: bytes | None) -> str:
    """The key of a picture: of all that is drawn, and of all that draws it."""
    shown = hashlib.sha256(badge).hexdigest() if badge else None
    said = json.dumps([_hand(), astuple(card), shown])
    return hashlib.sha256(said.encode()).hexdigest()


@cache
def _hand() -> str:
    """The version of everything that draws: this package with its letters, and the libraries it leans on."""
    return workmanship("proofolio.adapters.badges", ("font",), (".py", ".json"), ("pillow", "resvg_py"))

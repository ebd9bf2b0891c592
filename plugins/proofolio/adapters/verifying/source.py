"""One place where documents are looked for."""

from __future__ import annotations

from typing import Protocol

from proofolio.core.verifying.world import Fetched


class Source(Protocol):
    """Answers for the addresses that are its own."""

    def fetch(self, address: str) -> Fetched | None:
        """What lies at an address; None when that is for another source to say."""

    def reviewed_work(self, subject: str, digest: str) -> bool | None:
        """As in :class:`proofolio.core.verifying.world.World`."""

    def revocation(self, credential: str) -> str | None:
        """As in :class:`proofolio.core.verifying.world.World`."""

"""What ``proofolio verify`` says of a document in the same world as the page's."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from tests.e2e.issued import DID, SITE, Json

from proofolio.adapters.verifying.proving import prover
from proofolio.core.verifying.verification import Verification
from proofolio.core.verifying.verify import verify
from proofolio.core.verifying.world import Fetched, Reach


class _Site:
    """One site, and nothing else of the web."""

    def __init__(self, files: Mapping[str, object]) -> None:
        self.now = datetime.now(UTC)
        self._files = files

    def fetch(self, address: str) -> Fetched:
        if not address.startswith(f"{SITE}/") or any(each.isspace() for each in address):
            return Fetched(Reach.UNREACHED, why="this page asks no other site than its own")
        found = self._files.get(address.removeprefix(f"{SITE}/"))
        return Fetched(Reach.ABSENT) if found is None else Fetched(Reach.THERE, found)

    def reviewed_work(self, subject: str, digest: str) -> bool | None:
        return None

    def revocation(self, credential: str) -> str | None:
        return None


def told(document: Json, files: Mapping[str, object]) -> Verification:
    """All that the command finds."""
    return verify(document, _Site(files), prover(DID))

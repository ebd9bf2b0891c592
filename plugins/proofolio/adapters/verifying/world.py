"""The worlds in which documents are verified: sources asked one after the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from proofolio.adapters.verifying.repository import Repository, at_hand
from proofolio.adapters.verifying.source import Source
from proofolio.core.model.district import District
from proofolio.core.verifying.world import Fetched, Reach

_NOBODY = Fetched(Reach.UNREACHED, why="it is not kept here, and the web was not asked")


class Sources:
    """The first source that knows an address answers for it. Nothing is asked twice.

    ``home`` is the identifier of the issuer whose own files are at hand.
    """

    def __init__(self, now: datetime, sources: Sequence[Source], home: str | None = None) -> None:
        self.now = now
        self.home = home
        self._sources = tuple(sources)
        self._known: dict[str, Fetched] = {}

    def fetch(self, address: str) -> Fetched:
        """The JSON document at a web address."""
        if address not in self._known:
            answers = (each.fetch(address) for each in self._sources)
            self._known[address] = next((each for each in answers if each is not None), _NOBODY)
        return self._known[address]

    def reviewed_work(self, subject: str, digest: str) -> bool | None:
        """Whether some work of a person has this digest now."""
        answers = (each.reviewed_work(subject, digest) for each in self._sources)
        return next((each for each in answers if each is not None), None)

    def revocation(self, credential: str) -> str | None:
        """Why the record says that a credential is revoked."""
        answers = (each.revocation(credential) for each in self._sources)
        return next((each for each in answers if each is not None), None)


def offline_world(
    district: District,
    root: Path,
    now: date | datetime,
    documents: Mapping[str, Any] | None = None,
) -> Sources:
    """The repository at ``root`` and nothing else: no network, nothing but its own files.

    ``now`` as a day means its first second in UTC. ``documents``, by their address, are to be taken for
    files that are not written yet (a new status list, the credential that is being issued).
    """
    return repository_world(at_hand(district, root, documents), now)


def repository_world(repository: Repository, now: date | datetime) -> Sources:
    """The same for a repository that is read in another way (at a commit)."""
    return Sources(hour(now), (repository,), repository.did)


def hour(now: date | datetime) -> datetime:
    """A day as its first second in UTC; an hour as it is."""
    return now if isinstance(now, datetime) else datetime(now.year, now.month, now.day, tzinfo=UTC)

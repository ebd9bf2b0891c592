"""What a verifier asks of the world: the hour, and documents at their addresses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol


class Reach(StrEnum):
    """How far a question for a document came."""

    THERE = "there"
    ABSENT = "absent"
    """Its place was looked at, and there is nothing."""
    BROKEN = "broken"
    """There is something, and it is not a document that can be read."""
    UNREACHED = "unreached"
    """Nobody could be asked, or nobody answered."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document from an address, or why there is none.

    ``why`` is the end of a sentence in plain words ("the address does not answer"); ``origin`` says where
    the document was taken from, when that was not its own address ("this repository").
    """

    reach: Reach
    document: Any = None
    why: str = ""
    origin: str = ""


class World(Protocol):
    """Where documents come from: a repository, a built site, a package, the web.

    An answer about an address is the same however often it is asked.
    """

    @property
    def now(self) -> datetime:
        """The hour that counts, with its zone."""

    def fetch(self, address: str) -> Fetched:
        """The JSON document at a web address."""

    def reviewed_work(self, subject: str, digest: str) -> bool | None:
        """Whether some work of the person whose page is ``subject`` has this digest now.

        For evidence that was not public when the credential was issued, which has no address. None
        when this world cannot see such work.
        """

    def revocation(self, credential: str) -> str | None:
        """The reason for which the record says that a credential is revoked; None when it does not."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a credential is said to be, besides what it says itself. None: nothing was said.

    ``subject`` is the page of the person in whose folder it lies, ``place`` the address at which it
    lies or lay, ``issuer`` the identifier of the organisation whose ledger it lies in, ``email`` the
    address of the person who shows it.
    """

    subject: str | None = None
    issuer: str | None = None
    place: str | None = None
    email: str | None = None


NOTHING_SAID = Expectation()

"""The packet of an application: one document to read and to print."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.publishing.page import Prose, Ref, WebLink
from proofolio.core.publishing.views.standing import StandingView
from proofolio.core.publishing.views.submission import SubmissionView


@dataclass(frozen=True, slots=True)
class CountedLine:
    """Something earned that counts. ``files`` are its signed files in the packet, ``picture`` its badge.

    ``proof`` says how anybody can check it. ``web`` is its address, None while nothing is signed.
    """

    title: str
    shows: str | None
    on: str
    until: str | None
    hours: str | None
    by: tuple[Ref, ...]
    state: StandingView
    proof: str
    web: str | None
    files: tuple[Ref, ...]
    picture: str | None


@dataclass(frozen=True, slots=True)
class PieceView:
    """A chosen piece of evidence. ``who_sees`` says what the organisation's own site shows of it."""

    title: str
    who_sees: str
    work: SubmissionView


@dataclass(frozen=True, slots=True)
class PacketView:
    """``index.html`` of a packet. ``because`` gives the reasons; ``verify`` is a web address.

    ``prompt`` is what the letter answers; both are None where no letter is asked, or none was written.
    """

    name: str
    organization: str | None
    issuer: str
    on: str
    role: str
    about: str
    when: str
    contact: WebLink | None
    met: str
    because: tuple[str, ...]
    counted: tuple[CountedLine, ...]
    hours: str
    prompt: str | None
    letter: Prose | None
    pieces: tuple[PieceView, ...]
    verify: str | None

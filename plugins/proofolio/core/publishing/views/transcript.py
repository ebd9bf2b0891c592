"""A transcript on the site: what was earned, for somebody who asks for it on paper."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.publishing.page import Ref
from proofolio.core.publishing.views.portfolio import HoursView
from proofolio.core.publishing.views.standing import StandingView


@dataclass(frozen=True, slots=True)
class TranscriptLine:
    """Something earned. ``on`` and ``until`` are ISO days; ``hours`` such as "15 hours", None where
    it adds none: it was revoked, or another line of the same title has them.

    ``by`` are those who reviewed it, as far as it may be known. ``web`` is the address at which anybody
    can check it, None while nothing is signed.
    """

    what: Ref
    shows: str | None
    on: str
    until: str | None
    hours: str | None
    by: tuple[Ref, ...]
    state: StandingView
    web: str | None


@dataclass(frozen=True, slots=True)
class TranscriptView:
    """``portfolios/<person>/credentials/transcript.md``, oldest first. ``verify`` is a web address.

    ``log`` are the hours of the learning log, None for none. With those of ``lines`` they make the total.
    """

    person: Ref
    organization: str | None
    issuer: str | None
    latest: str | None
    lines: tuple[TranscriptLine, ...]
    log: str | None
    hours: HoursView
    verify: str | None
    web: str | None

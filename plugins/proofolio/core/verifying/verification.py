"""All that was looked at in one document, and what follows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from proofolio.core.verifying.check import Check, Name, State
from proofolio.core.verifying.kind import Kind


class Verdict(StrEnum):
    """Accepted; refused, because something fails; or undecided, because something needed is unknown."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    UNDECIDED = "undecided"


_SIGNED = (Name.SIGNATURE, Name.ISSUER, Name.STATUS, Name.DATES)
_ENDED = (Name.STATUS, Name.DATES, Name.EVIDENCE)
"""What may come to fail although nobody did anything to the document."""
_NEEDED = {
    Kind.RECORD: (*_SIGNED, Name.BADGES),
    Kind.HOSTED_ASSERTION: (Name.HOSTED, Name.ISSUER, Name.STATUS, Name.DATES),
    Kind.STATUS_LIST: (Name.SIGNATURE, Name.ISSUER, Name.DATES),
}


@dataclass(frozen=True, slots=True)
class Verification:
    """What was found about one document, check by check.

    ``title`` is what it says of itself ("Pace a unit for mastery, for Amina Yusuf"). ``parts`` are the
    documents inside a learner record, each with its own checks.
    """

    kind: Kind
    title: str
    checks: tuple[Check, ...]
    parts: tuple[Verification, ...] = ()

    @property
    def failed(self) -> tuple[Check, ...]:
        """The checks that fail."""
        return tuple(each for each in self.checks if each.state is State.FAILS)

    @property
    def missing(self) -> tuple[Check, ...]:
        """The checks that are unknown and without which nothing is accepted."""
        needed = _NEEDED.get(self.kind, _SIGNED)
        return tuple(each for each in self.checks if each.state is not State.HOLDS and each.name in needed)

    @property
    def verdict(self) -> Verdict:
        """What follows from the checks."""
        if self.failed:
            return Verdict.REFUSED
        held = {each.name for each in self.checks if each.state is State.HOLDS}
        whole = all(name in held for name in _NEEDED.get(self.kind, _SIGNED)) and not self.missing
        return Verdict.ACCEPTED if whole else Verdict.UNDECIDED

    @property
    def accepted(self) -> bool:
        """Whether nothing fails, and signature, issuer, status and dates hold."""
        return self.verdict is Verdict.ACCEPTED

    @property
    def genuine(self) -> bool:
        """Whether its issuer made it and nobody altered it, even if it is over, or was revoked since."""
        needed = [each for each in _NEEDED.get(self.kind, _SIGNED) if each not in _ENDED]
        held = all(self.state(each) is State.HOLDS for each in needed)
        return held and all(each.name in _ENDED for each in self.failed)

    def state(self, name: Name) -> State | None:
        """The state of a check: the worst, if it was made several times; None when it was not made."""
        found = {each.state for each in self.checks if each.name is name}
        return next((each for each in (State.FAILS, State.UNKNOWN, State.HOLDS) if each in found), None)

    def without(self, *names: Name) -> Verification:
        """The same, leaving some checks aside (a site's own build knows that evidence may move on)."""
        return replace(self, checks=tuple(each for each in self.checks if each.name not in names))

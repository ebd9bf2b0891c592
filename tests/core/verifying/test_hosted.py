"""Open Badges 2.0: nothing is signed, so everything hangs on what the issuer shows."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from proofolio.core.verifying.proving import Proof
from proofolio.core.verifying.verification import Verdict, Verification
from proofolio.core.verifying.verify import verify
from proofolio.core.verifying.world import Expectation, Fetched, Reach

SITE = "https://hill.example.org"
ASSERTION: dict[str, Any] = {
    "@context": "https://w3id.org/openbadges/v2",
    "id": f"{SITE}/a.json",
    "type": "Assertion",
    "badge": f"{SITE}/b.json",
    "recipient": {"type": "email", "hashed": False, "identity": "ada@hill.example.org"},
    "issuedOn": "2026-03-01T00:00:00Z",
    "expires": "2029-03-01T00:00:00Z",
    "verification": {"type": "HostedBadge"},
}
BADGE = {"id": f"{SITE}/b.json", "type": "BadgeClass", "issuer": f"{SITE}/i.json"}
ISSUER = {
    "id": f"{SITE}/i.json",
    "type": "Issuer",
    "name": "Hill Schools",
    "verification": {"startsWith": [f"{SITE}/"]},
    "revocationList": f"{SITE}/r.json",
}
REVOKED = {"id": f"{SITE}/r.json", "revokedAssertions": []}


class Hill:
    now = datetime(2026, 11, 22, tzinfo=UTC)

    def __init__(self, **other: Any) -> None:
        shown = {"a": ASSERTION, "b": BADGE, "i": ISSUER, "r": REVOKED} | other
        self.shown = {f"{SITE}/{name}.json": each for name, each in shown.items()}

    def fetch(self, address: str) -> Fetched:
        found = self.shown.get(address)
        if isinstance(found, Reach):
            return Fetched(found, why="nobody answers")
        return Fetched(Reach.ABSENT) if found is None else Fetched(Reach.THERE, found)

    def reviewed_work(self, subject: str, digest: str) -> bool | None:
        return None

    def revocation(self, credential: str) -> str | None:
        return None


def look(document: dict[str, Any] = ASSERTION, email: str | None = None, **other: Any) -> Verification:
    return verify(document, Hill(**other), lambda *_: Proof(), Expectation(email=email))


def test_as_long_as_the_issuer_shows_it() -> None:
    found = look(email="ADA@hill.example.org")
    assert found.verdict is Verdict.ACCEPTED
    assert "Nothing in it is signed" in found.checks[1].words


@pytest.mark.parametrize("reach", [Reach.UNREACHED])
def test_never_without_asking(reach: Reach) -> None:
    assert look(a=reach).verdict is Verdict.UNDECIDED


@pytest.mark.parametrize(
    ("document", "shown", "check"),
    [
        (ASSERTION, {"a": None}, "hosted"),
        (ASSERTION, {"a": {**ASSERTION, "badge": "x"}}, "hosted"),
        ({**ASSERTION, "verification": {"type": "SignedBadge"}}, {}, "hosted"),
        ({**ASSERTION, "recipient": 7}, {}, "recipient"),
        (ASSERTION, {"a": {**ASSERTION, "revoked": True}}, "status"),
        (ASSERTION, {"r": {**REVOKED, "revokedAssertions": [f"{SITE}/a.json"]}}, "status"),
        (ASSERTION, {"r": {**REVOKED, "revokedAssertions": [{"id": f"{SITE}/a.json"}, []]}}, "status"),
        (ASSERTION, {"b": {**BADGE, "issuer": {**ISSUER, "id": "https://x.example/i"}}}, "issuer"),
        (ASSERTION, {"i": {**ISSUER, "verification": {"startsWith": f"{SITE}/x/"}}}, "issuer"),
        ({**ASSERTION, "expires": "2026-11-22T00:00:00Z"}, {}, "dates"),
        ({**ASSERTION, "expires": "soon"}, {}, "dates"),
        ({**ASSERTION, "issuedOn": "2027-01-01T00:00:00Z"}, {}, "dates"),
    ],
)
def test_what_is_refused(document: dict[str, Any], shown: dict[str, Any], check: str) -> None:
    found = look(document, **shown)
    assert check in {each.name.value for each in found.failed}


@pytest.mark.parametrize("shown", [{"b": None}, {"i": None}, {"r": None}, {"b": {**BADGE, "id": "x"}}])
def test_what_cannot_be_told(shown: dict[str, Any]) -> None:
    assert look(**shown).verdict is Verdict.UNDECIDED


def test_for_somebody_else() -> None:
    assert {each.name.value for each in look(email="eve@hill.example.org").failed} == {"recipient"}


@pytest.mark.parametrize(("subject", "holds"), [(f"{SITE}/ada/", True), (f"{SITE}/eve/", False)])
def test_for_the_person_in_whose_folder_it_lies(subject: str, holds: bool) -> None:
    whose = {"type": "url", "hashed": False, "identity": f"{SITE}/ada/"}
    document = {**ASSERTION, "recipient": whose}
    found = verify(document, Hill(a=document), lambda *_: Proof(), Expectation(subject=subject))
    assert found.accepted is holds

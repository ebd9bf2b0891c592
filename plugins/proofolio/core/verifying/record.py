"""A learner record: one document around many badges, of one person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from proofolio.core.verifying.check import Check, Name, fails, holds, unknown
from proofolio.core.verifying.verification import Verdict, Verification

MOST = 200
"""More badges than anybody earns; the rest would not be looked at, so the record is refused."""


def badges_in(document: Mapping[str, Any]) -> list[Any]:
    """What the record holds, as it stands there."""
    subject = document.get("credentialSubject")
    inside = subject.get("verifiableCredential") if isinstance(subject, Mapping) else None
    return inside if isinstance(inside, list) else []


def badges(document: Mapping[str, Any], parts: tuple[Verification, ...]) -> Iterator[Check]:
    """Whether every badge holds by itself, and is of the person whose record it is."""
    inside = badges_in(document)
    if len(inside) > MOST:
        yield fails(Name.BADGES, f"It holds {len(inside)} badges; more than {MOST} are not looked at.")
        return
    owner = _owner(document)
    for at, (badge, part) in enumerate(zip(inside, parts, strict=True), 1):
        whose = _owner(badge) if isinstance(badge, Mapping) else None
        what = f"Badge {at} of {len(inside)} ({part.title})"
        if owner is None or whose != owner:
            yield fails(Name.BADGES, f"{what} is not of the person whose record this is.")
        elif part.verdict is Verdict.REFUSED:
            yield fails(Name.BADGES, f"{what} does not hold: {part.failed[0].words}")
        elif part.verdict is Verdict.UNDECIDED:
            words = part.missing[0].words if part.missing else "not everything could be found out."
            yield unknown(Name.BADGES, f"{what} could not be verified: {words}")
        else:
            yield holds(Name.BADGES, f"{what} holds, and is of the same person.")


def _owner(document: Mapping[str, Any]) -> str | None:
    subject = document.get("credentialSubject")
    name = subject.get("id") if isinstance(subject, Mapping) else None
    return name if isinstance(name, str) else None

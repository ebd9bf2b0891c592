"""Is the evidence still what was reviewed?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from proofolio.core.verifying.check import Check, Name, fails, holds, unknown
from proofolio.core.verifying.world import Reach, World

FACTS = "evidence.json"
"""What lies beside a published submission's page (see ``core.model.address.of_evidence_facts``)."""
_REVIEWED = re.compile(
    r"\bReviewed\b[^.\n]{0,80}?\bas (?P<digest>sha256:[0-9a-f]{64})\b(?: at commit [0-9a-f]{40,64})?",
    re.ASCII,
)
_MOST = 20


def reviewed_digest(narrative: object) -> str | None:
    """The digest in an evidence's fixed sentence ("Reviewed as sha256:… at commit ….")."""
    found = _REVIEWED.search(narrative[:20_000]) if isinstance(narrative, str) else None
    return found["digest"] if found else None


def evidence(document: Mapping[str, Any], world: World) -> Iterator[Check]:
    """A check for each piece of evidence."""
    listed = document.get("evidence")
    if not isinstance(listed, list) or not listed:
        yield unknown(Name.EVIDENCE, "It names no evidence.")
        return
    for each in listed[:_MOST]:
        if isinstance(each, Mapping):
            yield _of_one(each, document, world)
    if len(listed) > _MOST:
        yield unknown(Name.EVIDENCE, f"{len(listed) - _MOST} more pieces of evidence were not looked at.")


def _of_one(piece: Mapping[str, Any], document: Mapping[str, Any], world: World) -> Check:
    name, address = piece.get("name"), piece.get("id")
    what = f"“{name}”" if isinstance(name, str) else "The evidence"
    digest = reviewed_digest(piece.get("narrative"))
    if digest is None:
        return unknown(Name.EVIDENCE, f"{what}: it does not say which state of it was reviewed.")
    if not isinstance(address, str):
        return _without_address(document, digest, world)
    found = world.fetch(f"{address.partition('#')[0].rstrip('/')}/{FACTS}")
    if found.reach is Reach.ABSENT:
        return unknown(Name.EVIDENCE, f"{what} is gone, or not public: nothing lies at its address any more.")
    if found.reach is Reach.UNREACHED:
        return unknown(Name.EVIDENCE, f"{what} could not be asked for: {found.why}.")
    facts = found.document
    now = facts.get("digest") if isinstance(facts, Mapping) else None
    if found.reach is Reach.BROKEN or not isinstance(now, str):
        return unknown(Name.EVIDENCE, f"{what}: what lies at its address does not say which state it is in.")
    if now != digest:
        return fails(Name.EVIDENCE, f"{what} was changed since it was reviewed.")
    return holds(Name.EVIDENCE, f"{what} is exactly what was reviewed.")


def _without_address(document: Mapping[str, Any], digest: str, world: World) -> Check:
    subject = document.get("credentialSubject")
    page = subject.get("id") if isinstance(subject, Mapping) else None
    here = world.reviewed_work(page, digest) if isinstance(page, str) else None
    if here:
        return holds(Name.EVIDENCE, "The evidence, which is not public, is exactly what was reviewed.")
    if here is None:
        return unknown(Name.EVIDENCE, "The evidence is not public, so it cannot be compared.")
    return unknown(
        Name.EVIDENCE, "The evidence was not public; no work here is in the state that was reviewed."
    )

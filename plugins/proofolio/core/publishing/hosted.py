"""Open Badges 2.0, hosted: the same awards for collections that only know the older standard.

Nothing is signed here: such a badge holds because it stands at its address. So one that was revoked
is not there any more, and is on the issuer's list of revocations as well.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from proofolio.core.model import address
from proofolio.core.publishing.holding import awarded, badge_of
from proofolio.core.publishing.ledger import Held, site_of
from proofolio.core.publishing.looked_at import evidence
from proofolio.core.publishing.page import Document
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.signed import Signed, many, one, text

ISSUER = "issuer/ob2.json"
REVOKED = "issuer/ob2-revoked.json"
_CONTEXT = "https://w3id.org/openbadges/v2"
_ALIGNMENT = ("targetName", "targetUrl", "targetDescription", "targetFramework", "targetCode")


def hosted(scene: Scene) -> Iterator[Document]:
    """Everything in the older form; nothing without a credential that is shown."""
    site = site_of(scene.sight)
    every = [each for ledger in scene.credentials.values() for each in ledger]
    if site is None or not every:
        return
    yield _document(ISSUER, _issuer(scene, site))
    yield _document(REVOKED, _revoked(site, every))
    newest: dict[str, Held] = {}
    for each in every:
        known = newest.get(each.credential.achievement)
        if known is None or each.credential.valid_from > known.credential.valid_from:
            newest[each.credential.achievement] = each
        if each.revocation is None:
            yield _document(each.beside("ob2.json"), _assertion(scene, site, each))
    for achievement, each in sorted(newest.items()):
        yield _document(_class(scene, achievement), _badge_class(scene, site, each))


def _assertion(scene: Scene, site: str, held: Held) -> dict[str, Any]:
    until = held.credential.valid_until
    given = {
        "type": "Assertion",
        "id": address.on_web(site, held.beside("ob2.json")),
        "recipient": _recipient(site, held),
        "badge": address.on_web(site, _class(scene, held.credential.achievement)),
        "verification": {"type": "HostedBadge"},
        "issuedOn": f"{awarded(held)}T00:00:00Z",
        "expires": f"{until.isoformat()}T23:59:59Z" if until else None,
        "image": address.on_web(site, held.beside("png")),
        "narrative": f"The same award, signed: {held.credential.id}",
        "evidence": list(_evidence(scene, site, held)),
    }
    return {key: each for key, each in given.items() if each}


def _recipient(site: str, held: Held) -> dict[str, Any]:
    """The hashed e-mail address of the credential; without one, the address of the person's page."""
    for each in many(held.subject.get("identifier")):
        salt, identity = text(each, "salt"), text(each, "identityHash")
        if text(each, "identityType") == "emailAddress" and each.get("hashed") is True and salt and identity:
            return {"type": "email", "hashed": True, "salt": salt, "identity": identity}
    page = address.on_web(site, address.of_person(held.credential.person))
    return {"type": "url", "hashed": False, "identity": page}


def _evidence(scene: Scene, site: str, held: Held) -> Iterator[dict[str, Any]]:
    for each in evidence(scene, held):
        url = address.on_web(site, each.page.uri) if each.page and each.page.uri else None
        url = url or (each.link.url if each.link else None)
        reviewed = f"Reviewed as {each.digest}." if each.digest else None
        given = {
            "type": "Evidence",
            "id": url,
            "name": each.title,
            "narrative": " ".join(filter(None, (each.narrative, reviewed))),
        }
        yield {key: value for key, value in given.items() if value}


def _badge_class(scene: Scene, site: str, held: Held) -> dict[str, Any]:
    """What was earned, as the newest credential for it says."""
    achievement, name = held.achievement, held.credential.achievement
    criteria = one(achievement.get("criteria"))
    picture = (badge_of(scene, name) or held.beside("svg")).removesuffix("svg") + "png"
    given = {
        "type": "BadgeClass",
        "id": address.on_web(site, _class(scene, name)),
        "name": text(achievement, "name") or held.credential.name,
        "description": text(achievement, "description") or held.credential.name,
        "image": address.on_web(site, picture),
        "criteria": {key: each for key in ("id", "narrative") if (each := text(criteria, key))}
        or {"id": text(achievement, "id") or held.credential.id},
        "issuer": address.on_web(site, ISSUER),
        "alignment": [found for each in many(achievement.get("alignment")) if (found := _alignment(each))],
    }
    return {key: each for key, each in given.items() if each}


def _alignment(given: Signed) -> dict[str, str] | None:
    found = {key: each for key in _ALIGNMENT if (each := text(given, key))}
    return found if {"targetName", "targetUrl"} <= found.keys() else None


def _issuer(scene: Scene, site: str) -> dict[str, Any]:
    issuer = scene.district.issuer
    return {
        "type": "Issuer",
        "id": address.on_web(site, ISSUER),
        "name": issuer.name if issuer else "The organisation",
        "url": f"{site}/",
        "verification": {"type": "HostedBadge", "startsWith": [f"{site}/portfolios/"]},
        "revocationList": address.on_web(site, REVOKED),
    }


def _revoked(site: str, every: list[Held]) -> dict[str, Any]:
    listed = [
        {"id": address.on_web(site, each.beside("ob2.json")), "revocationReason": each.revocation.reason}
        for each in every
        if each.revocation is not None
    ]
    return {
        "type": "RevocationList",
        "id": address.on_web(site, REVOKED),
        "issuer": address.on_web(site, ISSUER),
        "revokedAssertions": listed,
    }


def _class(scene: Scene, achievement: str) -> str:
    """The address of a badge class: beside the badge's picture."""
    micro = achievement in scene.district.micro_credentials
    page = address.of_micro_credential(achievement) if micro else address.of_pathway(achievement)
    return f"{page.removesuffix('.md')}/ob2.json"


def _document(uri: str, content: dict[str, Any]) -> Document:
    made = {"@context": _CONTEXT, **content}
    return Document(uri, json.dumps(made, ensure_ascii=False, indent=2) + "\n")

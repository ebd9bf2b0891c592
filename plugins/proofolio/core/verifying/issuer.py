"""Who issued it: is that organisation's identifier real, and are these its keys?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, urlsplit

from proofolio.core.verifying.check import Check, Name, fails, holds, unknown
from proofolio.core.verifying.methods import methods
from proofolio.core.verifying.world import Expectation, Reach, World

_KEY = re.compile(r"did:key:(z6Mk[1-9A-HJ-NP-Za-km-z]{40,50})", re.ASCII)
_WEB = re.compile(r"did:web:[A-Za-z0-9.-]+(?:%3[Aa]\d{1,5})?(?::[A-Za-z0-9._~%-]+)*", re.ASCII)
_DOTS = re.compile(r"\.{1,2}")


@dataclass(frozen=True, slots=True)
class Identified:
    """What is known of an issuer. ``keys`` are by the id of the method; None when they are not known."""

    check: Check
    keys: Mapping[str, str] | None = field(default=None)


def issuer_id(document: Mapping[str, Any]) -> str | None:
    """The issuer's identifier, however the document writes it."""
    issuer = document.get("issuer")
    name = issuer.get("id") if isinstance(issuer, Mapping) else issuer
    return name if isinstance(name, str) else None


def did_address(did: str) -> str | None:
    """Where a ``did:web`` says that its document lies (did:web Method, 3.2); None when it is none."""
    if not _WEB.fullmatch(did):
        return None
    host, *steps = (unquote(each) for each in did.removeprefix("did:web:").split(":"))
    if any(not each or _DOTS.fullmatch(each) or "/" in each for each in steps):
        return None
    return f"https://{host}/{'/'.join(steps) or '.well-known'}/did.json"


def identify(document: Mapping[str, Any], world: World, expected: Expectation) -> Identified:
    """Look the issuer up."""
    did = issuer_id(document)
    if did is None:
        return Identified(fails(Name.ISSUER, "It does not say who issued it."))
    if expected.issuer is not None and did != expected.issuer:
        words = f"It was issued by {did}, and it lies among what {expected.issuer} issues."
        return Identified(fails(Name.ISSUER, words))
    if key := _KEY.fullmatch(did):
        words = "The issuer is known by a key alone (did:key): nothing shows whose key that is."
        return Identified(unknown(Name.ISSUER, words), {f"{did}#{key[1]}": key[1]})
    address = did_address(did)
    if address is None:
        words = f"The issuer names itself in a way that cannot be looked up here: {did}"
        return Identified(unknown(Name.ISSUER, words))
    return _looked_up(document, did, address, world)


def _looked_up(document: Mapping[str, Any], did: str, address: str, world: World) -> Identified:
    found = world.fetch(address)
    if found.reach is Reach.UNREACHED:
        return Identified(unknown(Name.ISSUER, f"The issuer's keys could not be asked for: {found.why}."))
    if found.reach is Reach.ABSENT:
        return Identified(fails(Name.ISSUER, f"There are no keys at the issuer's own address ({address})."))
    if found.reach is Reach.BROKEN or not isinstance(found.document, Mapping):
        why = f": {found.why}" if found.why else ""
        return Identified(
            fails(Name.ISSUER, f"What lies at the issuer's own address is no list of keys{why}.")
        )
    if found.document.get("id") != did:
        words = f"The keys at {address} are somebody else's: they do not belong to {did}."
        return Identified(fails(Name.ISSUER, words))
    keys = methods(found.document, did)
    if not keys:
        return Identified(fails(Name.ISSUER, "The issuer publishes no key with which it signs credentials."))
    return Identified(_named(document, did, found.origin), keys)


def _named(document: Mapping[str, Any], did: str, origin: str) -> Check:
    """The issuer's name and address are only its own word: its address must lie where its keys lie."""
    issuer = document.get("issuer")
    url = issuer.get("url") if isinstance(issuer, Mapping) else None
    name = issuer.get("name") if isinstance(issuer, Mapping) else None
    host = _of_did(did)[0]
    who = f"{name}, " if isinstance(name, str) else ""
    taken = f" (taken from {origin})" if origin else ""
    if url is None:
        return holds(Name.ISSUER, f"It was issued by {who}whose keys lie at {host}{taken}.")
    if not isinstance(url, str) or not belongs(url, did):
        words = (
            f"It says that its issuer is at {url}, but the issuer's keys lie at {host}: not the same place."
        )
        return fails(Name.ISSUER, words)
    return holds(Name.ISSUER, f"It was issued by {who}whose site and keys lie at {host}{taken}.")


def belongs(url: str, did: str) -> bool:
    """Whether a site's address and a ``did:web`` are of the same place on the web.

    Many can share a host, each below a path of its own; so one path has to lie within the other.
    """
    try:
        parts = urlsplit(url)
        host, own = parts.netloc.lower(), _of_did(did)
    except ValueError:
        return False
    steps = [each for each in unquote(parts.path).split("/") if each]
    same_host = host.removeprefix("www.") == own[0].removeprefix("www.")
    shared = min(len(steps), len(own) - 1)
    within = steps[:shared] == list(own[1 : shared + 1])
    return parts.scheme == "https" and same_host and within


def _of_did(did: str) -> tuple[str, ...]:
    host, *steps = (unquote(each) for each in did.removeprefix("did:web:").split(":"))
    return (host.lower(), *steps)

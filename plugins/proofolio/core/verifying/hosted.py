"""Open Badges 2.0: nothing is signed; a badge counts as long as its issuer shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from proofolio.core.model.day import day
from proofolio.core.verifying.check import Check, Name, fails, holds, unknown
from proofolio.core.verifying.evidence import evidence
from proofolio.core.verifying.guard import exactly
from proofolio.core.verifying.moment import moment
from proofolio.core.verifying.recipient import matches
from proofolio.core.verifying.world import Expectation, Fetched, Reach, World

_PLAIN = "Nothing in it is signed (Open Badges 2.0): it counts only as long as its issuer shows it"
_GONE = (Reach.ABSENT, Reach.BROKEN)


def hosted_checks(document: Mapping[str, Any], world: World, expected: Expectation) -> Iterator[Check]:
    """All that can be told of a hosted assertion: nothing at all without asking its issuer."""
    address = document.get("id")
    found = world.fetch(address) if isinstance(address, str) else Fetched(Reach.ABSENT)
    yield _hosted(document, found)
    if found.reach is not Reach.THERE:
        yield unknown(Name.ISSUER, "Its issuer could not be asked.")
        yield unknown(Name.STATUS, "Whether it is revoked could not be asked.")
    else:
        badge, issuer = _linked(document, "badge", world), None
        if badge is not None:
            issuer = _linked(badge, "issuer", world)
        yield _issuer(document, badge, issuer)
        yield _status(document, found.document, issuer, world)
    yield _dates(document, world.now)
    yield _recipient(document, expected)
    yield from evidence(document, world)


def hosted_title(document: Mapping[str, Any], world: World) -> str:
    """What the badge is called, as far as that can be had."""
    badge = _linked(document, "badge", world)
    name = badge.get("name") if badge is not None else None
    kind = "a badge of the older kind (Open Badges 2.0)"
    return f"{name}, {kind}" if isinstance(name, str) else kind


def _hosted(document: Mapping[str, Any], found: Fetched) -> Check:
    verification = document.get("verification")
    types = verification.get("type") if isinstance(verification, Mapping) else None
    if "HostedBadge" not in (types if isinstance(types, list) else [types]):
        return fails(Name.HOSTED, "It does not say that its issuer shows it (verification: HostedBadge).")
    if found.reach in _GONE:
        return fails(Name.HOSTED, f"{_PLAIN}, and nothing lies at its own address any more.")
    if found.reach is Reach.UNREACHED:
        return unknown(Name.HOSTED, f"{_PLAIN}, and that could not be asked: {found.why}.")
    if not isinstance(found.document, Mapping) or exactly(found.document) != exactly(document):
        return fails(Name.HOSTED, f"{_PLAIN}, and its issuer shows something else.")
    return holds(Name.HOSTED, f"{_PLAIN}. Its issuer shows just this.")


def _linked(document: Mapping[str, Any], name: str, world: World) -> Mapping[str, Any] | None:
    """What a member leads to: written out, or at an address, which must then be its own."""
    value = document.get(name)
    if not isinstance(value, str):
        return value if isinstance(value, Mapping) else None
    found = world.fetch(value).document
    return found if isinstance(found, Mapping) and found.get("id") == value else None


def _issuer(
    document: Mapping[str, Any], badge: Mapping[str, Any] | None, issuer: Mapping[str, Any] | None
) -> Check:
    if badge is None or issuer is None:
        return unknown(Name.ISSUER, "What the badge is, or who issued it, could not be had.")
    own = _origin(document.get("id"))
    verification = issuer.get("verification")
    allowed = verification.get("startsWith") if isinstance(verification, Mapping) else None
    starts = allowed if isinstance(allowed, list) else [allowed] if isinstance(allowed, str) else []
    name = str(issuer.get("name", "an issuer without a name"))
    if own is None or own != _origin(issuer.get("id")):
        return fails(Name.ISSUER, f"It lies at another site than {name}, its issuer.")
    if starts and not any(isinstance(each, str) and str(document["id"]).startswith(each) for each in starts):
        return fails(Name.ISSUER, f"{name} says that its badges lie elsewhere.")
    return holds(Name.ISSUER, f"It was issued by {name}, on the same site.")


def _origin(address: object) -> str | None:
    try:
        parts = urlsplit(address) if isinstance(address, str) else None
    except ValueError:
        return None
    return parts.netloc.lower() if parts is not None and parts.scheme == "https" and parts.netloc else None


def _status(
    document: Mapping[str, Any], shown: object, issuer: Mapping[str, Any] | None, world: World
) -> Check:
    if (isinstance(shown, Mapping) and shown.get("revoked")) or document.get("revoked"):
        return fails(Name.STATUS, "The issuer has revoked it.")
    listed = issuer.get("revocationList") if issuer is not None else None
    if listed is None:
        return holds(Name.STATUS, "Its issuer shows it, and not as revoked.")
    found = world.fetch(listed).document if isinstance(listed, str) else listed
    revoked = found.get("revokedAssertions") if isinstance(found, Mapping) else None
    if not isinstance(revoked, list):
        return unknown(Name.STATUS, "The issuer's list of revoked badges could not be had.")
    names = [each.get("id") if isinstance(each, Mapping) else each for each in revoked]
    if document.get("id") in names:
        return fails(Name.STATUS, "The issuer has revoked it.")
    return holds(Name.STATUS, "The issuer's list of revoked badges does not hold it.")


def _dates(document: Mapping[str, Any], now: datetime) -> Check:
    start, end = moment(document.get("issuedOn")), moment(document.get("expires"))
    if start is None or ("expires" in document and end is None):
        return fails(Name.DATES, "Its dates are none that can be read.")
    if now < start:
        return fails(Name.DATES, f"It says that it was issued in the future, on {day(start)}.")
    if end is not None and end <= now:
        return fails(Name.DATES, f"It ended on {day(end)}.")
    return holds(Name.DATES, f"It was issued on {day(start)}" + (f", until {day(end)}." if end else "."))


def _recipient(document: Mapping[str, Any], expected: Expectation) -> Check:
    whose = document.get("recipient")
    if not isinstance(whose, Mapping) or not isinstance(whose.get("identity"), str):
        return fails(Name.RECIPIENT, "It does not say for whom it is.")
    if whose.get("type") == "url" and expected.subject is not None and expected.email is None:
        if whose["identity"] != expected.subject:
            words = f"It is for {whose['identity']}; it lies among what belongs to {expected.subject}."
            return fails(Name.RECIPIENT, words)
        return holds(Name.RECIPIENT, "It is made out to the person in whose folder it lies.")
    if expected.email is None:
        return unknown(Name.RECIPIENT, "Whose it is was not asked (--for and an e-mail address asks).")
    fits = whose.get("type") == "email" and matches(
        whose["identity"], whose.get("salt"), bool(whose.get("hashed")), expected.email
    )
    if fits:
        return holds(Name.RECIPIENT, f"It is made out to the address {expected.email}.")
    return fails(Name.RECIPIENT, f"It is not for {expected.email}: it is made out to somebody else.")

"""Every check on one document, in the order in which one reads them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from proofolio.core.verifying.check import Check, Name, State, fails, holds, unknown
from proofolio.core.verifying.contexts import contexts
from proofolio.core.verifying.dates import dates
from proofolio.core.verifying.evidence import evidence
from proofolio.core.verifying.hosted import hosted_checks, hosted_title
from proofolio.core.verifying.issuer import identify, issuer_id
from proofolio.core.verifying.kind import Kind, kind_of
from proofolio.core.verifying.proving import Prover
from proofolio.core.verifying.recipient import named, recipient
from proofolio.core.verifying.record import MOST, badges, badges_in
from proofolio.core.verifying.served import copy
from proofolio.core.verifying.shape import shape
from proofolio.core.verifying.signature import key, nothing_unsigned, signature, the_proof
from proofolio.core.verifying.status import status
from proofolio.core.verifying.verification import Verification
from proofolio.core.verifying.world import NOTHING_SAID, Expectation, World

_MATTERS = (Name.ISSUER, Name.KEY, Name.SIGNATURE)


def verify(
    document: object, world: World, prover: Prover, expected: Expectation = NOTHING_SAID
) -> Verification:
    """Look at everything in a document that was read without trouble."""
    kind = kind_of(document)
    if not isinstance(document, Mapping) or kind is Kind.OTHER:
        words = "It can be read, but it is no badge, no learner record and no list of revoked credentials."
        return Verification(Kind.OTHER, "an unknown document", (fails(Name.READABLE, words),))
    readable = holds(Name.READABLE, "It can be read, and in one way only.")
    if kind is Kind.HOSTED_ASSERTION:
        checks = tuple(hosted_checks(document, world, expected))
        return Verification(kind, hosted_title(document, world), (readable, *checks))
    parts: tuple[Verification, ...] = ()
    if kind is Kind.RECORD:
        parts = tuple(_part(each, world, prover) for each in badges_in(document)[:MOST])
    checks = (readable, *_checks(document, kind, world, prover, expected, parts))
    return Verification(kind, title(document), checks, parts)


def title(document: Mapping[str, Any]) -> str:
    """What a document says that it is: its name, and for whom."""
    name, who = document.get("name"), named(document)
    what = name if isinstance(name, str) and name else _PLAIN_TITLES.get(kind_of(document), "a document")
    return f"{what}, for {who}" if who and who not in what else what


_PLAIN_TITLES = {
    Kind.BADGE: "a badge",
    Kind.RECORD: "a learner record",
    Kind.STATUS_LIST: "a list of revoked credentials",
}


def _part(document: object, world: World, prover: Prover) -> Verification:
    """A badge inside a record: nothing but a badge may lie there."""
    if kind_of(document) is Kind.BADGE:
        return verify(document, world, prover)
    refused = fails(Name.READABLE, "It is no badge.")
    return Verification(Kind.OTHER, "an unknown document", (refused,))


def _checks(
    document: Mapping[str, Any],
    kind: Kind,
    world: World,
    prover: Prover,
    expected: Expectation,
    parts: tuple[Verification, ...],
) -> Iterator[Check]:
    signing = tuple(_signing(document, kind, world, prover, expected))
    yield from signing
    if kind is not Kind.STATUS_LIST:
        yield status(document, world, lambda found: _list_checks(found, world, prover))
        yield recipient(document, expected)
    if kind is Kind.BADGE:
        yield from evidence(document, world)
    if kind is Kind.RECORD:
        yield from badges(document, parts)
    yield copy(document, world, expected, lambda shown: _genuine(shown, kind, world, prover))


def _list_checks(document: Mapping[str, Any], world: World, prover: Prover) -> tuple[Check, ...]:
    return tuple(_signing(document, Kind.STATUS_LIST, world, prover, NOTHING_SAID))


def _genuine(document: Mapping[str, Any], kind: Kind, world: World, prover: Prover) -> bool:
    """Whether what the issuer shows is of the same kind, and signed by the issuer."""
    if kind_of(document) is not kind:
        return False
    found = _signing(document, kind, world, prover, NOTHING_SAID)
    return all(each.state is State.HOLDS for each in found if each.name in _MATTERS)


def _signing(
    document: Mapping[str, Any], kind: Kind, world: World, prover: Prover, expected: Expectation
) -> Iterator[Check]:
    """From the words to the dates: what can be told of a document and its issuer alone."""
    yield contexts(document, kind)
    identified = identify(document, world, expected)
    made = the_proof(document)
    if isinstance(made, Check):
        own_key = unknown(Name.KEY, "Without a signature that can be checked, no key was looked at.")
        proof = prover(document, {})
        signed = made
    else:
        own_key = key(made, issuer_id(document), identified.keys)
        proof = prover(document, _keys(document, identified.keys, world))
        signed = signature(proof) if own_key.state is State.HOLDS else _unasked(own_key)
    yield nothing_unsigned(proof)
    yield shape(document, kind)
    yield identified.check
    yield own_key
    yield signed
    yield dates(document, made if isinstance(made, Mapping) else None, world.now)


def _unasked(own_key: Check) -> Check:
    """Without a key of the issuer there is nothing to check a signature against."""
    why = (
        "the issuer's keys are not known" if own_key.state is State.UNKNOWN else "its key is not the issuer's"
    )
    return unknown(Name.SIGNATURE, f"The signature was not checked: {why}.")


def _keys(document: Mapping[str, Any], own: Mapping[str, str] | None, world: World) -> Mapping[str, str]:
    """The issuer's keys, and those of the badges inside, which have signatures of their own."""
    found = dict(own or {})
    for each in badges_in(document)[:MOST]:
        if isinstance(each, Mapping) and issuer_id(each) != issuer_id(document):
            found.update(identify(each, world, NOTHING_SAID).keys or {})
    return found

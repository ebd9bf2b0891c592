"""Is it what its issuer shows at the credential's own address?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from proofolio.core.model.day import day
from proofolio.core.verifying.check import Check, Name, fails, holds, unknown
from proofolio.core.verifying.guard import exactly
from proofolio.core.verifying.issuer import issuer_id
from proofolio.core.verifying.kind import Kind, kind_of
from proofolio.core.verifying.moment import moment
from proofolio.core.verifying.world import Expectation, Reach, World

Genuine = Callable[[Mapping[str, Any]], bool]
"""Whether another document is signed by its issuer."""


def copy(document: Mapping[str, Any], world: World, expected: Expectation, genuine: Genuine) -> Check:
    """Whether the document is the one at its own address, or a correction replaces it."""
    address = document.get("id")
    if not isinstance(address, str):
        return fails(Name.COPY, "It has no address of its own.")
    if expected.place is not None and expected.place != address:
        words = f"Its own address is {address}; it lies where {expected.place} belongs."
        return fails(Name.COPY, words)
    found = world.fetch(address)
    if found.reach is Reach.UNREACHED:
        return unknown(Name.COPY, f"Its own address could not be asked: {found.why}.")
    if found.reach is Reach.ABSENT:
        return unknown(Name.COPY, "Nothing lies at its own address: it may not be public.")
    shown = found.document
    if found.reach is Reach.BROKEN or not isinstance(shown, Mapping):
        return unknown(Name.COPY, "What lies at its own address cannot be read.")
    if exactly(shown) == exactly(document):
        return holds(Name.COPY, "It is the same as what its issuer shows at its own address.")
    if shown.get("id") != address or issuer_id(shown) != issuer_id(document) or not genuine(shown):
        return fails(Name.COPY, "Its issuer shows something else at its own address.")
    mine, theirs = moment(document.get("validFrom")), moment(shown.get("validFrom"))
    if mine is not None and theirs is not None and theirs > mine:
        if kind_of(document) is Kind.RECORD:
            return unknown(Name.COPY, f"There is a newer one, of {day(theirs)}, at {address}")
        words = f"Its issuer has replaced it: the one that counts is of {day(theirs)}, at {address}"
        return fails(Name.COPY, words)
    if mine is not None and theirs is not None and theirs < mine:
        return holds(Name.COPY, "It is newer than what its issuer shows at its own address.")
    return fails(Name.COPY, "Its issuer shows another one of the same day at its own address.")

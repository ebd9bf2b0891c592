"""Verify a document: the one call for issuing, for the site's build and for what comes from elsewhere."""

from __future__ import annotations

from dataclasses import replace

from proofolio.adapters.verifying.proving import prover
from proofolio.adapters.verifying.reading import open_bytes
from proofolio.adapters.verifying.world import Sources
from proofolio.core.verifying.verification import Verification
from proofolio.core.verifying.verify import verify
from proofolio.core.verifying.world import NOTHING_SAID, Expectation


def verify_document(document: object, world: Sources, expected: Expectation = NOTHING_SAID) -> Verification:
    """Every check on a document that was read already. Never raises for what is in it.

    ``expected`` is what the credential is said to be besides: whose folder it lies in, which address.
    """
    return verify(document, world, prover(world.home), expected)


def verify_bytes(data: bytes, world: Sources, expected: Expectation = NOTHING_SAID) -> Verification:
    """The same for a file's bytes: JSON, or a PNG or SVG with a credential inside."""
    opened = open_bytes(data)
    if opened.refused is not None:
        return opened.refused
    found = verify_document(opened.document, world, expected)
    return replace(found, checks=(*opened.checks, *found.checks))

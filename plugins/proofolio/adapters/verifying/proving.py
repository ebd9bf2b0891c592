"""Checking a signature for the core, whatever the document holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from proofolio.adapters.signing.faults import faults
from proofolio.adapters.signing.proof import proof_trouble
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.verifying.issuer import issuer_id
from proofolio.core.verifying.proving import Proof, Prover


def prover(home: str | None) -> Prover:
    """A prover that is as strict as can be with documents of the issuer ``home``.

    Other issuers describe things in two places, which is no fault of the credential.
    """

    def prove(document: Mapping[str, Any], keys: Mapping[str, str]) -> Proof:
        lenient = issuer_id(document) != home
        try:
            found = tuple(str(each) for each in faults(document, lenient=lenient))
            return Proof(found, proof_trouble(document, keys, lenient=lenient))
        except ProofolioError as error:
            return Proof(undone=error.message)
        except Exception as error:  # a document made to trip a library must not trip the verifier
            return Proof(undone=f"the document confuses the program that reads it ({type(error).__name__})")

    return prove

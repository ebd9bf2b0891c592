"""Is it whole as it was signed, and was it signed with the issuer's own key?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from proofolio.core.verifying.check import Check, Name, fails, holds, unknown
from proofolio.core.verifying.proving import Proof

TYPE = "DataIntegrityProof"
SUITE = "eddsa-rdfc-2022"
_OTHERS = (
    "ecdsa-rdfc-2019",
    "ecdsa-jcs-2019",
    "ecdsa-sd-2023",
    "eddsa-jcs-2022",
    "eddsa-2022",
    "bbs-2023",
)
_OTHER_TYPES = ("Ed25519Signature2018", "Ed25519Signature2020", "JsonWebSignature2020")


def the_proof(document: Mapping[str, Any]) -> Mapping[str, Any] | Check:
    """The one proof that a document carries, of the kind that can be checked; else what is wrong."""
    carried = document.get("proof")
    proofs = carried if isinstance(carried, list) else [carried]
    if carried is None or not proofs:
        return fails(Name.SIGNATURE, "It is not signed at all.")
    if len(proofs) > 1:
        return fails(Name.SIGNATURE, f"It carries {len(proofs)} signatures; one is wanted.")
    proof = proofs[0]
    if not isinstance(proof, Mapping):
        return fails(Name.SIGNATURE, "What stands in place of its signature is none.")
    kind, suite = proof.get("type"), proof.get("cryptosuite")
    if (kind == TYPE and suite in _OTHERS) or kind in _OTHER_TYPES:
        words = f"It is signed in a way that cannot be checked here ({suite if kind == TYPE else kind})."
        return unknown(Name.SIGNATURE, words)
    if kind != TYPE or suite != SUITE:
        return fails(Name.SIGNATURE, "Its signature is of no kind that the standard knows.")
    if proof.get("proofPurpose") != "assertionMethod":
        return fails(Name.SIGNATURE, "Its signature was made for another purpose.")
    return proof


def key(proof: Mapping[str, Any], issuer: str | None, keys: Mapping[str, str] | None) -> Check:
    """Whether the signature names a key that the issuer publishes for this purpose."""
    method = proof.get("verificationMethod")
    if not isinstance(method, str):
        return fails(Name.KEY, "Its signature does not say with which key it was made.")
    if issuer is None or method.partition("#")[0] != issuer:
        return fails(Name.KEY, "It is signed with a key of somebody other than its issuer.")
    if keys is None:
        return unknown(Name.KEY, "The issuer's keys are not known here.")
    if method not in keys:
        return fails(
            Name.KEY, "It is signed with a key that the issuer does not (or no longer) list as its own."
        )
    return holds(Name.KEY, "The key is one that the issuer lists as its own.")


def signature(proof: Proof) -> Check:
    """Whether the signature holds; asked only where the key is known."""
    if proof.undone is not None:
        return unknown(Name.SIGNATURE, f"The signature could not be checked: {proof.undone}.")
    if proof.trouble is not None:
        return fails(Name.SIGNATURE, f"The signature does not hold: {proof.trouble}.")
    return holds(Name.SIGNATURE, "It is word for word what was signed.")


def nothing_unsigned(proof: Proof) -> Check:
    """Whether the signature covers every word."""
    if proof.undone is not None:
        return unknown(Name.NOTHING_UNSIGNED, f"It could not be looked through: {proof.undone}.")
    if not proof.unsigned:
        return holds(Name.NOTHING_UNSIGNED, "The signature covers every word of it.")
    shown = "; ".join(proof.unsigned[:3])
    more = f"; and {len(proof.unsigned) - 3} more" if len(proof.unsigned) > 3 else ""
    return fails(Name.NOTHING_UNSIGNED, f"It holds what no signature covers: {shown}{more}.")

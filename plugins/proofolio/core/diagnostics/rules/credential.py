"""Rules about the ledger's credentials."""

from __future__ import annotations

from proofolio.core.diagnostics.rule import Rule

UNKNOWN_ACHIEVEMENT = Rule(
    "unknown-achievement",
    "A credential for something that is not defined",
    "Neither a micro-credential nor a pathway has this id, so nobody can look up what was earned.",
    "Restore the definition, or the file's name. Credentials stay valid when a rubric changes, so "
    "definitions are kept.",
)
CREDENTIAL_WITHOUT_PROOF = Rule(
    "credential-without-proof",
    "A credential without a signature",
    "Anybody could have written it.",
    "Restore the file from Git; credentials are written only by the organisation's signing step.",
)
CREDENTIAL_DATES = Rule(
    "credential-dates",
    "A credential that ends before it begins",
    "It would never have been valid.",
    "Restore the file from Git; credentials are never edited by hand.",
)

RULES = tuple(value for value in list(globals().values()) if isinstance(value, Rule))

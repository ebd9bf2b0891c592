"""Rules about the ledger's credentials."""

from __future__ import annotations

from proofolio.core.diagnostics.rule import Rule, Severity

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

CREDENTIAL_FOR_ANOTHER = Rule(
    "credential-for-another",
    "A credential for somebody else",
    "It says that another person earned this, so in this portfolio it proves nothing.",
    "Move the file back to the portfolio of the person whom it names.",
)
CREDENTIAL_FROM_ANOTHER = Rule(
    "credential-from-another",
    "A credential from somebody else in the ledger",
    "The ledger holds what this organisation issued. What others issued counts too, but not as our own.",
    "Put it into credentials/external/, beside the record of its check; proofolio import-portfolio does so.",
)
CREDENTIAL_SIGNATURE = Rule(
    "credential-signature",
    "A signature that does not hold",
    "The document was changed after it was signed, or it was not signed with a key of this organisation. It"
    " is not published and counts for nothing.",
    "Restore the file from Git. If a key was taken out of competencies/issuer/did.json on purpose, issue the"
    " credential again with proofolio issue --again.",
)
FOREIGN_KEYS = Rule(
    "foreign-keys",
    "The keys are those of another issuer",
    "The issuer's name follows from the address in competencies/issuer.yml. Verifiers look for the keys there"
    " and would not find these.",
    "Correct url in competencies/issuer.yml, or restore competencies/issuer/did.json. If the keys came with"
    " another organisation's files, such as the demo's, delete competencies/issuer and run proofolio keys"
    " new. An issuer that has issued credentials keeps its address for ever.",
)
PRIVATE_KEY = Rule(
    "private-key",
    "A private key lies in the repository",
    "Whoever can read it can issue credentials in your name, and Git keeps it even when the file is deleted.",
    "Take it out of use at once: proofolio keys rotate makes a new one. Then remove the file, and keep keys"
    " in the forge's secrets only.",
)
UNKNOWN_CREDENTIAL = Rule(
    "unknown-credential",
    "A revocation of something that was not issued",
    "It ends no credential: most likely a letter of the address is wrong, and what was meant still holds.",
    "Write the credential's id as its JSON has it; proofolio revoke writes the file for you.",
)
REVOCATION_DATE = Rule(
    "revocation-date",
    "A revocation with a day that is still to come",
    "A revocation counts from the moment when it is in the repository, so another day would mislead.",
    "Name the file by today's date.",
)
STATUS_LIST_BEHIND = Rule(
    "status-list-behind",
    "The signed list does not say what the revocations say",
    "Verifiers elsewhere read the list, not your files. Until it is signed again they go by its last state.",
    "Wait, if the publishing workflow has the key: it signs the list. Otherwise run proofolio revoke with"
    " --key once more.",
    Severity.WARNING,
)

RULES = tuple(value for value in list(globals().values()) if isinstance(value, Rule))

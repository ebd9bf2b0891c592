"""Credentials of the ledger: for something defined, signed, and with a span of time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from proofolio.core.checking.reference import excused, hint_for
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules.credential import (
    CREDENTIAL_DATES,
    CREDENTIAL_FOR_ANOTHER,
    CREDENTIAL_FROM_ANOTHER,
    CREDENTIAL_WITHOUT_PROOF,
    UNKNOWN_ACHIEVEMENT,
)
from proofolio.core.model.address import of_person, on_web
from proofolio.core.model.credential import Credential
from proofolio.core.model.district import District

CREDENTIAL_KINDS = ("micro-credential", "pathway")


def check_credential(district: District, credential: Credential) -> Iterator[Finding]:
    """One credential. Whether its signature holds is for another command."""
    name, where = credential.achievement, Pointer(credential.source.file)
    known = {*district.micro_credentials, *district.pathways}
    if name not in known and not any(excused(district, kind, name) for kind in CREDENTIAL_KINDS):
        message = f"there is neither a micro-credential nor a pathway '{name}'"
        yield Finding(UNKNOWN_ACHIEVEMENT, message, where, hint_for(name, known))
    if not credential.signed:
        message = f"the credential '{name}' carries no signature"
        yield Finding(CREDENTIAL_WITHOUT_PROOF, message, where, "restore the file from Git")
    yield from _whose(district, credential)
    if credential.valid_until is not None and credential.valid_until < credential.valid_from:
        message = f"valid until {credential.valid_until}, but only from {credential.valid_from}"
        place = credential.source.down("validUntil")
        yield Finding(CREDENTIAL_DATES, message, place, "restore the file from Git")


def _whose(district: District, credential: Credential) -> Iterator[Finding]:
    """Whether it is for the person in whose portfolio it lies, and from this organisation."""
    subject = credential.document.get("credentialSubject")
    named = subject.get("id") if isinstance(subject, Mapping) else None
    # Whose folder it is, is told once for somebody who is not on the roster.
    if district.issuer is not None and named is not None and credential.person in district.people:
        own = on_web(district.issuer.url, of_person(credential.person))
        if named != own:
            message = f"it is for {named}, and this portfolio's page is {own}"
            where = credential.source.down("credentialSubject", "id")
            yield Finding(CREDENTIAL_FOR_ANOTHER, message, where)
    issuer = credential.document.get("issuer")
    by = issuer.get("id") if isinstance(issuer, Mapping) else issuer
    if district.keys is not None and by != district.keys.did:
        message = f"it was issued by {by}, and the keys here are those of {district.keys.did}"
        yield Finding(CREDENTIAL_FROM_ANOTHER, message, credential.source.down("issuer"))

"""Credentials of the ledger: for something defined, signed, and with a span of time."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.checking.reference import excused, hint_for
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules.credential import (
    CREDENTIAL_DATES,
    CREDENTIAL_WITHOUT_PROOF,
    UNKNOWN_ACHIEVEMENT,
)
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
    if credential.valid_until is not None and credential.valid_until < credential.valid_from:
        message = f"valid until {credential.valid_until}, but only from {credential.valid_from}"
        place = credential.source.down("validUntil")
        yield Finding(CREDENTIAL_DATES, message, place, "restore the file from Git")

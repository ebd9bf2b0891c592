"""The ledger's files: credentials, learner records, the issuer's keys, and what was revoked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from proofolio.adapters.files.documents.credential import CredentialDocument
from proofolio.adapters.files.documents.issuing import (
    KeysDocument,
    RevocationDocument,
    SignedDocument,
    VerifiedDocument,
)
from proofolio.adapters.files.places import Kind, dated, is_id
from proofolio.adapters.files.shelf import Shelf, bad_name
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules import reading
from proofolio.core.model.credential import Credential
from proofolio.core.model.did import IssuerKeys
from proofolio.core.model.external import ExternalCredential
from proofolio.core.model.revocation import Revocation

Issuing = tuple[IssuerKeys | None, Mapping[str, Any] | None, dict[str, Revocation]]


def load_issuing(shelf: Shelf) -> Issuing:
    """The issuer's keys, its signed status list, and the revocations by the credential's id."""
    return _keys(shelf), _status_list(shelf), _revocations(shelf)


def load_credentials(shelf: Shelf, person: str) -> dict[str, Credential]:
    """A person's credentials by file name."""
    found = {}
    for (name,), file in shelf.by_person[Kind.CREDENTIAL, person].items():
        document = shelf.document(file, CredentialDocument)
        if document:
            found[name] = document[0].model(person, name, document[1].data, Pointer(file.path))
    return found


def load_record(shelf: Shelf, person: str) -> Mapping[str, Any] | None:
    """A person's learner record."""
    file = shelf.by_kind[Kind.LEARNER_RECORD].get((person,))
    document = shelf.document(file, SignedDocument) if file else None
    return document[1].data if document else None


def load_external(shelf: Shelf, person: str) -> dict[str, ExternalCredential]:
    """What other issuers gave to a person, by slug, each with the record of its check."""
    notes = {}
    for (slug,), file in shelf.by_person[Kind.EXTERNAL_RECORD, person].items():
        note = shelf.document(file, VerifiedDocument)
        if note:
            notes[slug] = note[0].model()
    found = {}
    for (slug,), file in shelf.by_person[Kind.EXTERNAL, person].items():
        document = shelf.document(file, SignedDocument)
        if document:
            found[slug] = ExternalCredential(
                person, slug, document[1].data, notes.get(slug), Pointer(file.path)
            )
    return found


def _keys(shelf: Shelf) -> IssuerKeys | None:
    for file in shelf.by_kind[Kind.KEYS].values():
        found = shelf.document(file, KeysDocument)
        trouble = found[0].trouble() if found else None
        if trouble is not None:
            shelf.findings.append(Finding(reading.BAD_KEY_DOCUMENT, trouble, Pointer(file.path)))
            shelf.broken_paths.add(file.path)
        elif found:
            return found[0].model(Pointer(file.path))
    return None


def _status_list(shelf: Shelf) -> Mapping[str, Any] | None:
    for file in shelf.by_kind[Kind.STATUS_LIST].values():
        found = shelf.document(file, SignedDocument)
        if found:
            return found[1].data
    return None


def _revocations(shelf: Shelf) -> dict[str, Revocation]:
    found: dict[str, Revocation] = {}
    for (name,), file in shelf.by_kind[Kind.REVOCATION].items():
        when = dated(name)
        if when is None or when[1] is None or not is_id(when[1]):
            bad_name(shelf, file, "<date>-<words>.yml, for example 2026-10-05-issued-twice.yml")
            continue
        document = shelf.document(file, RevocationDocument)
        if document:
            made = document[0].model(when[0], Pointer(file.path))
            first = found.get(made.credential)
            if first is None or made.on < first.on:
                found[made.credential] = made
    return found

"""What the issuer keeps: its keys, the revocations, and the signed list of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from proofolio.core.diagnostics.finding import PORTFOLIOS, Finding
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules.credential import (
    FOREIGN_KEYS,
    REVOCATION_DATE,
    STATUS_LIST_BEHIND,
    UNKNOWN_CREDENTIAL,
)
from proofolio.core.diagnostics.suggestion import did_you_mean
from proofolio.core.model.address import STATUS_LIST
from proofolio.core.model.credential import Credential
from proofolio.core.model.did import did_of
from proofolio.core.model.district import District
from proofolio.core.model.status_list import decode, is_set

_STATUS_LIST_FILE = f"competencies/{STATUS_LIST}"


def check_issuing(district: District, today: date | None) -> Iterator[Finding]:
    """Keys and revocations. Whether signatures hold is for where there is a way to compute it."""
    keys, issuer = district.keys, district.issuer
    if keys is not None and issuer is not None and keys.did != did_of(issuer.url):
        message = f"these are the keys of {keys.did}, and the issuer is {did_of(issuer.url)}"
        yield Finding(FOREIGN_KEYS, message, Pointer(keys.source.file).down("id"))
    issued = {each.id: each for each in _ledger(district)}
    for revocation in district.revocations.values():
        if today is not None and revocation.on > today:
            message = f"{revocation.on.isoformat()} is still to come"
            yield Finding(REVOCATION_DATE, message, Pointer(revocation.source.file))
        if revocation.credential not in issued and not _is_away(district, revocation.credential):
            message = f"no credential in the ledger has the id {revocation.credential}"
            where = revocation.source.down("credential")
            hint = did_you_mean(revocation.credential, issued)
            yield Finding(UNKNOWN_CREDENTIAL, message, where, hint)
    yield from _check_list(district, issued)


def _ledger(district: District) -> Iterator[Credential]:
    for portfolio in district.portfolios.values():
        yield from portfolio.credentials.values()


def _is_away(district: District, credential: str) -> bool:
    """Whether it may have been issued all the same: its owner's folder is gone, or some cannot be read.

    What cannot be read has a finding of its own. Who has left took the folder along; the revocation stays.
    """
    person = credential.partition(f"/{PORTFOLIOS}/")[2].partition("/")[0]
    left = person not in district.portfolios and did_you_mean(person, district.portfolios) is None
    if not district.portfolios or (person and left):
        return True
    every = (file for portfolio in district.portfolios.values() for file in portfolio.broken)
    refused = district.broken.get("file", frozenset())
    return any("/credentials/" in file for file in (*every, *refused))


def _check_list(district: District, issued: Mapping[str, Credential]) -> Iterator[Finding]:
    known = {each.status_index: each for each in issued.values() if each.status_index is not None}
    wanted = {index for index, each in known.items() if each.id in district.revocations}
    if district.status_list is None:
        if wanted and district.keys is not None:
            message = "credentials are revoked, and there is no signed list that says so yet"
            yield Finding(STATUS_LIST_BEHIND, message, Pointer(_STATUS_LIST_FILE))
        return
    subject = district.status_list.get("credentialSubject")
    encoded = subject.get("encodedList") if isinstance(subject, Mapping) else None
    bits = decode(encoded) if isinstance(encoded, str) else None
    if bits is None:
        yield Finding(STATUS_LIST_BEHIND, "the list cannot be read", Pointer(_STATUS_LIST_FILE))
        return
    for index, each in sorted(known.items()):
        if bool(is_set(bits, index)) != (index in wanted):
            says = "still says that it holds" if index in wanted else "says that it is revoked"
            message = f"the list {says}: {each.id}"
            yield Finding(STATUS_LIST_BEHIND, message, Pointer(_STATUS_LIST_FILE))

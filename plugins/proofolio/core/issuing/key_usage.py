"""Which of the issuer's keys signed what: before a key goes, one must know what would go with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from proofolio.core.model.address import STATUS_LIST
from proofolio.core.model.district import District

LIST = f"competencies/{STATUS_LIST}"
"""Where the repository keeps the status list."""


@dataclass(frozen=True, slots=True)
class Signed:
    """A file of the ledger and the public key (multibase) that its first proof names; "" for none.

    ``person`` and ``achievement`` say what to issue again; they are None for what is derived (the
    status list, learner records).
    """

    path: str
    key: str
    person: str | None = None
    achievement: str | None = None


def usage(district: District) -> tuple[Signed, ...]:
    """Everything that the issuer signed, in the ledger's order; the status list comes first."""
    return tuple(_usage(district))


def key_of(document: Mapping[str, Any]) -> str:
    """The public key that a document's proof names: what follows the # of its method; "" for none."""
    proofs = document.get("proof")
    first = proofs[0] if isinstance(proofs, list) and proofs else proofs
    method = first.get("verificationMethod") if isinstance(first, Mapping) else None
    return method.rpartition("#")[2] if isinstance(method, str) else ""


def _usage(district: District) -> Iterator[Signed]:
    if district.status_list is not None:
        yield Signed(LIST, key_of(district.status_list))
    for person, portfolio in district.portfolios.items():
        for each in portfolio.credentials.values():
            yield Signed(each.source.file, key_of(each.document), person, each.achievement)
        if portfolio.record is not None:
            yield Signed(f"portfolios/{person}/credentials/record.clr.json", key_of(portfolio.record))

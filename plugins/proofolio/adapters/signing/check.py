"""Findings about signatures: the one thing about the ledger that needs more than reading it."""

from __future__ import annotations

from collections.abc import Container, Iterator

from proofolio.adapters.files.tree import Tree
from proofolio.adapters.signing.holding import by_method, look_through, trouble
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules.credential import CREDENTIAL_SIGNATURE
from proofolio.core.model.address import STATUS_LIST
from proofolio.core.model.credential import Credential
from proofolio.core.model.district import District

STATUS_FILE = f"competencies/{STATUS_LIST}"


def check_signatures(
    district: District, tree: Tree, trusted: Container[str] = frozenset()
) -> tuple[Finding, ...]:
    """Every credential that counts, and the status list. Without keys nothing can be told.

    Files with a blob id among ``trusted`` are passed over.

    What a correction has taken the place of is passed over: its key may be gone with good reason. Learner
    records are derived from the credentials, and looked at where the site is made.
    """
    if district.keys is None:
        return ()
    keys = by_method(district.keys)
    files = [tree.files.get(path) for path in (*_signed(district), STATUS_FILE)]
    there = [
        (each.path, each.data)
        for each in files
        if each is not None and each.data is not None and each.blob not in trusted
    ]
    look_through((data for _, data in there), keys)
    found = []
    for path, data in there:
        why = trouble(data, keys)
        if why is not None:
            found.append(Finding(CREDENTIAL_SIGNATURE, f"the signature does not hold: {why}", Pointer(path)))
    return tuple(found)


def _signed(district: District) -> Iterator[str]:
    for portfolio in district.portfolios.values():
        newest: dict[str, Credential] = {}
        for each in sorted(portfolio.credentials.values(), key=lambda each: each.valid_from):
            if each.signed:
                newest[each.id] = each
        yield from (each.source.file for each in newest.values())

"""Which credentials of other issuers may be shown: those whose proof holds against the recorded key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from proofolio.adapters.files.tree import Tree, open_source
from proofolio.adapters.signing.document import parse
from proofolio.adapters.signing.proof import proof_trouble
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.model.district import District
from proofolio.core.model.external import ExternalCredential
from proofolio.core.publishing.page import Audience, Withheld

Found = tuple[str, Mapping[str, Any] | Withheld]


def check_external(
    district: District, tree: Tree, audience: Audience, faulty: frozenset[str]
) -> Iterator[Found]:
    """Each that an audience could see, by path, with what it says or why it is withheld.

    The network is not asked: the record of its verification says with which key it was signed. One that
    was recorded without a key has nothing to be checked by, and is not told of here.
    """
    for person, portfolio in district.portfolios.items():
        for each in portfolio.external.values() if audience.sees(portfolio.visibility) else ():
            path = each.source.file
            if path not in faulty and (keys := _keys(each)):
                trouble, document = _judge(_bytes(tree, path), keys)
                told = f"the signature does not hold: {trouble}"
                yield path, document if trouble is None else Withheld(path, person, told)


def _keys(each: ExternalCredential) -> tuple[str, str] | None:
    noted = each.verified
    return (noted.method, noted.by_key) if noted and noted.method and noted.by_key else None


def _bytes(tree: Tree, path: str) -> bytes:
    file = tree.files.get(path)
    try:
        return file.data if file is not None and file.data is not None else open_source(tree.root, path)
    except OSError:
        return b""


@lru_cache(maxsize=5_000)
def _judge(data: bytes, key: tuple[str, str]) -> tuple[str | None, Mapping[str, Any]]:
    try:
        document = parse(data)
        return proof_trouble(document, dict([key]), lenient=True), document
    except ProofolioError as error:
        return error.message, {}
    except (ValueError, RecursionError):
        return "it is not a document that can be read", {}

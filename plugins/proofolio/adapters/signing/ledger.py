"""Writing what is signed: credentials once and never again, lists and records anew when they change."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from proofolio.adapters.files.kept import refuse_links
from proofolio.adapters.files.write import write_new, write_over
from proofolio.adapters.signing.belongs import require_issuer_key
from proofolio.adapters.signing.key import SigningKey
from proofolio.adapters.signing.proof import proof_trouble, signed
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.model.did import IssuerKeys


@dataclass(frozen=True, slots=True)
class Pen:
    """A key that is the issuer's own, and the id under which its signatures are found to hold.

    ``known`` are all of the issuer's keys by their ids: what is signed may hold what an older one signed.
    """

    key: SigningKey
    method: str
    known: Mapping[str, str]

    @classmethod
    def of(cls, key: SigningKey, keys: IssuerKeys | None) -> Pen:
        """The pen for a key. Raises ProofolioError when the key does not belong to the issuer."""
        method = require_issuer_key(key, keys)
        every = keys.keys if keys is not None else ()
        return cls(key, method, {each.id_under(method.partition("#")[0]): each.multibase for each in every})

    def sign(self, document: Mapping[str, Any]) -> dict[str, Any]:
        """The document with a proof from the moment from which it is valid, so that it can be repeated.

        It is verified before it is handed out. Raises ProofolioError when it cannot be signed.
        """
        made = signed(document, self.key, self.method, document["validFrom"])
        trouble = proof_trouble(made, self.known)
        if trouble is not None:
            raise ProofolioError(f"the new signature does not hold: {trouble}", "nothing was written")
        return made


def text_of(document: Mapping[str, Any]) -> str:
    """A signed document as its file holds it."""
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def write_once(root: Path, path: str, document: Mapping[str, Any]) -> None:
    """Write a credential where nothing is yet. Raises ProofolioError when something is."""
    refuse_links(root, path)
    write_new(root, path, text_of(document))


def write_anew(root: Path, path: str, document: Mapping[str, Any]) -> None:
    """Write what is derived (a status list, a learner record) in the place of its earlier state."""
    refuse_links(root, path)
    write_over(root, path, text_of(document))

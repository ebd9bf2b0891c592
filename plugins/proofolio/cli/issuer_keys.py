"""The issuer and its keys, for the commands that work on them."""

from __future__ import annotations

from pathlib import Path

from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.model.address import DID
from proofolio.core.model.did import IssuerKeys, did_of
from proofolio.core.model.district import District
from proofolio.core.model.issuer import Issuer

DID_FILE = f"competencies/{DID}"
"""Where the repository keeps the public keys."""
KEY_HELP = "A signing key: env:NAME or file:PATH."


def issuer_of(district: District, home: Path) -> Issuer:
    """Who issues. Raises ProofolioError when that cannot be read, or its address is not one for good."""
    if district.issuer is None:
        raise ProofolioError(
            "competencies/issuer.yml cannot be read",
            f"it says who issues; proofolio check --root {home} says more",
        )
    if not district.issuer.url.startswith("https://"):
        raise ProofolioError(
            f"the site's address ({district.issuer.url}) does not begin with https://",
            "write the address under which the site will stay into competencies/issuer.yml",
        )
    return district.issuer


def keys_of(district: District, issuer: Issuer) -> IssuerKeys:
    """The issuer's keys. Raises ProofolioError when it has none, or they are for another address."""
    found = district.keys
    if found is None:
        raise ProofolioError(
            f"{DID_FILE} is missing or cannot be read",
            "restore it from Git, or make the first key with proofolio keys new --to FILE",
        )
    if found.did != did_of(issuer.url):
        raise ProofolioError(
            f"{DID_FILE} is for {found.did}, and the site's address is {issuer.url}",
            "set url in competencies/issuer.yml back to the address that the keys were made for",
        )
    return found

"""What lies where in a package, and the provenance that tells where it comes from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from proofolio import __version__
from proofolio.core.model.did import did_of
from proofolio.core.model.district import District

README = "README.md"
PROVENANCE = "provenance.json"
REPOSITORY = "repository.bundle"
PORTFOLIO = "portfolio"
DEFINITIONS = "definitions"
CREDENTIALS = "credentials"
ISSUER = "issuer"
SITE = "site"
RECORD = "record.json"
TABLES = "record"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Party:
    """A person (``url`` and ``did`` are empty) or an organisation, by the id it has at home."""

    id: str
    name: str
    url: str = ""
    did: str = ""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a package comes from.

    Attributes:
        person: whose portfolio it is.
        issuer: the organisation that it leaves.
        exported: the ISO day.
        head: the commit of the organisation's repository that it was taken from; "" without Git.
        history: the last commit of the folder's own history in the package; "" without Git.
        commits: the original commit of each of the package's.
        software: what made it.
    """

    person: Party
    issuer: Party
    exported: str
    head: str = ""
    history: str = ""
    commits: Mapping[str, str] = field(default_factory=dict)
    software: str = f"Proofolio {__version__}"

    def text(self) -> str:
        """The provenance as JSON."""
        told = {
            key: {name: each for name, each in value.items() if each} if isinstance(value, dict) else value
            for key, value in asdict(self).items()
            if value
        }
        return json.dumps({"format": FORMAT, **told}, ensure_ascii=False, indent=1) + "\n"


def parties(district: District, person: str) -> tuple[Party, Party]:
    """The person and the organisation, as the district knows them."""
    issuer = district.issuer
    owner = Party(person, district.name_of(person))
    if issuer is None:
        return owner, Party("unknown", "An organisation without a name")
    return owner, Party(issuer.id, issuer.name, issuer.url, did_of(issuer.url))

"""A clone of the demo in which its organisation has one more key, made in memory for one test."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import Result
from tests.doors.forge import Clone, run

from proofolio.adapters.signing.key import SigningKey
from proofolio.core.model.did import IssuerKey

KEY = "env:SIGNING_KEY"
DID_FILE = "competencies/issuer/did.json"
Json = dict[str, Any]


@dataclass
class Office:
    """The clone, and the key."""

    clone: Clone
    key: SigningKey

    @property
    def root(self) -> Path:
        """The clone's folder."""
        return self.clone.folder

    def run(self, *arguments: str) -> Result:
        """A command in the clone."""
        return run(self.root, *arguments)

    def json(self, path: str) -> Json:
        """A document of the clone."""
        found: Json = json.loads((self.root / path).read_text(encoding="utf-8"))
        return found

    @property
    def keys(self) -> dict[str, str]:
        """The published keys by their ids."""
        methods = self.json(DID_FILE)["verificationMethod"]
        return {each["id"]: each["publicKeyMultibase"] for each in methods}

    def changed(self) -> list[str]:
        """What is not committed."""
        lines = self.clone.git("status", "--porcelain", "--untracked-files=all").splitlines()
        return sorted(each.split()[-1] for each in lines)


def office(folder: Path) -> Office:
    """Publish one more key in a clone."""
    clone, key = Clone(folder), SigningKey.new()
    document = json.loads((folder / DID_FILE).read_text(encoding="utf-8"))
    method = IssuerKey(key.multibase).id_under(document["id"])
    document["verificationMethod"].append(
        {
            "id": method,
            "type": "Multikey",
            "controller": document["id"],
            "publicKeyMultibase": key.multibase,
        }
    )
    document["assertionMethod"].append(method)
    clone.commit("One more key", **{DID_FILE: json.dumps(document, indent=2)})
    return Office(clone, key)

"""The repository at hand: what will lie at its issuer's addresses once the site is built."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from proofolio.adapters.verifying.folder import DiskFolder
from proofolio.adapters.verifying.reading import read_json
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.model.address import DID, STATUS_LIST, of_person, on_web
from proofolio.core.model.did import did_of
from proofolio.core.model.district import District
from proofolio.core.verifying.evidence import FACTS
from proofolio.core.verifying.moment import moment
from proofolio.core.verifying.world import Fetched, Reach

KEPT = "competencies"
"""The folder in which ``issuer/did.json`` and ``issuer/revocations.json`` are kept."""
ORIGIN = "this repository"
_STEP = r"[a-z0-9][a-z0-9-]*"
_CREDENTIAL = re.compile(rf"portfolios/(?P<person>{_STEP})/credentials/[a-z0-9][a-z0-9.-]*\.json")
_EVIDENCE = re.compile(rf"portfolios/(?P<person>{_STEP})/(?P<slug>{_STEP})/{re.escape(FACTS)}")

Read = Callable[[str], bytes | None]


class Repository:
    """A repository's files in the places of the site.

    ``documents``, by address, stand for files that are about to be written.
    """

    def __init__(
        self,
        district: District,
        read: Read,
        documents: Mapping[str, Any] | None = None,
    ) -> None:
        self._district = district
        self._read = read
        self._documents = documents or {}
        self.site = district.issuer.url.rstrip("/") if district.issuer else None
        self.did = did_of(self.site) if self.site else None

    def fetch(self, address: str) -> Fetched | None:
        """What will lie at an address of this repository's site."""
        if address in self._documents:
            return Fetched(Reach.THERE, self._documents[address], origin=ORIGIN)
        if self.site is None or not address.startswith(f"{self.site}/"):
            return None
        path = address.removeprefix(f"{self.site}/")
        if path in (DID, STATUS_LIST):
            return self._file(f"{KEPT}/{path}")
        if found := _CREDENTIAL.fullmatch(path):
            return self._credential(address, path, found["person"])
        if found := _EVIDENCE.fullmatch(path):
            return self._facts(found["person"], found["slug"])
        return None

    def _file(self, path: str) -> Fetched:
        data = self._read(path)
        if data is None:
            return Fetched(Reach.ABSENT, why=f"there is no {path} in this repository")
        try:
            return Fetched(Reach.THERE, read_json(data), origin=ORIGIN)
        except ProofolioError as error:
            return Fetched(Reach.BROKEN, why=error.message)

    def _credential(self, address: str, path: str, person: str) -> Fetched:
        """Of a credential and its corrections, the newest is the one that is served."""
        portfolio = self._district.portfolios.get(person)
        prefix = f"portfolios/{person}/credentials/"
        beside = {path}
        for each in portfolio.credentials.values() if portfolio else ():
            if each.id == address and each.source.file.startswith(prefix):
                beside.add(each.source.file)
        found = [self._file(each) for each in sorted(beside)]
        same = [each for each in found if each.reach is Reach.THERE and each.document.get("id") == address]
        if same:
            return max(same, key=lambda each: _since(each.document))
        return next((each for each in found if each.reach is not Reach.ABSENT), found[0])

    def _facts(self, person: str, slug: str) -> Fetched:
        submission = self._district.submission((person, slug))
        if submission is None:
            return Fetched(Reach.ABSENT)
        return Fetched(Reach.THERE, {"digest": submission.digest}, origin=ORIGIN)

    def reviewed_work(self, subject: str, digest: str) -> bool | None:
        """Whether work of this person lies here in this state, public or not."""
        for person, portfolio in self._district.portfolios.items():
            if self.site is not None and on_web(self.site, of_person(person)) == subject:
                return any(each.digest == digest for each in portfolio.submissions.values())
        return None

    def revocation(self, credential: str) -> str | None:
        """What ``competencies/issuer/revocations/`` says of a credential of this issuer."""
        found = self._district.revocations.get(credential)
        ours = self.site is not None and credential.startswith(f"{self.site}/")
        return found.reason if found and ours else None


def at_hand(district: District, root: Path, documents: Mapping[str, Any] | None = None) -> Repository:
    """The repository whose work tree is at ``root``."""
    return Repository(district, DiskFolder(root).read, documents)


def _since(document: Mapping[str, Any]) -> float:
    when = moment(document.get("validFrom"))
    return when.timestamp() if when else float("-inf")

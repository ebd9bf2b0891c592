"""A built site, or an exported package: what lies at an issuer's addresses, as files."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from proofolio.adapters.verifying.folder import Folder
from proofolio.adapters.verifying.reading import read_json
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.model.address import DID
from proofolio.core.verifying.issuer import did_address
from proofolio.core.verifying.world import Fetched, Reach


class Site:
    """The folder of a site. Its address follows from the identifier in its ``issuer/did.json``.

    ``packed`` is for an exported package: it holds one person's credentials in ``credentials/``, and
    not the rest of the site.
    """

    def __init__(self, folder: Folder, name: str, packed: bool = False) -> None:
        self.folder = folder
        self._name = name
        self.packed = packed
        data = folder.read(DID)
        if data is None:
            raise ProofolioError(
                f"there is no {DID} in {name}",
                "name the folder into which the site was built, or a package that export-portfolio made",
            )
        did = read_json(data).get("id")
        address = did_address(did) if isinstance(did, str) else None
        if address is None or not address.endswith(f"/{DID}"):
            raise ProofolioError(f"{DID} in {name} does not name an issuer with a site (did:web:…:issuer)")
        self.did = str(did)
        self.address = address.removesuffix(DID)

    def fetch(self, address: str) -> Fetched | None:
        """What lies at an address of this site."""
        path = self.path_of(address)
        if path is None:
            return None
        data = self.folder.read(path)
        if data is None and self.packed:
            data = (
                self.folder.read(f"credentials/{path.rpartition('/')[2]}")
                if "/credentials/" in path
                else None
            )
            if data is None:
                return Fetched(Reach.UNREACHED, why=f"{self._name} does not hold it")
        if data is None:
            return Fetched(Reach.ABSENT, why=f"there is no {path} in {self._name}")
        try:
            return Fetched(Reach.THERE, read_json(data), origin=self._name)
        except ProofolioError as error:
            return Fetched(Reach.BROKEN, why=error.message)

    def path_of(self, address: str) -> str | None:
        """The file that is served at an address; None for another site's."""
        try:
            parts = urlsplit(address)
            own = urlsplit(self.address)
        except ValueError:
            return None
        ours = (parts.scheme, parts.netloc.lower()) == (own.scheme, own.netloc.lower())
        if not ours or parts.query or not parts.path.startswith(own.path):
            return None
        return unquote(parts.path.removeprefix(own.path))

    def reviewed_work(self, subject: str, digest: str) -> bool | None:
        """A site shows only what is public."""
        return None

    def revocation(self, credential: str) -> str | None:
        """A site's word about that is its list."""
        return None

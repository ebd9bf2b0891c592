"""What a command's words stand for: the documents to verify, and what each is said to be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from proofolio.adapters.verifying.folder import DiskFolder, Folder
from proofolio.adapters.verifying.reading import open_bytes
from proofolio.adapters.verifying.site import Site
from proofolio.core.model.address import of_person, on_web
from proofolio.core.verifying.kind import Kind, kind_of
from proofolio.core.verifying.moment import moment
from proofolio.core.verifying.world import Expectation

_LEDGER = re.compile(
    r"portfolios/(?P<person>[a-z0-9][a-z0-9-]*)/credentials/(?P<external>external/)?"
    r"(?P<name>[a-z0-9][a-z0-9.-]*)\.(?P<ending>json|png|svg)"
)
_LATER = re.compile(r".*\.\d{4}-\d\d-\d\d(?:\.clr)?")
_ENDINGS = (".json", ".png", ".svg")
_PREVIEW = ".preview."


@dataclass(frozen=True, slots=True)
class Item:
    """One document to verify. ``replaced_by`` names the file with a later correction of it, in a ledger."""

    name: str
    data: bytes
    expected: Expectation
    replaced_by: str | None = None


def of_ledger(root: Path, person: str, site: str, issuer: str | None) -> list[Item]:
    """Everything in a person's ledger, corrections known as such."""
    prefix = f"portfolios/{person}/credentials"
    found = []
    for path in DiskFolder(root / prefix).paths():
        whole = f"{prefix}/{path}"
        if _LEDGER.fullmatch(whole) and (data := DiskFolder(root).read(whole)) is not None:
            found.append(Item(whole, data, expected_at(whole, site, issuer)))
    return with_corrections(found)


def of_site(site: Site) -> Iterator[Item]:
    """Every credential, image, record and list of a built site or a package."""
    for path in site.folder.paths():
        if not path.endswith(_ENDINGS) or _PREVIEW in path:
            continue
        image = not path.endswith(".json")
        if image and "/credentials/" not in f"/{path}":
            continue
        data = site.folder.read(path)
        if data is None or (not image and b"@context" not in data) or not _is_credential(data, image):
            continue
        yield Item(path, data, expected_at(path, site.address, site.did))


def of_folder(folder: Folder) -> Iterator[Item]:
    """Every document in a folder of which nothing else is known."""
    for path in folder.paths():
        if path.endswith(_ENDINGS) and (data := folder.read(path)) is not None:
            yield Item(path, data, Expectation())


def expected_at(path: str, site: str, issuer: str | None) -> Expectation:
    """What a file in a ledger has to be, by its path alone: whose, by whom, with which address.

    A later file may be a correction, which has the address of what it corrects.
    """
    found = _LEDGER.fullmatch(path)
    address = urljoin(f"{site.rstrip('/')}/", path)
    if found is None:
        return Expectation(issuer=issuer) if path.startswith("issuer/") else Expectation()
    if found["external"]:
        return Expectation()
    fixed = found["ending"] == "json" and not _LATER.fullmatch(found["name"])
    hosted = found["name"].endswith(".ob2")
    return Expectation(
        subject=on_web(site, of_person(found["person"])),
        issuer=issuer,
        place=address if fixed and not hosted else None,
    )


def with_corrections(items: Iterable[Item]) -> list[Item]:
    """The items; of several with one ``id``, all but the newest know what replaced them."""
    items = list(items)
    newest: dict[str, tuple[float, str]] = {}
    stamped = []
    for each in items:
        document = open_bytes(each.data).document if each.name.endswith(".json") else None
        name = document.get("id") if isinstance(document, dict) else None
        when = moment(document.get("validFrom")) if isinstance(document, dict) else None
        stamp = (when.timestamp() if when else 0.0, each.name)
        stamped.append((each, name, stamp))
        if isinstance(name, str):
            newest[name] = max(newest.get(name, stamp), stamp)
    return [
        Item(each.name, each.data, each.expected, newest[name][1])
        if isinstance(name, str) and newest[name][0] > stamp[0]
        else each
        for each, name, stamp in stamped
    ]


def _is_credential(data: bytes, image: bool) -> bool:
    """Whether this is worth a verification: a site holds other JSON and other pictures too."""
    if image:
        return True
    opened = open_bytes(data)
    return opened.refused is not None or kind_of(opened.document) is not Kind.OTHER

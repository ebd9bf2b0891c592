"""From what somebody names on the command line to the documents that are meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from proofolio.adapters.verifying.folder import DiskFolder, Folder, ZipFolder
from proofolio.adapters.verifying.items import Item, expected_at, of_folder, of_ledger, of_site
from proofolio.adapters.verifying.reading import MOST_IMAGE_BYTES
from proofolio.adapters.verifying.repository import Repository
from proofolio.adapters.verifying.site import Site
from proofolio.adapters.verifying.web import Unanswered, Web
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.diagnostics.suggestion import did_you_mean
from proofolio.core.model.address import DID
from proofolio.core.verifying.world import Expectation

PACKAGE = "the package itself"
PACKED = "credentials"
"""The folder at a package's top in which its credentials lie."""
SITE = "the built site"


@dataclass(frozen=True, slots=True)
class Here:
    """What is at hand: a repository with its folder and the people in it, perhaps; the web, perhaps."""

    repository: Repository | None = None
    root: Path | None = None
    people: Sequence[str] = ()
    web: Web | None = None


@dataclass(frozen=True, slots=True)
class Meant:
    """The documents that a word stands for; ``site`` is what they came in, when it answers for them."""

    items: tuple[Item, ...]
    site: Site | None = None


def meant_by(target: str, here: Here, email: str | None = None) -> Meant:
    """The documents that a word stands for. Raises ProofolioError when it stands for none."""
    if "://" in target:
        found = Meant((_from_web(target, here.web),))
    elif Path(target).is_dir():
        found = _folder(Path(target), here)
    elif Path(target).is_file():
        found = _file(Path(target), here)
    else:
        found = Meant(_person(target.rstrip("/"), here))
    return Meant(tuple(_for(each, email) for each in found.items), found.site)


def whole_site(site: Site, email: str | None = None) -> Meant:
    """Everything in a built site or a package."""
    items = tuple(_for(each, email) for each in of_site(site))
    if not items:
        raise ProofolioError("there is no credential in it", "name a credential, a person or a built site")
    return Meant(items, site)


def _for(item: Item, email: str | None) -> Item:
    return item if email is None else replace(item, expected=replace(item.expected, email=email))


def _from_web(target: str, web: Web | None) -> Item:
    """A credential at its address, or at its page's: that is the same without the ending."""
    if web is None:
        raise ProofolioError(f"{target} is on the web, and --offline was said")
    parts = urlsplit(target)
    address = parts._replace(fragment="").geturl()
    if parts.path.endswith("/") and parts.path != "/":
        address = parts._replace(path=f"{parts.path.rstrip('/')}.json", fragment="").geturl()
    try:
        data = web.ask(address)
    except Unanswered as trouble:
        raise ProofolioError(f"{address} cannot be had: {trouble}") from None
    if data is None:
        raise ProofolioError(f"there is nothing at {address}")
    return Item(address, data, Expectation())


def _folder(path: Path, here: Here) -> Meant:
    if here.root is not None and here.repository is not None:
        inside = _below(path, here.root).split("/")
        if inside[0] == "portfolios" and len(inside) in (2, 3) and inside[2:] in ([], ["credentials"]):
            return Meant(_person(inside[1], here))
    folder = DiskFolder(path)
    if folder.read(DID) is not None:
        return _answering(folder)
    items = tuple(of_folder(folder))
    if not items:
        raise ProofolioError(
            f"there is no credential in {path}", "a credential is a .json file, or a badge as .png or .svg"
        )
    return Meant(items)


def _answering(folder: Folder) -> Meant:
    """A site or a package: a package holds its credentials at its top."""
    packed = any(each.startswith(f"{PACKED}/") for each in folder.paths())
    return whole_site(Site(folder, PACKAGE if packed else SITE, packed))


def _file(path: Path, here: Here) -> Meant:
    if path.suffix.lower() == ".zip":
        return _answering(ZipFolder(path))
    if path.stat().st_size > MOST_IMAGE_BYTES:
        raise ProofolioError(f"{path} is far too large for a credential")
    expected = Expectation()
    if here.root is not None and here.repository is not None and here.repository.site is not None:
        expected = expected_at(_below(path, here.root), here.repository.site, here.repository.did)
    return Meant((Item(str(path), path.read_bytes(), expected),), _around(path, here))


def _around(path: Path, here: Here) -> Site | None:
    """The package that a file lies in, outside of any repository."""
    top = DiskFolder(path.resolve().parent.parent)
    if path.resolve().parent.name != PACKED or top.read(DID) is None:
        return None
    if here.root is not None and _below(path, here.root):
        return None
    return Site(top, PACKAGE, packed=True)


def _person(name: str, here: Here) -> tuple[Item, ...]:
    if here.repository is None or here.root is None or here.repository.site is None:
        raise ProofolioError(
            f"there is no file {name}", "a person can be named inside a repository (or with --root)"
        )
    if name not in here.people:
        hint = did_you_mean(name, here.people) or "name a file, an address, a person or a folder"
        raise ProofolioError(f"there is no file, folder or portfolio '{name}'", hint)
    items = of_ledger(here.root, name, here.repository.site, here.repository.did)
    if not items:
        raise ProofolioError(f"{name} has no credentials yet")
    return tuple(items)


def _below(path: Path, root: Path) -> str:
    """A path as the repository knows it; "" outside of it."""
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except (OSError, ValueError):
        return ""

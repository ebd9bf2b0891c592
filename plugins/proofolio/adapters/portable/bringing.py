"""From an opened package to the files that it becomes in another organisation's repository."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from proofolio.adapters.files.documents.imported import ProvenanceDocument, RecordDocument
from proofolio.adapters.files.load import Loaded
from proofolio.adapters.files.tree import MAX_ARTIFACT, MAX_TEXT, Tree, name_is_fine
from proofolio.adapters.portable import parcel
from proofolio.adapters.portable.arriving import Arrival
from proofolio.adapters.portable.elsewhere import Brought
from proofolio.adapters.portable.history import IMPORTED
from proofolio.adapters.portable.leaving import can_stay
from proofolio.adapters.portable.quarantine import Quarantine
from proofolio.adapters.portable.unpacking import Package
from proofolio.adapters.verifying.reading import read_json
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.model.did import did_of
from proofolio.core.model.digest import blob_of

Shape = TypeVar("Shape", bound=BaseModel)
MOST_JSON = 20 * MAX_TEXT
_ANEW = "make the package anew with proofolio export-portfolio"


@dataclass(frozen=True, slots=True)
class Contents:
    """What a package says of itself, with the bytes that say it."""

    told: ProvenanceDocument
    provenance: Mapping[str, Any]
    record: RecordDocument
    record_text: bytes


def read_contents(package: Package) -> Contents:
    """Read and check the provenance and the record. Raises ProofolioError for what is neither."""
    provenance, _ = _json(package, parcel.PROVENANCE)
    record, text = _json(package, parcel.RECORD)
    told = _shaped(ProvenanceDocument, provenance, parcel.PROVENANCE)
    if (did_of(told.issuer.url) if told.issuer.url else "") != told.issuer.did:
        raise ProofolioError(
            f"{parcel.PROVENANCE} in the package names an organisation at one address with keys of another",
            _ANEW,
        )
    return Contents(told, provenance, _shaped(RecordDocument, record, parcel.RECORD), text)


def folder_for(contents: Contents, loaded: Loaded, person: str) -> str:
    """The folder below ``imported`` for this package.

    Raises ProofolioError when it comes from here, or was brought in already.
    """
    told, issuer = contents.told, loaded.district.issuer
    if issuer is not None and told.issuer.did and told.issuer.did == did_of(issuer.url):
        raise ProofolioError("this portfolio comes from here", "its work lies in its owner's folder as it is")
    prefix = f"portfolios/{person}/{IMPORTED}/"
    there = {path: file.data for path, file in loaded.tree.files.items() if path.startswith(prefix)}
    for path, data in there.items():
        if (
            path.count("/") == 4
            and path.endswith(f"/{parcel.PROVENANCE}")
            and _is_same(contents, data or b"")
        ):
            raise ProofolioError(f"this package was brought in already: {path.rpartition('/')[0]}")
    taken = {path.split("/")[3] for path in there}
    first, later = told.issuer.id, f"{told.issuer.id}.{told.exported.isoformat()}"
    name = next((each for each in (first, later) if each not in taken), None)
    if name is None:
        raise ProofolioError(f"a package of this day was brought in already: {prefix}{later}", _ANEW)
    return name


def _is_same(contents: Contents, data: bytes) -> bool:
    try:
        known = json.loads(data)
    except ValueError:
        return False
    told = contents.told
    if not isinstance(known, dict) or known.get("issuer") != contents.provenance.get("issuer"):
        return False
    if told.history:
        return bool(known.get("history") == told.history)
    return bool(known.get("exported") == contents.provenance.get("exported"))


def arrival(
    contents: Contents,
    package: Package,
    store: Quarantine | None,
    credentials: Iterable[Brought],
    target: tuple[str, str],
    arrived: tuple[date, str],
) -> Arrival:
    """Everything to add. ``target`` is the person here and the folder; ``arrived`` when and by whom."""
    person, folder = target
    base = f"portfolios/{person}"
    top = f"{base}/{IMPORTED}/{folder}"
    on, by = arrived
    note = {**contents.provenance, "imported": {"on": on.isoformat(), "by": by}}
    files: dict[str, bytes] = {
        f"{top}/{parcel.PROVENANCE}": (json.dumps(note, ensure_ascii=False, indent=1) + "\n").encode(),
        f"{top}/{parcel.RECORD}": contents.record_text,
    }
    blobs: dict[str, str] = {}
    if store is not None:
        own = f"portfolios/{contents.told.person.id}/"
        blobs |= {
            f"{top}/{parcel.PORTFOLIO}/{path.removeprefix(own)}": blob for path, blob in store.files.items()
        }
        blobs |= {f"{top}/{parcel.DEFINITIONS}/{path}": blob for path, blob in store.around.items()}
    else:
        for part in (parcel.PORTFOLIO, parcel.DEFINITIONS):
            files |= {f"{top}/{path}": content for path, content in _copied(package, part)}
    for each in credentials:
        if not each.left:
            files[f"{base}/credentials/external/{each.slug}.json"] = each.content
            files[f"{base}/credentials/external/{each.slug}.yml"] = each.note.encode()
    told = contents.told
    message = (
        f"Bring in the portfolio of {told.person.name} from {told.issuer.name}\n\n"
        f"Exported on {told.exported.isoformat()}. The work, its history and the credentials are those of "
        f"{told.issuer.name};\nthey are shown here and count for nothing here.\n"
    )
    return Arrival(files, blobs, message)


def same_files(package: Package, store: Quarantine, person: str) -> None:
    """See that what lies open in the package is what its history ends in. Raises ProofolioError."""
    own = f"portfolios/{person}/"
    for path, blob in store.files.items():
        open_path = f"{parcel.PORTFOLIO}/{path.removeprefix(own)}"
        content = package.read(open_path, 4 * MAX_ARTIFACT)
        if len(blob) == 40 and (content is None or blob_of(content) != blob):
            raise ProofolioError(f"{open_path} in the package is not what its history ends in", _ANEW)


def _copied(package: Package, part: str) -> Iterator[tuple[str, bytes]]:
    tree = Tree(package.root)
    for path in package.paths(part):
        steps = path.split("/")
        if any(step.startswith(".") for step in steps):
            continue
        if not can_stay(path) or not all(name_is_fine(tree, "", each) for each in steps):
            raise ProofolioError(f"{path!r} in the package has a name that cannot stay", _ANEW)
        yield path, package.read(path, MAX_ARTIFACT) or b""


def _json(package: Package, path: str) -> tuple[dict[str, Any], bytes]:
    data = package.read(path, MOST_JSON)
    if data is None:
        raise ProofolioError(f"there is no {path} in the package", _ANEW)
    try:
        return json.loads(data, parse_constant=_no_number) if path == parcel.PROVENANCE else read_json(
            data
        ), data
    except (ValueError, RecursionError) as error:
        raise ProofolioError(f"{path} in the package cannot be read: {error}", _ANEW) from None


def _no_number(word: str) -> Any:
    raise ValueError(f"{word} is not a number")


def _shaped(shape: type[Shape], data: object, path: str) -> Shape:
    try:
        return shape.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(each) for each in first["loc"])
        raise ProofolioError(
            f"{path} in the package is not as it should be: {place}: {first['msg']}", _ANEW
        ) from None

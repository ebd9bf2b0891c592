"""The demo district as data: its commits in order, and the files that each of them leaves.

Each folder ``district/<date>-<slug>/`` is one commit: ``commit.yml`` says who, when and why, and
``files/`` holds the whole new content of what was added or changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from proofolio.adapters.files.schema import PLACE, SCHEMAS, file_name, schema_text
from proofolio.adapters.files.yaml_reader import ORGANISATIONAL, read_yaml
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.model.digest import blob_of, counts, digest_of

ROSTER = "portfolios/roster.yml"
PLACEHOLDER = b'reviewed: "@digest"'
"""What a new review says in the data; the digest of what was read takes its place."""


@dataclass(frozen=True, slots=True)
class Step:
    """One commit of the demo's history, as the data tells it."""

    name: str
    author: str
    at: datetime
    message: str
    co_authors: tuple[str, ...]
    delete: tuple[str, ...]
    files: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Change:
    """One step made ready: what is written (digests filled in) and what is deleted, by path."""

    step: Step
    write: Mapping[str, bytes]
    delete: tuple[str, ...]


def changes() -> Iterator[Change]:
    """Every step in order, with the scaffold of a district's repository as part of the last.

    Of the last, so that the ids of all earlier commits, which the credentials name, rest on the
    district's own data only and stay when the scaffold or a schema changes.
    """
    schemas = {f"{PLACE}/{file_name(name)}": schema_text(name).encode() for name in SCHEMAS}
    yield from changes_of(_steps(), {**_below(_data("scaffold")), **schemas})


def changes_of(steps: Sequence[Step], scaffold: Mapping[str, bytes]) -> Iterator[Change]:
    """Follow ``steps``, filling in the digests that reviews bind to; ProofolioError for faulty steps."""
    blobs: dict[str, str] = {}
    for number, step in enumerate(steps):
        gone = tuple(path for path in sorted(blobs) if _is_deleted(path, step.delete))
        for named in step.delete:
            if not any(_is_deleted(path, (named,)) for path in gone):
                raise _faulty(step.name, f"it deletes {named}, which is not there")
        write = {path: _stamped(path, content, blobs, step.name) for path, content in step.files.items()}
        if number == len(steps) - 1:
            write = {**scaffold, **write}
        for path in gone:
            del blobs[path]
        blobs.update((path, blob_of(content)) for path, content in write.items())
        yield Change(step, dict(sorted(write.items())), tuple(path for path in gone if path not in write))


def final_files() -> dict[str, bytes]:
    """The district's ``competencies/`` and ``portfolios/`` after the last step, by path."""
    state: dict[str, bytes] = {}
    for change in changes():
        for path in change.delete:
            del state[path]
        state.update(change.write)
    return {
        path: content
        for path, content in sorted(state.items())
        if path.startswith(("competencies/", "portfolios/"))
    }


def last_state(target: Path) -> int:
    """Write :func:`final_files` below ``target``, without Git; how many. Other files there stay."""
    found = final_files()
    for path, content in found.items():
        file = target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return len(found)


def names() -> dict[str, str]:
    """Each person's name by id, from the district's roster."""
    roster = _yaml(final_files().get(ROSTER, b""), ROSTER)
    return {person: str(entry["name"]) for person, entry in roster.get("people", {}).items()}


def _is_deleted(path: str, named: Sequence[str]) -> bool:
    return any(path == each or path.startswith(each.rstrip("/") + "/") for each in named)


def _stamped(path: str, content: bytes, blobs: Mapping[str, str], step: str) -> bytes:
    """A review with the digest of its submission as it stands before this step."""
    if PLACEHOLDER not in content or "/reviews/" not in path:
        return content
    folder = path.partition("reviews/")[0]
    read = {each[len(folder) :]: blob for each, blob in blobs.items() if each.startswith(folder)}
    if not any(counts(each) for each in read):
        raise _faulty(step, f"it reviews {folder}, which no earlier step has written")
    return content.replace(PLACEHOLDER, b"reviewed: " + digest_of(read).encode(), 1)


@cache
def _steps() -> tuple[Step, ...]:
    """The steps by moment, then by name."""
    found = [_step(folder) for folder in _data("district").iterdir() if folder.is_dir()]
    if not found:
        raise ProofolioError("the demo's data is missing from this installation", "install Proofolio again")
    return tuple(sorted(found, key=lambda step: (step.at, step.name)))


def _step(folder: Traversable) -> Step:
    about = _yaml((folder / "commit.yml").read_bytes(), f"{folder.name}/commit.yml")
    try:
        at = datetime.fromisoformat(about["date"])
        if at.tzinfo is None:
            raise _faulty(folder.name, "its date has no time zone")
        author, message = str(about["author"]), str(about["message"]).strip() + "\n"
    except (KeyError, TypeError, ValueError) as error:
        raise _faulty(folder.name, f"commit.yml lacks a proper author, date or message ({error})") from None
    content = folder / "files"
    return Step(
        folder.name,
        author,
        at,
        message,
        tuple(about.get("co_authors", ())),
        tuple(about.get("delete", ())),
        _below(content) if content.is_dir() else {},
    )


def _yaml(content: bytes, file: str) -> dict[str, Any]:
    reading = read_yaml(content.decode("utf-8"), file, ORGANISATIONAL)
    if reading.findings or not isinstance(reading.data, dict):
        raise _faulty(file, "; ".join(each.message for each in reading.findings) or "it holds no keys")
    return reading.data


def _below(folder: Traversable, prefix: str = "") -> dict[str, bytes]:
    """Every file below a folder of the package by its path from there."""
    found: dict[str, bytes] = {}
    for each in folder.iterdir():
        if each.is_dir():
            found.update(_below(each, f"{prefix}{each.name}/"))
        elif each.name != ".DS_Store":
            found[prefix + each.name] = each.read_bytes()
    return found


def _data(name: str) -> Traversable:
    return files("proofolio.adapters.demo") / name


def _faulty(where: str, why: str) -> ProofolioError:
    return ProofolioError(f"the demo's data is faulty: {where}: {why}")

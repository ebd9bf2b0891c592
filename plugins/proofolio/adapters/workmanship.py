"""The version of a part of the program that makes something: while it stays, what was made before is good."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable


def workmanship(
    package: str, folders: Collection[str], endings: tuple[str, ...], libraries: Iterable[str]
) -> str:
    """A key of the files of a package, with those in the named folders, and of the libraries it leans on.

    Hexadecimal SHA-256; only files with one of the endings count.
    """
    made = hashlib.sha256()
    for name in libraries:
        made.update(f"{name} {version(name)}\0".encode())
    for path, content in _sources(files(package), "", folders, endings):
        made.update(f"{path}\0".encode() + hashlib.sha256(content).digest())
    return made.hexdigest()


def _sources(
    folder: Traversable, path: str, folders: Collection[str], endings: tuple[str, ...]
) -> Iterator[tuple[str, bytes]]:
    for each in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if each.is_dir() and each.name in folders:
            yield from _sources(each, f"{path}{each.name}/", folders, endings)
        elif each.name.endswith(endings):
            yield path + each.name, each.read_bytes()

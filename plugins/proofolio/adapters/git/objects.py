"""Git's objects as data: the contents of many files in one call, without a work tree."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from proofolio.adapters.git.command import ask


def read_blobs(root: Path, ids: Iterable[str]) -> dict[str, bytes]:
    """The contents of the objects with these ids, by id; those that are not there are left out.

    One call to Git for all of them. Nothing is converted: no line ends, no filters.
    """
    wanted = sorted(set(ids))
    if not wanted:
        return {}
    output = ask(root, "cat-file", "--batch", "--buffer", given="\n".join(wanted).encode() + b"\n")
    return contents(output) if output else {}


def contents(output: bytes) -> dict[str, bytes]:
    """The objects in what ``git cat-file --batch`` printed, by id; missing ones are left out."""
    found: dict[str, bytes] = {}
    at = 0
    while at < len(output):
        end = output.index(b"\n", at)
        header = output[at:end].decode("ascii", "replace").split()
        at = end + 1
        if len(header) != 3 or not header[2].isdigit():
            continue  # "<id> missing"
        size = int(header[2])
        found[header[0]] = output[at : at + size]
        at += size + 1
    return found

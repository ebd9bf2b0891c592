"""Reviews whose text in the folder is not the one last committed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from proofolio.adapters.git.log import Entry
from proofolio.core.model.digest import blob_of


def uncommitted_reviews(root: Path, last: Mapping[str, Entry]) -> frozenset[str]:
    """Paths of reviews that are new or edited since ``last``, what the last commit holds by path.

    The files are compared by content here, not by ``git status``, which would run the filters that a
    repository's configuration names. A difference in line ends only is none.
    """
    return frozenset(path for path, content in _reviews(root) if not _same(content, last.get(path)))


def _same(content: bytes, entry: Entry | None) -> bool:
    if entry is None:
        return False
    return entry.blob in (blob_of(content), blob_of(content.replace(b"\r\n", b"\n")))


def _reviews(root: Path) -> Iterator[tuple[str, bytes]]:
    """Each review's path from the root, and its bytes. No links followed, no pipe waited for."""
    top = str(root)
    for person in _folders(f"{top}/portfolios"):
        for submission in _folders(person):
            folder = f"{submission}/reviews"
            try:
                if os.path.islink(folder):
                    continue
                with os.scandir(folder) as entries:
                    found = [
                        each.path
                        for each in entries
                        if each.name.endswith(".md") and each.is_file(follow_symlinks=False)
                    ]
            except OSError:  # most often: nobody has reviewed it yet
                continue
            yield from _files(found, len(top) + 1)


def _folders(folder: str) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return [each.path for each in entries if each.is_dir(follow_symlinks=False)]
    except OSError:
        return []


def _files(paths: Iterable[str], below: int) -> Iterator[tuple[str, bytes]]:
    for path in paths:
        try:
            with open(path, "rb", buffering=0) as stream:
                yield path[below:].replace(os.sep, "/"), stream.readall()
        except OSError:
            continue

"""Reviews whose text in the folder is not the one last committed."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
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
    for person in _folders(root / "portfolios"):
        for submission in _folders(person):
            for folder in _folders(submission):
                if folder.name == "reviews":
                    yield from _files(root, folder)


def _folders(folder: Path) -> Iterator[Path]:
    try:
        with os.scandir(folder) as entries:
            yield from [Path(each.path) for each in entries if each.is_dir(follow_symlinks=False)]
    except OSError:
        return


def _files(root: Path, folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in folder.glob("*.md"):
        try:
            if stat.S_ISREG(path.lstat().st_mode):  # no links followed, no pipe waited for
                yield path.relative_to(root).as_posix(), path.read_bytes()
        except OSError:
            continue

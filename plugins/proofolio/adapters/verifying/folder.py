"""A folder of files that are only looked into: on the disk, or packed into a ZIP file."""

from __future__ import annotations

import os
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from proofolio.adapters.verifying.reading import MOST_IMAGE_BYTES
from proofolio.core.diagnostics.error import ProofolioError

_MOST_FILES = 200_000
_MOST_RATIO = 200


class Folder(Protocol):
    """Files by their path from the top, with ``/``."""

    def read(self, path: str) -> bytes | None:
        """A file's bytes; None when there is no such (ordinary, not enormous) file."""

    def paths(self) -> Iterator[str]:
        """Every file, in sorted order."""


class DiskFolder:
    """A folder on the disk. Links are not followed: they may lead anywhere."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def read(self, path: str) -> bytes | None:
        """A file's bytes, when every step to it is a folder of this one."""
        if not _is_inside(path):
            return None
        place = self.root
        try:
            for step in path.split("/"):
                place = place / step
                state = os.lstat(place)
                if stat.S_ISLNK(state.st_mode):
                    return None
            if not stat.S_ISREG(state.st_mode) or state.st_size > MOST_IMAGE_BYTES:
                return None
            return place.read_bytes()
        except (OSError, ValueError):
            return None

    def paths(self) -> Iterator[str]:
        """Every ordinary file, folder by folder."""
        count = 0
        for here, folders, names in os.walk(self.root):
            folders[:] = sorted(each for each in folders if each not in (".git", "__pycache__"))
            inside = Path(here).relative_to(self.root).as_posix()
            for name in sorted(names):
                count += 1
                if count > _MOST_FILES:
                    raise ProofolioError(f"there are more than {_MOST_FILES} files in {self.root}")
                yield name if inside == "." else f"{inside}/{name}"


class ZipFolder:
    """A packed folder, read in memory. A single folder at its top is looked through."""

    def __init__(self, path: Path) -> None:
        try:
            self._zip = zipfile.ZipFile(path)
        except (OSError, zipfile.BadZipFile, NotImplementedError, ValueError):
            raise ProofolioError(f"{path} is not a ZIP file that can be opened") from None
        if len(self._zip.filelist) > _MOST_FILES:
            raise ProofolioError(f"there are more than {_MOST_FILES} files in {path}")
        self._files = {each.filename: each for each in self._zip.filelist if _is_inside(each.filename)}
        tops = {each.partition("/")[0] for each in self._files}
        nested = all("/" in each for each in self._files)
        self._top = f"{tops.pop()}/" if len(tops) == 1 and nested else ""

    def read(self, path: str) -> bytes | None:
        """A file's bytes; not of one that unpacks to something enormous."""
        entry = self._files.get(self._top + path)
        if entry is None or entry.file_size > MOST_IMAGE_BYTES or entry.is_dir():
            return None
        if entry.file_size > 100_000 and entry.file_size > _MOST_RATIO * max(entry.compress_size, 1):
            return None
        try:
            with self._zip.open(entry) as stream:
                return stream.read(MOST_IMAGE_BYTES)
        except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, ValueError):
            return None

    def paths(self) -> Iterator[str]:
        """Every file in it."""
        for each in sorted(self._files):
            if not each.endswith("/"):
                yield each.removeprefix(self._top)


def _is_inside(path: str) -> bool:
    """Whether a path leads downwards only."""
    steps = path.rstrip("/").split("/")
    return "\\" not in path and "\0" not in path and all(each not in ("", ".", "..") for each in steps)

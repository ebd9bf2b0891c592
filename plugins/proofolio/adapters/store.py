"""Parts of a site from before, by the key of what is in them: what did not change is not made anew."""

from __future__ import annotations

import os
import time
import zipfile
from pathlib import Path
from tempfile import NamedTemporaryFile

FOLDER = ".cache/proofolio"
"""Where all of them are kept, from the repository's root, each sort in a folder of its own."""
_MOST_DAYS = 30


class Store:
    """A folder of parts, each in one file. Whatever is wrong with it, a part can be made again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._tidy = False

    def find(self, key: str) -> dict[str, bytes] | None:
        """The files that were kept under this key; None when there are none, or none that are whole."""
        path = self._folder / f"{key}.zip"
        try:
            with zipfile.ZipFile(path) as kept:
                if kept.testzip() is not None:
                    return None
                found = {name: kept.read(name) for name in kept.namelist()}
            os.utime(path)
        except (OSError, ValueError, zipfile.BadZipFile):
            return None
        return found

    def keep(self, key: str, files: dict[str, bytes]) -> None:
        """Keep these files, and forget what nobody asked for in a month. A full disk is no reason to stop."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with (
                NamedTemporaryFile(dir=self._folder, suffix=".new", delete=False) as made,
                zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as kept,
            ):
                for name, data in files.items():
                    kept.writestr(name, data)
            Path(made.name).replace(self._folder / f"{key}.zip")
            self._forget()
        except OSError:
            return

    def _forget(self) -> None:
        """Once in a build is enough: with thousands of parts, looking at each for each would take minutes."""
        if self._tidy:
            return
        self._tidy = True
        before = time.time() - _MOST_DAYS * 24 * 60 * 60
        for each in (*self._folder.glob("*.zip"), *self._folder.glob("*.new")):
            if each.stat().st_mtime < before:
                each.unlink(missing_ok=True)

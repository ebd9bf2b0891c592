"""Opening a package that somebody hands in: as data, bounded in every way, and nothing of it is run."""

from __future__ import annotations

import os
import stat
import tempfile
import unicodedata
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from proofolio.adapters.portable.parcel import PROVENANCE
from proofolio.core.diagnostics.error import ProofolioError

MOST_FILES = 100_000
MOST_BYTES = 4 * 1024**3
MOST_RATIO = 250
_WORTH_A_LOOK = 1 << 20
"""Bytes below which a file that packs well is no danger."""
_CHUNK = 1 << 20
_ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True)
class Package:
    """An opened package: a folder in which no step to a file may be a link."""

    root: Path
    name: str

    def place(self, path: str) -> Path | None:
        """Where an ordinary file lies; None when there is none, or a link on the way to it."""
        here = self.root
        try:
            for step in path.split("/"):
                here = here / step
                state = os.lstat(here)
                if stat.S_ISLNK(state.st_mode):
                    return None
            return here if stat.S_ISREG(state.st_mode) else None
        except OSError:
            return None

    def read(self, path: str, most: int) -> bytes | None:
        """A file's bytes; None when there is none. Raises ProofolioError for one that is too large."""
        place = self.place(path)
        if place is None:
            return None
        if place.stat().st_size > most:
            raise ProofolioError(f"{path} in the package is too large", "make the package anew")
        return place.read_bytes()

    def paths(self, folder: str) -> Iterator[str]:
        """Every ordinary file below a folder, sorted; links are passed over."""
        top = self.root / folder
        found = []
        for here, folders, names in os.walk(top):
            inside = Path(here).relative_to(self.root).as_posix()
            folders[:] = [each for each in folders if not os.path.islink(os.path.join(here, each))]
            found += [f"{inside}/{name}" for name in names]
            if len(found) > MOST_FILES:
                raise ProofolioError(f"there are more than {MOST_FILES:,} files in the package")
        yield from (each for each in sorted(found) if self.place(each) is not None)


@contextmanager
def opened(path: Path) -> Iterator[Package]:
    """The package at ``path``, a folder or a .zip file. Raises ProofolioError when it is none."""
    if path.is_dir():
        yield _checked(Package(path, path.name))
        return
    if not path.is_file():
        raise ProofolioError(f"there is no package {path}", "name a folder or a .zip file")
    with tempfile.TemporaryDirectory(prefix="proofolio-") as work:
        _unzip(path, Path(work))
        top = Path(work)
        inside = list(top.iterdir())
        if not (top / PROVENANCE).exists() and len(inside) == 1 and inside[0].is_dir():
            top = inside[0]  # many programs pack the folder itself
        yield _checked(Package(top, path.name))


def _checked(package: Package) -> Package:
    if package.place(PROVENANCE) is None:
        raise ProofolioError(
            f"{package.name} is not a portfolio package: there is no {PROVENANCE} in it",
            "proofolio export-portfolio makes one",
        )
    return package


def _unzip(path: Path, target: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            _judge(entries)
            left = MOST_BYTES
            for entry in entries:
                if not entry.is_dir():
                    left -= _extract(archive, entry, target, left)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise ProofolioError(f"{path.name} cannot be unpacked: {error}", "make the package anew") from None


def _judge(entries: list[zipfile.ZipInfo]) -> None:
    """Refuse what no package of ours holds, before a single byte is unpacked."""
    if len(entries) > MOST_FILES:
        raise ProofolioError(f"there are more than {MOST_FILES:,} files in the package")
    if sum(each.file_size for each in entries) > MOST_BYTES:
        raise ProofolioError(f"the package unpacks to more than {MOST_BYTES // 1024**3} GiB")
    seen: set[str] = set()
    for each in entries:
        name = each.filename.rstrip("/")
        mode = each.external_attr >> 16
        trouble = None
        if not _leads_downwards(name):
            trouble = "leads out of it"
        elif stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
            trouble = "is no ordinary file"
        elif each.flag_bits & _ENCRYPTED:
            trouble = "is locked with a password"
        elif each.file_size > _WORTH_A_LOOK and each.file_size > MOST_RATIO * max(each.compress_size, 1):
            trouble = "unpacks to something enormous"
        elif (folded := unicodedata.normalize("NFKC", name).casefold()) in seen:
            trouble = "is there twice"
        else:
            seen.add(folded)
        if trouble:
            raise ProofolioError(f"the package is not safe to open: {name!r} {trouble}")


def _leads_downwards(name: str) -> bool:
    steps = name.split("/")
    return (
        bool(name)
        and not any(each in name for each in "\\:\0")
        and all(step not in ("", ".", "..") for step in steps)
        and all(character.isprintable() for character in name)
    )


def _extract(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path, left: int) -> int:
    place = target / entry.filename
    place.parent.mkdir(parents=True, exist_ok=True)
    written = 0
    with archive.open(entry) as source, place.open("xb") as file:
        while piece := source.read(_CHUNK):
            written += len(piece)
            if written > min(entry.file_size, left):
                raise ProofolioError(
                    f"the package is not safe to open: {entry.filename!r} is larger than it says"
                )
            file.write(piece)
    return written

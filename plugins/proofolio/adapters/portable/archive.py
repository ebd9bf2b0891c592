"""A package as a folder or as one .zip file, whole or not at all, and with the same bytes each time."""

from __future__ import annotations

import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from proofolio.core.diagnostics.error import ProofolioError

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_ORDINARY = 0o100644 << 16
_CHUNK = 1 << 20


def is_zip(target: Path) -> bool:
    """Whether a name asks for one file."""
    return target.suffix.lower() == ".zip"


@contextmanager
def packing(target: Path) -> Iterator[Path]:
    """A folder to fill; when that went well it becomes ``target``. Else nothing is left of it.

    Raises ProofolioError when something is there already: nothing is ever overwritten.
    """
    _claim(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".proofolio-", dir=target.parent) as work:
        folder = Path(work) / "package"
        folder.mkdir()
        yield folder
        if is_zip(target):
            whole = Path(work) / "package.zip"
            _zip(folder, whole)
            os.replace(whole, target)
        else:
            if target.exists():
                target.rmdir()
            shutil.move(folder, target)


def _claim(target: Path) -> None:
    hint = "name a new or empty folder, or a new .zip file"
    if is_zip(target):
        if os.path.lexists(target):
            raise ProofolioError(f"{target} is there already", hint)
    elif os.path.islink(target) or (target.exists() and not target.is_dir()):
        raise ProofolioError(f"{target} is not a folder", hint)
    elif target.is_dir() and any(target.iterdir()):
        raise ProofolioError(f"{target} is not empty", hint)


def _zip(folder: Path, target: Path) -> None:
    """Sorted names, no clock, no owner: the bytes follow from the files alone."""
    files = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in files:
            about = zipfile.ZipInfo(name, _FIRST_DAY)
            about.external_attr, about.compress_type, about.create_system = _ORDINARY, zipfile.ZIP_DEFLATED, 3
            with (folder / name).open("rb") as source, archive.open(about, "w") as entry:
                shutil.copyfileobj(source, entry, _CHUNK)

"""Putting a built site in the place of the published one: all of it at once, or nothing."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from proofolio.core.diagnostics.error import ProofolioError

_HERE, _SWAP = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
SPARE = 64 * 1024 * 1024
"""Bytes that stay free on the disk."""


def exchange(built: Path, target: Path, size: int) -> None:
    """Make ``target`` what ``built`` is, in one step. Whatever goes wrong, the old site stays.

    ``size`` is the size of ``built`` in bytes. What is built is copied beside the target first, so it
    may lie on another disk.
    """
    place = target.absolute()
    place.parent.mkdir(parents=True, exist_ok=True)
    if place.is_symlink() or (place.exists() and not place.is_dir()):
        raise ProofolioError(f"{target} is not a folder", "name the folder that the web server shows")
    coming, going = (place.with_name(f".{place.name}.{word}") for word in ("coming", "going"))
    with _alone(place):
        if not place.exists() and going.is_dir():
            os.rename(going, place)  # the last run was ended between its two steps
        for rest in (coming, going):
            shutil.rmtree(rest, ignore_errors=True)
        if shutil.disk_usage(place.parent).free < size + SPARE:
            raise ProofolioError(
                f"there is not enough room on the disk beside {target}: {size // (1024 * 1024) + 64} MiB",
                "the published site was left as it is; make room and try again",
            )
        try:
            shutil.copytree(built, coming, symlinks=True)
            if hasattr(os, "sync"):
                os.sync()
            _take_place(coming, place, going)
        except OSError as error:
            raise ProofolioError(
                f"the site could not be copied: {error.strerror or error}",
                "the published site was left as it is",
            ) from None
        finally:
            for rest in (coming, going):
                shutil.rmtree(rest, ignore_errors=True)


def _take_place(coming: Path, place: Path, going: Path) -> None:
    if not place.exists():
        os.rename(coming, place)
    elif not _swapped(coming, place):
        os.rename(place, going)
        try:
            os.rename(coming, place)
        except OSError:
            os.rename(going, place)
            raise


def _swapped(one: Path, other: Path) -> bool:
    """Let two folders change names in a single step; False where the system has no such step."""
    if not sys.platform.startswith("linux"):
        return False
    with suppress(AttributeError, OSError):
        rename = ctypes.CDLL(None, use_errno=True).renameat2
        return bool(rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _SWAP) == 0)
    return False


@contextmanager
def _alone(place: Path) -> Iterator[None]:
    """One at a time: a lock that the system itself takes back when this process ends."""
    lock = os.open(place.with_name(f".{place.name}.lock"), os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            _lock(lock)
        except OSError:
            raise ProofolioError(
                f"{place.name} is being published by another run", "wait until it is done"
            ) from None
        yield
    finally:
        os.close(lock)


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

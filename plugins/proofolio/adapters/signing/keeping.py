"""Writing a new secret key where only its owner finds it, and never where Git would pick it up."""

from __future__ import annotations

import os
from pathlib import Path

from proofolio.adapters.git.command import inquire
from proofolio.adapters.signing.key import SigningKey
from proofolio.core.diagnostics.error import ProofolioError

_ELSEWHERE = "name a file outside of it, for example in your home folder or on a stick that you lock away"
_ONLY_OWNER = 0o600


def require_place(path: Path, root: Path) -> Path:
    """Where the file will really be. Nothing is written yet.

    Raises ProofolioError when something is there, its folder is not, or it lies in the repository
    ``root`` or in any other Git work tree, through links as well.
    """
    if os.path.lexists(path):
        raise ProofolioError(f"{path} is there already", "nothing was changed; choose another name")
    try:
        folder = path.absolute().parent.resolve(strict=True)
    except (OSError, RuntimeError, ValueError):
        raise ProofolioError(
            f"the folder of {path} does not exist", "make it first, or choose another"
        ) from None
    if not folder.is_dir() or path.name in {"", ".", ".."}:
        raise ProofolioError(f"{path} is not the name of a file", "name the file that shall hold the key")
    if _is_within(folder, root) or _in_git(folder):
        raise ProofolioError(
            f"{path} lies in a Git repository: a secret key must never be in one", _ELSEWHERE
        )
    return folder / path.name


def keep(key: SigningKey, place: Path) -> None:
    """Write the key to a file that only its owner can read. Raises ProofolioError when it cannot be."""
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(place, flags, _ONLY_OWNER)
    except FileExistsError:
        raise ProofolioError(
            f"{place} is there already", "nothing was changed; choose another name"
        ) from None
    except OSError as error:
        raise ProofolioError(
            f"{place} cannot be written ({error.strerror})", "choose another place"
        ) from None
    with os.fdopen(descriptor, "wb") as file:
        if hasattr(os, "fchmod"):
            os.fchmod(file.fileno(), _ONLY_OWNER)
        file.write(key.pem())
        file.flush()
        os.fsync(file.fileno())


def _is_within(folder: Path, root: Path) -> bool:
    """Whether a folder is the repository or lies in it, however its path is spelt."""
    try:
        return any(each.samefile(root) for each in (folder, *folder.parents))
    except OSError:
        return True


def _in_git(folder: Path) -> bool:
    """Whether Git would see what lies here. A folder named .git, in any case, says so without Git."""
    for each in (folder, *folder.parents):
        if each.name.casefold() == ".git" or os.path.lexists(each / ".git") or _is_bare(each):
            return True
    answer = inquire(folder, "rev-parse", "--is-inside-work-tree")
    return answer is not None and answer.status == 0


def _is_bare(folder: Path) -> bool:
    return (folder / "HEAD").is_file() and (folder / "objects").is_dir() and (folder / "refs").is_dir()

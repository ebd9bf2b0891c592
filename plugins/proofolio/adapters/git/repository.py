"""Which repository a folder belongs to, and whether its whole history can be read from here."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from proofolio.adapters.git.command import ask, inquire
from proofolio.core.model.history import Reach

# A folder of the contributed tree can be laid out like a repository, with a configuration of its
# own. Git shall not take it for one: only what lies in a .git is.
_PLACE = (
    *("-c", "safe.bareRepository=explicit"),
    *("rev-parse", "--is-inside-work-tree", "--is-shallow-repository"),
)
# A commit that is named is read from Git's objects alone, so a bare repository will do.
_STORE = ("rev-parse", "--git-dir", "--is-shallow-repository")
_UNTRUSTED = ("dubious ownership", "unsafe repository")
_UNBORN = "does not have any commits yet"


def reach_of(root: Path, at: str = "HEAD") -> tuple[Reach, str]:
    """How far the history of the commit ``at`` can be told in ``root``, and the commit's id.

    ``HEAD`` is what lies in the folder ``root``, so there must be a work tree; for any other commit
    Git's objects are enough. The id is "" unless the reach is ``whole``. Never raises.
    """
    if not root.is_dir():
        return Reach.NO_REPOSITORY, ""
    if shutil.which("git") is None:
        return Reach.NO_GIT, ""
    here = at == "HEAD"
    place = inquire(root, *(_PLACE if here else _STORE))
    if place is None:
        return Reach.UNREADABLE, ""
    if place.status:
        return _why_not(root, place.complaint), ""
    inside, _, shallow = place.output.strip().rpartition(b"\n")
    if here and inside != b"true":
        return Reach.NO_REPOSITORY, ""  # inside of .git: nothing of it is anybody's file
    if shallow != b"false":
        return Reach.SHALLOW, ""
    return _commit(root, at)


def _why_not(root: Path, complaint: str) -> Reach:
    if any(each in complaint for each in _UNTRUSTED):
        return Reach.NOT_TRUSTED
    return Reach.UNREADABLE if _has_remains(root) else Reach.NO_REPOSITORY


def _has_remains(root: Path) -> bool:
    """Whether something here says that it is a repository, though Git does not find it to be one."""
    here = root.absolute()
    if ".git" in here.parts:
        return False
    if any(os.path.lexists(each / ".git") for each in (here, *here.parents)):
        return True
    return (here / "HEAD").is_file() and (here / "objects").is_dir() and (here / "portfolios").is_dir()


def _commit(root: Path, at: str) -> tuple[Reach, str]:
    if not at or at.startswith("-") or not at.isprintable():
        return Reach.UNREADABLE, ""
    found = ask(root, "rev-parse", "--verify", "--quiet", "--end-of-options", at + "^{commit}")
    if found:
        return Reach.WHOLE, found.decode("ascii", "replace").strip()
    said = inquire(root, "log", "-1", "--format=%H")
    unborn = said is not None and _UNBORN in said.complaint
    return (Reach.NO_COMMITS if unborn else Reach.UNREADABLE), ""

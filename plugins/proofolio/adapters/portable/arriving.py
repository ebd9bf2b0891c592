"""Adding files, and a history with them, to the repository at hand in one commit."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from proofolio.adapters.git.reference import prefix_of
from proofolio.adapters.git.repository import reach_of
from proofolio.adapters.git.tree import read_commit_tree
from proofolio.adapters.git.worktree import differs
from proofolio.adapters.portable.quarantine import Quarantine
from proofolio.adapters.portable.workshop import BRANCH, FILE, HISTORY, git
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.model.history import Reach

_ROLES = ("AUTHOR", "COMMITTER")


@dataclass(frozen=True, slots=True)
class Arrival:
    """What to add: contents and blobs (of the quarantine) by path from the district's folder."""

    contents: Mapping[str, bytes]
    blobs: Mapping[str, str]
    message: str


def ready(root: Path) -> str:
    """The commit to build on. Raises ProofolioError unless everything here is committed."""
    reach, head = reach_of(root)
    if reach is not Reach.WHOLE:
        raise ProofolioError(
            "there is no whole Git history here to bring the portfolio into",
            "clone the organisation's repository, without --depth, and run this in the clone",
        )
    staged = git(root, "diff-index", "--cached", "--name-only", "-z", head)
    if staged or differs(root, read_commit_tree(root, head)):
        raise ProofolioError(
            "this folder holds changes that are not committed", "commit them, or put them away with git stash"
        )
    return head


def who(root: Path) -> tuple[str, str]:
    """The name and address that Git would commit with here."""
    found = []
    for key in ("user.name", "user.email"):
        found.append(_setting(root, key))
    if not all(found):
        raise ProofolioError(
            "Git does not know who you are", "tell it with git config user.name and git config user.email"
        )
    return found[0], found[1]


def _setting(root: Path, key: str) -> str:
    # The one question that the user's own settings answer; reading them runs nothing.
    from git import Git

    status, output, _ = Git(str(root)).execute(
        ["git", "config", "--get", key], with_extended_output=True, with_exceptions=False
    )
    return str(output).strip() if status == 0 else ""


def arrive(
    root: Path, head: str, what: Arrival, store: Quarantine | None, by: tuple[str, str], commit: bool
) -> str:
    """Add it all upon ``head``; the new commit's id, or "" when it is left staged.

    With a ``store`` the history in it becomes the new commit's second parent, commits unchanged.
    """
    if store is not None:
        options = ("--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules", "--no-auto-gc")
        git(root, "fetch", *options, str(store.place.absolute()), HISTORY, BRANCH)
    tree = _tree(root, head, what)
    parents = [head, *([store.history] if store is not None else [])]
    git(root, "read-tree", "-m", "-u", head, tree)
    if not commit:
        _leave(root, parents[1:], what.message)
        return ""
    name, email = by
    people = {f"GIT_{role}_NAME": name for role in _ROLES} | {f"GIT_{role}_EMAIL": email for role in _ROLES}
    above = [option for each in parents for option in ("-p", each)]
    told = git(root, "commit-tree", *above, "-F", "-", tree, given=what.message.encode(), env=people)
    made = told.decode("ascii").strip()
    git(root, "update-ref", "-m", "import-portfolio", "HEAD", made, head)
    return made


def _tree(root: Path, head: str, what: Arrival) -> str:
    """The tree of ``head`` with everything added."""
    prefix = prefix_of(root)
    with tempfile.TemporaryDirectory(prefix="proofolio-") as work:
        index = {"GIT_INDEX_FILE": str(Path(work) / "index")}
        git(root, "read-tree", head, env=index)
        files = {path: _stored(root, content) for path, content in what.contents.items()}
        files |= what.blobs
        lines = (f"{FILE} {blob}\t{prefix}{path}".encode() + b"\0" for path, blob in sorted(files.items()))
        git(root, "update-index", "-z", "--index-info", given=b"".join(lines), env=index)
        return git(root, "write-tree", env=index).decode("ascii").strip()


def _stored(root: Path, content: bytes) -> str:
    return git(root, "hash-object", "-w", "--no-filters", "--stdin", given=content).decode("ascii").strip()


def _leave(root: Path, second: list[str], message: str) -> None:
    """Let ``git commit`` finish what was begun."""
    for name, text in (("MERGE_HEAD", "".join(f"{each}\n" for each in second)), ("MERGE_MSG", message)):
        if text:
            told = git(root, "rev-parse", "--path-format=absolute", "--git-path", name)
            Path(told.decode("utf-8", "surrogateescape").removesuffix("\n")).write_text(
                text, encoding="utf-8"
            )

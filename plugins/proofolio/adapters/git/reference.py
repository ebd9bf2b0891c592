"""From the name of a version (a branch, a tag, an id) to its commit, and where a folder lies in it."""

from __future__ import annotations

import re
from pathlib import Path

from proofolio.adapters.git.command import ask
from proofolio.core.diagnostics.error import ProofolioError

_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


def commit_of(root: Path, name: str) -> str:
    """The id of the commit that ``name`` stands for. Raises ProofolioError with what to do."""
    if not name or name.startswith("-") or any(not each.isprintable() for each in name):
        raise ProofolioError(
            f"{name!r} is not the name of a version", "name a branch, a tag or a commit, such as main"
        )
    called, commit = _called(root, name), _peeled(root, name)
    if len(called) > 1 or any(commit not in (each, _peeled(root, each)) for each in called):
        raise ProofolioError(
            f"there are two versions called '{name}', such as a branch and a tag",
            f"say which one: refs/heads/{name} or refs/tags/{name}; and delete the tag if nobody knows it",
        )
    if _COMMIT.fullmatch(commit):
        return commit
    if ask(root, "rev-parse", "--git-dir") is None:
        raise ProofolioError(
            f"Git knows no repository at {root}",
            "run this in a clone of the repository, as the user who owns it (see git config safe.directory)",
        )
    raise ProofolioError(
        f"there is no version '{name}' in this clone",
        "fetch it first (git fetch origin), or check the name; in a workflow, set fetch-depth: 0",
    )


def _called(root: Path, name: str) -> frozenset[str]:
    """The different things that branches and tags of this name are.

    Git would quietly take a tag for the branch, and a file of that name in ``.git`` for either.
    ``HEAD`` and a whole id are never meant as the name of a branch.
    """
    if name == "HEAD" or _COMMIT.fullmatch(name):
        return frozenset()
    full = [f"refs/{kind}/{name}" for kind in ("heads", "tags", "remotes")]
    listed = ask(root, "for-each-ref", "--format=%(refname) %(objectname)", "--", *full) or b""
    lines = (line.decode("utf-8", "replace").rpartition(" ") for line in listed.splitlines())
    return frozenset(id_ for ref, _, id_ in lines if ref in full)


def _peeled(root: Path, name: str) -> str:
    """The id of the commit that Git takes a name for; "" for none."""
    found = ask(root, "rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}")
    return (found or b"").decode("ascii", "replace").strip()


def prefix_of(root: Path) -> str:
    """Where ``root`` lies in its repository: "" for the top, else a path that ends in a slash."""
    found = ask(root, "rev-parse", "--show-prefix")
    return (found or b"").removesuffix(b"\n").decode("utf-8", "surrogateescape")


def is_shallow(root: Path) -> bool:
    """Whether the clone holds only the latest commits, so that where lines of work part is unknown."""
    return (ask(root, "rev-parse", "--is-shallow-repository") or b"").strip() == b"true"

"""What lies in the folders of a commit, by name: links and other things that are no files included."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection
from pathlib import Path

from proofolio.adapters.git.command import ask
from proofolio.adapters.git.reference import prefix_of
from proofolio.core.diagnostics.error import ProofolioError


def names_at(root: Path, commit: str, below: str) -> Callable[[str], Collection[str]]:
    """What lies in each folder of a commit, for those below one; nothing when there is no such folder.

    ``below`` is a folder of the district at ``root``. Git is asked once.
    """
    tree = f"{commit}:{prefix_of(root)}"
    listed = ask(root, "ls-tree", "-r", "-z", "--name-only", "--full-tree", tree, "--", f"{below}/")
    if listed is None:
        raise ProofolioError(
            f"Git cannot list the files of the version {commit}",
            "fetch the whole history (git fetch --refetch origin)",
        )
    names: dict[str, set[str]] = defaultdict(set)
    for path in filter(None, listed.decode("utf-8", "surrogateescape").split("\0")):
        while path:
            folder, _, name = path.rpartition("/")
            names[folder].add(name)
            path = folder
    return lambda folder: names.get(folder, frozenset())

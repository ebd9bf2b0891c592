"""Which files of the district are not as the last commit has them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from proofolio.adapters.files.tree import SourceFile
from proofolio.adapters.git.tree import read_commit_tree
from proofolio.core.diagnostics.error import ProofolioError


def unsaved(root: Path, files: Mapping[str, SourceFile]) -> frozenset[str] | None:
    """The paths that differ from the last commit, are new or are gone; None without any commit.

    The files are compared by content, not by ``git status``, which would run the filters that a
    repository's configuration names.
    """
    try:
        saved = {path: each.blob for path, each in read_commit_tree(root, "HEAD").files.items()}
    except ProofolioError:
        return None
    here = {path: each.blob for path, each in files.items()}
    return frozenset(path for path in saved.keys() | here.keys() if saved.get(path) != here.get(path))

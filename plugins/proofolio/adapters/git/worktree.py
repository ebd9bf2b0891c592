"""Whether the folder on the disk is what a commit holds."""

from __future__ import annotations

from pathlib import Path

from proofolio.adapters.files.tree import SourceFile, Tree, read_tree
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.model.digest import blob_of


def differs(root: Path, committed: Tree) -> bool:
    """Whether a file below ``root`` is not as in a commit's tree; a difference in line ends is none.

    The files are compared here, not by ``git status``, which would run the filters that a
    repository's configuration names. A folder that is not there (a bare repository) does not differ.
    """
    try:
        there = read_tree(root).files
    except ProofolioError:
        return False
    return there.keys() != committed.files.keys() or any(
        not _same(file, committed.files[path]) for path, file in there.items()
    )


def _same(file: SourceFile, committed: SourceFile) -> bool:
    if file.blob == committed.blob:
        return True
    return file.data is not None and blob_of(file.data.replace(b"\r\n", b"\n")) == committed.blob

"""Which commits a branch has got since it was last looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from proofolio.adapters.git.command import ask
from proofolio.adapters.git.reference import commit_of
from proofolio.core.diagnostics.error import ProofolioError

MOST = 250


def commits_since(root: Path, since: Sequence[str], until: str) -> list[str]:
    """The commits along the branch's own line up to ``until``, newest first, at most :data:`MOST`.

    ``since`` names where to stop: the first of them that exists and leads to ``until`` counts. Where
    none does (a first push, a history that was rewritten), there is only the newest commit.
    """
    end = commit_of(root, until)
    for start in _known(root, since):
        if ask(root, "merge-base", "--is-ancestor", start, end) is not None:
            listed = ask(root, "rev-list", "--first-parent", f"--max-count={MOST}", f"{start}..{end}")
            return (listed or b"").decode("ascii", "replace").split()
    return [end]


def _known(root: Path, names: Sequence[str]) -> Iterator[str]:
    for name in names:
        try:
            yield commit_of(root, name)
        except ProofolioError:
            continue

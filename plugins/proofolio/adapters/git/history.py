"""What Git remembers of the portfolios and the definitions, in one pass over the log."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from proofolio.adapters.git.command import ask
from proofolio.adapters.git.lineage import Lineage, follow, submission_of
from proofolio.adapters.git.log import LOG, Commit, read_log
from proofolio.adapters.git.uncommitted import uncommitted_reviews
from proofolio.core.model.history import History, Reach, Revision
from proofolio.core.model.identity import Identity

_REVIEW = re.compile(r"portfolios/[^/]+/[^/]+/reviews/[^/]+\.md")
_LENGTH_OF_SHA1 = 40


def read_history(root: Path) -> History:
    """The history of ``portfolios`` and ``competencies`` below ``root``; paths are relative to it.

    ``An empty history`` wherever Git cannot tell the whole of it: no repository or no Git, a
    shallow clone, nothing committed yet, a repository that Git does not trust. Never raises.
    """
    place = ask(root, "rev-parse", "--is-inside-work-tree", "--is-shallow-repository")
    if place is None or place.split() != [b"true", b"false"]:
        return History()
    output = ask(root, *LOG)
    try:
        commits = read_log(output) if output else ()
    except ValueError:  # a Git that prints something else: better no history than a wrong one
        return History()
    if not commits:
        return History()
    lineage = follow(commits)
    return History(Reach.WHOLE, _revisions(commits, lineage), {}, _digests_before(root, lineage))


def _revisions(commits: Iterable[Commit], lineage: Lineage) -> dict[str, tuple[Revision, ...]]:
    paths: dict[int, list[str]] = {}
    for path, positions in sorted(lineage.touched.items()):
        for position in positions:
            paths.setdefault(position, []).append(path)
    revisions = {
        position: Revision(
            commit.id, commit.at, Identity(commit.author, ""), commit.subject, tuple(paths[position])
        )
        for position, commit in enumerate(commits)
        if commit.at is not None and position in paths
    }
    return {
        path: tuple(revisions[position] for position in positions if position in revisions)
        for path, positions in sorted(lineage.touched.items())
    }


def _digests_before(root: Path, lineage: Lineage) -> dict[str, frozenset[str]]:
    """For each review, the digests its submission had before the review's present text came in."""
    if any(len(entry.blob) != _LENGTH_OF_SHA1 for entry in lineage.last.values()):
        return {}  # a SHA-256 repository names its blobs otherwise than the digest does
    committed = {path: at for path, at in lineage.touched.items() if _REVIEW.fullmatch(path)}
    uncommitted = uncommitted_reviews(root, lineage.last)
    found: dict[str, frozenset[str]] = {}
    for path in sorted(committed.keys() | uncommitted):
        folder = submission_of(path)
        if folder is None:
            continue
        digests = lineage.digests.get(folder, [])
        if path not in uncommitted:
            came_in = committed[path][-1]
            digests = [each for each in digests if each[0] < came_in]
        if digests:
            found[path] = frozenset(digest for _, digest in digests)
    return found

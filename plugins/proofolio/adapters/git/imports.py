"""Histories that came in with an import: true, and not how the work here came about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from proofolio.adapters.git.log import Commit

_PLACE = re.compile(r"portfolios/[^/]+/(?:imported|credentials/external)/.+")


def is_imported(path: str) -> bool:
    """Whether a path lies where only imports put something."""
    return _PLACE.fullmatch(path) is not None


def without_imports(commits: Sequence[Commit]) -> Sequence[Commit]:
    """The commits without those that only imports brought in, and the merges without these parents.

    Such a merge has changed nothing in its first parent's files but what was imported. So whatever
    its other parents are, nothing that stands here now comes from them; and a commit of theirs, with its
    claims of who wrote what and when, must not be taken for one about a file of the same name.
    """
    if not any(_brings(each) for each in commits):
        return commits
    parents = {each.id: each.parents[:1] if _brings(each) else each.parents for each in commits}
    ahead = [commits[-1].id]
    reached: set[str] = set()
    while ahead:
        each = ahead.pop()
        if each not in reached:
            reached.add(each)
            ahead.extend(parents.get(each, ()))
    return tuple(each._replace(parents=parents[each.id]) for each in commits if each.id in reached)


def _brings(commit: Commit) -> bool:
    return (
        len(commit.parents) > 1
        and bool(commit.changes)
        and all(is_imported(change.path) for change in commit.changes)
    )

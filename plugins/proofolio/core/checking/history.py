"""Can Git tell what happened? Where it cannot, say why, and what to do."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.diagnostics.finding import PORTFOLIOS, Finding
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules.history import (
    HISTORY_UNREADABLE,
    REPOSITORY_NOT_TRUSTED,
    SHALLOW_HISTORY,
)
from proofolio.core.model.history import History, Reach

_TROUBLES = {
    Reach.SHALLOW: (
        SHALLOW_HISTORY,
        "this copy of the repository lacks the earlier commits, so no dates or versions are shown",
        "git fetch --unshallow brings the rest; in a workflow, set fetch-depth: 0 at the checkout step",
    ),
    Reach.NOT_TRUSTED: (
        REPOSITORY_NOT_TRUSTED,
        "this folder belongs to another user, so Git does not tell its history",
        'git config --global --add safe.directory "$PWD", run in the top folder of the repository',
    ),
    Reach.UNREADABLE: (
        HISTORY_UNREADABLE,
        "the repository's history is incomplete or damaged, so no dates or versions are shown",
        "clone the whole repository again, without --filter and --depth; git fsck tells what is damaged",
    ),
}


def check_history(history: History) -> Iterator[Finding]:
    """What keeps the history from being known; nothing where there is none to know.

    Without Git, a repository or a commit there is nothing wrong: the files are read all the same.
    """
    trouble = _TROUBLES.get(history.reach)
    if trouble is not None:
        rule, message, hint = trouble
        yield Finding(rule, message, Pointer(PORTFOLIOS), hint)

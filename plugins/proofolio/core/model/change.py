"""A proposed change: what a pull request does to the tree, and who opened it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from proofolio.core.model.history import Revision

WORKFLOW_ACCOUNT = "github-actions[bot]"
"""Whom the forge shows as the author of what a workflow's own token writes; nobody can take that name."""


@dataclass(frozen=True, slots=True)
class Stored:
    """What stands at a path in a commit: Git's mode (``100644`` …) and blob id."""

    mode: str
    blob: str


@dataclass(frozen=True, slots=True)
class FileChange:
    """One path that differs between the merge base and the head.

    A rename is two of these: the old path goes, the new one comes. ``before`` is None for a new
    file, ``after`` for one that is gone.
    """

    path: str
    before: Stored | None
    after: Stored | None


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever opened the pull request, as the forge tells it, never as a commit claims it.

    ``number`` is the account's own number, which stays when a login is given up and taken by
    somebody else; None when the forge did not say.
    """

    login: str
    number: int | None = None

    @property
    def is_workflow(self) -> bool:
        """Whether a workflow opened it, so that somebody else must have sent what it holds."""
        return self.login == WORKFLOW_ACCOUNT


@dataclass(frozen=True, slots=True)
class Filed:
    """What an issue form becomes when it is filed on the base once more, to compare a change with.

    Attributes:
        issue: the issue's number.
        sender: the account that sent it, as the forge tells it.
        files: Git's blob id of each file's content, by path; empty when nothing is filed.
        objection: why the issue is not that person's form; "" when it is.
    """

    issue: int
    sender: Actor
    files: Mapping[str, str]
    objection: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """The difference of two trees, so that it holds whatever merges and renames lie between.

    ``base`` is the merge base of the target branch and the head; ``commits`` are those of the head
    that the target does not have, oldest first.
    """

    base: str
    head: str
    files: tuple[FileChange, ...]
    commits: tuple[Revision, ...] = ()

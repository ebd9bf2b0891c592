"""A proposed change: what a pull request does to the tree, and who opened it."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.model.history import Revision


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

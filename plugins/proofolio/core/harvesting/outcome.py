"""What became of each review and comment, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from proofolio.core.model.submission import SubmissionKey


class Result(StrEnum):
    """What became of something that was said in a pull request.

    ``commented``: it rates nothing and is no file of its own. ``waiting``: it cannot be kept yet.
    ``asked``: it could not be understood whole, and a reply says why. ``kept``: a file is there that
    somebody else wrote or changed by hand, and it stays as it is.
    """

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    COMMENTED = "commented"
    WAITING = "waiting"
    ASKED = "asked"
    IGNORED = "ignored"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One result with its reason, in the reader's words. ``address`` is where it was said."""

    result: Result
    pull: int
    reason: str
    by: str | None = None
    work: SubmissionKey | None = None
    address: str | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer to post in the pull request. ``marker`` stands in its text, so that it is posted once."""

    pull: int
    in_reply_to: str | None
    marker: str
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A review file to write. ``sources`` are the addresses of everything that it was made from."""

    path: str
    text: str
    sources: frozenset[str]
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Harvest:
    """Everything that reading the pull requests gave."""

    drafts: tuple[Draft, ...]
    outcomes: tuple[Outcome, ...]
    replies: tuple[Reply, ...]

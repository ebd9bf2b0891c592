"""A pull request's conversation, as the forge tells it, in the words of reviews."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ReviewState(StrEnum):
    """What a reviewer chose when handing in a review on the forge; ``unknown`` is a word new to us."""

    APPROVED = "approved"
    CHANGES_REQUESTED = "changes-requested"
    COMMENTED = "commented"
    DISMISSED = "dismissed"
    PENDING = "pending"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Account:
    """A forge account. ``bot`` tells a program's account from a person's."""

    login: str
    number: int | None
    bot: bool = False


@dataclass(frozen=True, slots=True)
class LineComment:
    """A comment at a place in a file, part of a review.

    ``line`` is 1-based, in the file as it was reviewed; None when the forge no longer knows.
    ``reply`` tells that it answers another comment.
    """

    number: int
    by: Account | None
    at: datetime
    path: str
    line: int | None
    text: str
    commit: str | None
    review: int | None
    reply: bool
    address: str | None


@dataclass(frozen=True, slots=True)
class ForgeReview:
    """A review handed in on the forge. ``commit`` is what the reviewer looked at."""

    number: int
    by: Account | None
    at: datetime | None
    state: ReviewState
    text: str
    commit: str | None
    address: str | None


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in the conversation, bound to no version by the forge."""

    number: int
    by: Account | None
    at: datetime
    text: str
    edited: bool
    address: str | None


@dataclass(frozen=True, slots=True)
class Pull:
    """One pull request with everything said in it.

    ``head`` and ``base`` are commit ids, ``merged`` the commit that brought it into the target
    branch (None while it is open, or was closed without). ``opened_by`` is None for a deleted
    account.
    """

    number: int
    address: str | None
    opened_by: Account | None
    base: str | None
    head: str | None
    merged: str | None
    reviews: tuple[ForgeReview, ...] = ()
    line_comments: tuple[LineComment, ...] = ()
    comments: tuple[Comment, ...] = ()

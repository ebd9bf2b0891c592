"""One object of the API's JSON as what it is: a pull request, a review, a comment on a line or not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, TypeVar

from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.model.pull import Account, Comment, ForgeReview, LineComment, Pull, ReviewState

Place = tuple[str, int]
"""Repository (owner/name, small letters) and number of a pull request."""

_STATES = {
    "approved": ReviewState.APPROVED,
    "changes_requested": ReviewState.CHANGES_REQUESTED,
    "request_changes": ReviewState.CHANGES_REQUESTED,
    "commented": ReviewState.COMMENTED,
    "comment": ReviewState.COMMENTED,
    "dismissed": ReviewState.DISMISSED,
    "pending": ReviewState.PENDING,
}
_PLACE = re.compile(
    r"/(?P<repository>[^/?#]+/[^/?#]+)/(?P<kind>pulls?|issues)/(?P<number>\d{1,10})(?:[/?#]|$)"
)
_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_ONLY_ASKED = "request_review"
_LONGEST = 200_000
_FIRST_YEAR = 1970
_GHOST = "ghost"
_Made = TypeVar("_Made")


class Item(StrEnum):
    """The kinds of objects that count here."""

    PULL = "pull"
    REVIEW = "review"
    LINE = "line"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Thing:
    """One object, and the pull request that it belongs to (None: it does not say).

    ``gone``: an event tells that it was deleted. ``pulled``: what brought it said that it belongs to
    a pull request, and not to an issue.
    """

    item: Item
    place: Place | None
    data: Mapping[str, Any]
    gone: bool = False
    pulled: bool = False


def recognised(data: Mapping[str, Any], place: Place | None) -> Thing | None:
    """What an object is; None for what does not belong to a pull request's conversation."""
    if isinstance(data.get("head"), dict) and isinstance(data.get("base"), dict) and _int(data.get("number")):
        found = _place(data, "html_url", "url") or ("", 0)
        return Thing(Item.PULL, (found[0], _int(data["number"]) or 0), data)
    own = place or _place(data, "pull_request_url", "html_url", "issue_url")
    if "id" not in data or "user" not in data:
        return None
    if isinstance(data.get("path"), str) and ("diff_hunk" in data or "pull_request_review_id" in data):
        return Thing(Item.LINE, own, data)
    reviewed = "commit_id" in data and "submitted_at" in data and "title" not in data
    if (reviewed or str(data.get("state", "")).lower() in _STATES) and "path" not in data:
        return Thing(Item.REVIEW, own, data)
    about_issue = "issue_url" in data or "#issuecomment" in str(data.get("html_url"))
    if about_issue and "title" not in data and "state" not in data:
        return Thing(Item.COMMENT, own, data)
    return None


def pulls_of(things: Iterable[Thing]) -> tuple[Pull, ...]:
    """The pull requests that things belong to, by repository and number."""
    everything = list(things)
    opened = {each.place for each in everything if each.place and each.item is not Item.COMMENT}
    opened |= {each.place for each in everything if each.place and (each.pulled or _in_a_pull(each))}
    groups: dict[Place, list[Thing]] = {place: [] for place in sorted(opened)}
    for each in everything:
        place = each.place
        if place is None:
            if len(groups) != 1:
                raise ProofolioError(
                    "a review or comment does not say which pull request it belongs to",
                    "give the files of one pull request at a time, with the pull request itself",
                )
            place = next(iter(groups))
        if place in groups:  # not a comment on an ordinary issue
            groups[place].append(each)
    return tuple(_pull(place[1], group) for place, group in groups.items())


def _in_a_pull(thing: Thing) -> bool:
    return bool(thing.data.get("pull_request_url")) or "/pull" in str(thing.data.get("html_url"))


def _pull(number: int, things: list[Thing]) -> Pull:
    def latest(item: Item) -> list[Mapping[str, Any]]:
        found: dict[int, Mapping[str, Any]] = {}
        name = "number" if item is Item.PULL else "id"
        gone = {_int(one.data.get(name)) for one in things if one.item is item and one.gone}
        for each in sorted((one.data for one in things if one.item is item), key=_age):
            if _int(each.get(name)) not in gone:
                found[_int(each.get(name)) or 0] = each
        return [found[key] for key in sorted(found)]

    pull = (latest(Item.PULL) or [{}])[0]
    merged = bool(pull.get("merged_at")) or pull.get("merged") is True
    merge = pull.get("merge_commit_sha") or pull.get("merged_commit_id")
    return Pull(
        number=number,
        address=_text(pull.get("html_url")) or None,
        opened_by=_account(pull.get("user")),
        base=_sha(_in(pull, "base")),
        head=_sha(_in(pull, "head")),
        merged=_commit(merge) if merged else None,
        reviews=_made(_review, latest(Item.REVIEW)),
        line_comments=_made(_line, latest(Item.LINE)),
        comments=_made(_comment, latest(Item.COMMENT)),
    )


def _made(
    make: Callable[[Mapping[str, Any]], _Made | None], data: Iterable[Mapping[str, Any]]
) -> tuple[_Made, ...]:
    return tuple(found for each in data if (found := make(each)) is not None)


def _review(data: Mapping[str, Any]) -> ForgeReview | None:
    word = str(data.get("state")).lower()
    state = _STATES.get(word, ReviewState.UNKNOWN)
    number = _int(data.get("id"))
    return (
        None
        if number is None or word == _ONLY_ASKED
        else ForgeReview(
            number=number,
            by=_account(data.get("user")),
            at=_moment(data.get("submitted_at")) or _moment(data.get("updated_at")),
            state=ReviewState.DISMISSED if data.get("dismissed") is True else state,
            text=_text(data.get("body")),
            commit=_commit(data.get("commit_id")),
            address=_text(data.get("html_url")) or None,
        )
    )


def _line(data: Mapping[str, Any]) -> LineComment | None:
    number, at = _int(data.get("id")), _moment(data.get("created_at"))
    if number is None or at is None:
        return None
    # Gitea and Forgejo say position for the line; GitHub's position counts the lines of the diff.
    keys = ("position",) if "resolver" in data else ("original_line", "line")
    return LineComment(
        number=number,
        by=_account(data.get("user")),
        at=at,
        path=_text(data.get("path")),
        line=next((line for key in keys if (line := _int(data.get(key)))), None),
        text=_text(data.get("body")),
        commit=_commit(data.get("original_commit_id")) or _commit(data.get("commit_id")),
        review=_int(data.get("pull_request_review_id")),
        reply=_int(data.get("in_reply_to_id")) is not None,
        address=_text(data.get("html_url")) or None,
    )


def _comment(data: Mapping[str, Any]) -> Comment | None:
    number, at = _int(data.get("id")), _moment(data.get("created_at"))
    if number is None or at is None:
        return None
    changed = _moment(data.get("updated_at"))
    return Comment(
        number=number,
        by=_account(data.get("user")),
        at=at,
        text=_text(data.get("body")),
        edited=changed is not None and changed != at,
        address=_text(data.get("html_url")) or None,
    )


def _account(value: Any) -> Account | None:
    """An account; None for a deleted one, for which forges show nobody, or a ghost."""
    login = _text(value.get("login")) if isinstance(value, dict) else ""
    if not login or login.lower() == _GHOST:
        return None
    number = _int(value.get("id"))
    bot = str(value.get("type", "")).lower() == "bot" or login.lower().endswith("[bot]")
    return Account(login[:200], number if number and number > 0 else None, bot)


def _place(data: Mapping[str, Any], *keys: str) -> Place | None:
    for key in keys:
        found = _PLACE.search(str(data.get(key) or ""))
        if found:
            return found["repository"].lower(), int(found["number"])
    return None


def _age(data: Mapping[str, Any]) -> tuple[str, bool, str]:
    when = data.get("updated_at") or data.get("submitted_at") or data.get("created_at")
    gone = str(data.get("state")).lower() == "dismissed" or data.get("dismissed") is True
    return str(when or ""), gone, _text(data.get("body"))


def _in(data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = data.get(key)
    return value if isinstance(value, dict) else {}


def _sha(end: Mapping[str, Any]) -> str | None:
    return _commit(end.get("sha"))


def _commit(value: Any) -> str | None:
    return value if isinstance(value, str) and _COMMIT.fullmatch(value) else None


def _int(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**63 else None


def _text(value: Any) -> str:
    """A text that can be stored, with one kind of line end; "" for everything else."""
    if not isinstance(value, str):
        return ""
    plain = value[:_LONGEST].encode("utf-8", "replace").decode("utf-8")
    return plain.replace("\r\n", "\n").replace("\r", "\n")


def _moment(value: Any) -> datetime | None:
    try:
        found = datetime.fromisoformat(value) if isinstance(value, str) else None
        if found is None:
            return None
        found = found if found.tzinfo else found.replace(tzinfo=UTC)
        found = found.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return found if found.year >= _FIRST_YEAR else None

"""One comment, or one issue, that is kept up to date instead of a new one each time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum

from proofolio.adapters.github.repository import Repository

LONGEST_TEXT = 65_000
"""Characters; GitHub takes 65,536."""
_CUT = "\n\n*This is longer than the forge allows; the rest is left out.*\n"


class Outcome(StrEnum):
    """What became of it."""

    POSTED = "posted"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


def keep_comment(repository: Repository, number: int, name: str, text: str) -> Outcome:
    """Say this in a pull request or issue, in one comment that is ours.

    It is found by an invisible mark and by its author: anybody can write the mark. ``name`` tells
    several comments of ours apart.
    """
    body = _marked(name, text)
    mine = repository.own_login()
    comments = f"{repository.path}/issues/{number}/comments"
    found = _oldest(repository.api.pages(comments), lambda each: _bears(each, name), mine)
    if found is None:
        repository.api.send("POST", comments, {"body": body})
        return Outcome.POSTED
    if _text(found) == body:
        return Outcome.UNCHANGED
    repository.api.send("PATCH", f"{repository.path}/issues/comments/{found['id']}", {"body": body})
    return Outcome.UPDATED


def say_once(repository: Repository, number: int, mark: str, text: str) -> Outcome:
    """Answer in a pull request, unless a comment of ours bears this mark already. ``text`` holds it."""
    mine = repository.own_login()
    comments = f"{repository.path}/issues/{number}/comments"
    if _oldest(repository.api.pages(comments), lambda each: mark in _text(each), mine):
        return Outcome.UNCHANGED
    repository.api.send("POST", comments, {"body": _cut(text)})
    return Outcome.POSTED


def keep_issue(repository: Repository, title: str, label: str, text: str) -> Outcome:
    """Keep one open issue of ours with this title, and this text.

    It is found by its title and author: a label may be taken off. Gitea and Forgejo know labels by
    number, so there it has none.
    """
    body = _cut(text)
    issues = f"{repository.path}/issues"
    mine = repository.own_login()
    listed = (each for each in repository.api.pages(issues, state="open") if not each.get("pull_request"))
    found = _oldest(listed, lambda each: each.get("title") == title, mine)
    if found is None:
        labels = {} if repository.api.gitea else {"labels": [label]}
        repository.api.send("POST", issues, {"title": title, "body": body, **labels})
        return Outcome.POSTED
    if _text(found) == body:
        return Outcome.UNCHANGED
    repository.api.send("PATCH", f"{issues}/{found['number']}", {"body": body})
    return Outcome.UPDATED


def _oldest(
    found: Iterable[Mapping[str, object]], wanted: Callable[[Mapping[str, object]], bool], login: str
) -> Mapping[str, object] | None:
    """The first of those wanted that this account wrote."""
    return next((each for each in found if wanted(each) and _author(each) == login), None)


def _author(answer: Mapping[str, object]) -> object:
    user = answer.get("user")
    return user.get("login") if isinstance(user, dict) else None


def _mark(name: str) -> str:
    return f"<!-- proofolio: {name} -->"


def _bears(comment: Mapping[str, object], name: str) -> bool:
    return _text(comment).startswith(_mark(name))


def _marked(name: str, text: str) -> str:
    return _cut(f"{_mark(name)}\n{text}")


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - len(_CUT)] + _CUT


def _text(answer: Mapping[str, object]) -> str:
    """The text as it was sent: some forges send line ends of their own back."""
    body = answer.get("body")
    return body.replace("\r\n", "\n") if isinstance(body, str) else ""

"""An issue as the forge tells of it: a webhook's event, or the REST API's object. All of it hostile text."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from proofolio.core.diagnostics.error import ProofolioError

LARGEST = 4 * 1024 * 1024
NOBODY = "ghost"
"""Whom the forge shows in place of an account that is no more."""
_LOGIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9_])?")


@dataclass(frozen=True, slots=True)
class Issue:
    """What somebody sent with a form.

    ``editor`` is the login of whoever changed it last, if that is told; ``is_open`` False once it
    is closed; ``sent`` is the day on which it was opened, if the forge says it.
    """

    number: int
    text: str
    login: str
    account_number: int | None
    editor: str | None
    is_open: bool
    sent: date | None


def read_issue(path: Path) -> Issue:
    """The issue in a file of JSON. Raises ProofolioError when there is none in it."""
    if path.stat().st_size > LARGEST:
        raise ProofolioError(f"{path.name} is larger than an event can be")
    try:
        data = json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        raise ProofolioError(
            f"{path.name} is not JSON", "give the event of an issue, as GITHUB_EVENT_PATH does"
        ) from None
    event = data if isinstance(data, dict) else {}
    issue = event.get("issue", event)
    if not isinstance(issue, dict) or "pull_request" in issue:
        raise _none(path)
    user = issue.get("user")
    login, account_number = _account(user)
    number, text = _number(issue.get("number")), issue.get("body")
    if number is None or not login or not isinstance(text, str | None):
        raise _none(path)
    changed_by = event.get("sender") if event.get("action") == "edited" else issue.get("editor")
    editor = _account(changed_by)[0] or NOBODY if changed_by is not None else None
    is_open = issue.get("state", "open") == "open"
    return Issue(number, text or "", login, account_number, editor, is_open, _day(issue.get("created_at")))


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None


def _account(user: object) -> tuple[str | None, int | None]:
    if not isinstance(user, dict):
        return None, None
    login, number = user.get("login"), _number(user.get("id"))
    named = isinstance(login, str) and _LOGIN.fullmatch(login.removesuffix("[bot]")) is not None
    return (str(login) if named else None), number


def _number(value: object) -> int | None:
    whole = isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10**15
    return int(str(value)) if whole else None


def _none(path: Path) -> ProofolioError:
    return ProofolioError(
        f"{path.name} tells of no issue", "give the event of an issue, as GITHUB_EVENT_PATH does"
    )

"""What a forge's refusal means, in plain words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime

from proofolio.adapters.reporting.visible import one_line
from proofolio.core.diagnostics.error import ProofolioError

_LONGEST_QUOTE = 200


class Refused(ProofolioError):
    """The forge answered, and said no. ``status`` is HTTP's number for it."""

    def __init__(self, status: int, message: str, hint: str | None = None) -> None:
        super().__init__(message, hint)
        self.status = status


def refusal(method: str, path: str, status: int, headers: Mapping[str, str], body: bytes) -> Refused:
    """The error for an answer that is none. ``path`` says what was asked; it holds no secret."""
    asked = f"({method} {one_line(path)})"
    if status == 401:
        return Refused(
            status,
            f"the forge does not accept the token {asked}",
            "GITHUB_TOKEN is wrong or has run out; make a new one",
        )
    if limited(status, headers, body):
        return Refused(status, f"the forge wants to be asked less often {asked}", _until(headers))
    if status == 403:
        return Refused(
            status,
            f"the forge does not allow that {asked}{_said(body)}",
            "give the token, or the workflow's job, the permission that it needs",
        )
    if status in (404, 410):
        return Refused(
            status,
            f"the forge has nothing there, or does not show it {asked}",
            "check GITHUB_REPOSITORY, and that the token may read this repository",
        )
    if 300 <= status < 400:
        return Refused(status, f"the repository has moved {asked}", "set GITHUB_REPOSITORY to its new name")
    if status in (400, 422):
        return Refused(status, f"the forge does not understand what was sent {asked}{_said(body)}")
    if status >= 500:
        return Refused(status, f"the forge has trouble of its own, {status} {asked}", "try again later")
    return Refused(status, f"the forge refused, {status} {asked}{_said(body)}")


def limited(status: int, headers: Mapping[str, str], body: bytes) -> bool:
    """Whether the forge only wants to be asked later. Then nothing was done of what was asked."""
    return status == 429 or (
        status == 403
        and (
            "Retry-After" in headers
            or headers.get("X-RateLimit-Remaining") == "0"
            or b"secondary rate limit" in body
        )
    )


def _until(headers: Mapping[str, str]) -> str:
    reset = headers.get("X-RateLimit-Reset", "")
    if reset.isdigit() and len(reset) < 12:
        return f"try again after {datetime.fromtimestamp(int(reset), UTC):%H:%M} UTC"
    return "try again in some minutes"


def _said(body: bytes) -> str:
    """The forge's own sentence, as one line of visible text; "" when it said nothing readable."""
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    message = answer.get("message") if isinstance(answer, dict) else None
    return f": {one_line(message)[:_LONGEST_QUOTE]}" if isinstance(message, str) and message else ""

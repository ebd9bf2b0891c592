"""Answers to reviewers, from the file in which ``proofolio harvest`` left them."""

from __future__ import annotations

import json
from pathlib import Path

from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.harvesting.outcome import Reply

LARGEST = 4 * 1024 * 1024


def read_replies(path: Path) -> list[Reply]:
    """The answers. Raises ProofolioError when the file holds something else.

    They go into the conversation, so what each answers to is left out.
    """
    with path.open("rb") as stream:
        content = stream.read(LARGEST + 1)
    try:
        listed = json.loads(content) if len(content) <= LARGEST else None
    except (ValueError, RecursionError):
        listed = None
    if not isinstance(listed, list):
        raise _unfit(path)
    return [_reply(each, path) for each in listed]


def _reply(given: object, path: Path) -> Reply:
    match given:
        case {"pull": int(number), "marker": str(marker), "text": str(text)} if marker and marker in text:
            return Reply(number, None, marker, text)
    raise _unfit(path)


def _unfit(path: Path) -> ProofolioError:
    return ProofolioError(f"{path.name} holds no answers", "proofolio harvest --replies writes such a file")

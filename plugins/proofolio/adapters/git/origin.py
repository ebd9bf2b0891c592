"""Who put a review in: the commit that first brought its present text into a person's portfolio."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from proofolio.adapters.git.log import Commit, Entry

_REVIEW = re.compile(r"portfolios/(?P<person>[^/]+)/[^/]+/reviews/(?P<name>[^/]+\.md)")
_Text = tuple[str, str, str]


def origins(commits: Iterable[Commit], last: Mapping[str, Entry]) -> dict[str, int]:
    """For each review's path in ``last`` the position of that commit, counted from 0, oldest first.

    The same text in the portfolio of somebody else is another one: whoever copies it there put it
    there. A folder that was renamed keeps its reviews' origins, and so does a text that came back.
    """
    first: dict[_Text, int] = {}
    for position, commit in enumerate(commits):
        for change in commit.changes:
            text = _text(change.path, change.entry)
            if text is not None:
                first.setdefault(text, position)
    found = {path: _text(path, entry) for path, entry in last.items()}
    return {path: first[text] for path, text in sorted(found.items()) if text is not None and text in first}


def _text(path: str, entry: Entry | None) -> _Text | None:
    place = _REVIEW.fullmatch(path)
    return (place["person"], place["name"], entry.blob) if place and entry else None

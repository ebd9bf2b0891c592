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
    there, and so did whoever brings an earlier text back. A folder that is renamed, or merged, keeps
    its reviews' origins.
    """
    found: dict[_Text, int] = {}
    for position, commit in enumerate(commits):
        gone = {place for each in commit.changes if each.entry is None and (place := _place(each.path))}
        for change in commit.changes:
            text = _text(change.path, change.entry)
            if text is None:
                continue
            if len(commit.parents) > 1 or text[:2] in gone:
                found.setdefault(text, position)
            else:
                found[text] = position
    texts = {path: _text(path, entry) for path, entry in last.items()}
    return {path: found[text] for path, text in sorted(texts.items()) if text is not None and text in found}


def _place(path: str) -> tuple[str, str] | None:
    """Whose review a path is, and the file's name: both stay when a submission is renamed."""
    place = _REVIEW.fullmatch(path) if "/reviews/" in path else None
    return (place["person"], place["name"]) if place else None


def _text(path: str, entry: Entry | None) -> _Text | None:
    place = _place(path)
    return (*place, entry.blob) if place and entry else None

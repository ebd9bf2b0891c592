"""Headings of a body, and the ids that they are reached by."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.adapters.files.outline import slug

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as it stands on the page: ``id`` is the element's id, ``title`` plain text."""

    level: int
    id: str
    title: str


def anchor(title: str) -> str:
    """A heading's id before its prefix: the same that the reader of files gives the section."""
    return slug(title)[:80].strip("-") or "section"

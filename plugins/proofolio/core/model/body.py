"""A Markdown body, and what a machine may know of it without rendering it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Section:
    """A second-level heading and what stands below it.

    ``id`` is the heading as a slug. ``words`` counts what the author wrote: no heading, no
    comment, no untouched sentence stem. ``line`` is 1-based within the file.
    """

    id: str
    title: str
    line: int
    words: int


@dataclass(frozen=True, slots=True)
class Link:
    """A link or ``[[competency]]`` reference in the body; ``target`` as written."""

    target: str
    line: int
    column: int
    wiki: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """An image in the body; ``alt`` is its text alternative, empty when there is none.

    ``html``: it is written as a tag, and not in Markdown.
    """

    target: str
    alt: str
    line: int
    column: int
    html: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """Untrusted Markdown with its outline. ``line`` is the file's line of its first character."""

    text: str
    line: int = 1
    words: int = 0
    sections: tuple[Section, ...] = ()
    links: tuple[Link, ...] = ()
    pictures: tuple[Picture, ...] = ()

    @property
    def blank(self) -> bool:
        """Whether nothing is there to read: at most comments, such as the prompt of a new file."""
        return not _COMMENT.sub("", self.text).strip()

    def section(self, section_id: str) -> Section | None:
        """The section with this slug, or None."""
        return next((each for each in self.sections if each.id == section_id), None)

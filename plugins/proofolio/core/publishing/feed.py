"""What can be followed: news of the site, of a person, of a competency, of an organisation (Atom)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class News:
    """One thing that happened on ``on``.

    ``part`` tells apart several of one page. ``author`` is a name. ``refs`` are the competencies
    (``framework/id``) that it is about, and ``subjects`` their names; ``first`` is when it was first there.
    """

    uri: str
    part: str
    title: str
    summary: str
    person: str
    author: str
    organization: str | None
    on: date
    first: date
    refs: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed at ``uri`` about what is on the page ``home``, newest first."""

    uri: str
    home: str
    title: str
    issuer: str
    news: tuple[News, ...]

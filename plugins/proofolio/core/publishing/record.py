"""What the search knows of a page."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.publishing.views.filter import FilterTag

(
    PERSON,
    WORK,
    CREDENTIAL,
    COMPETENCY,
    MICRO_CREDENTIAL,
    PATHWAY,
    COURSE,
    OPPORTUNITY,
    FRAMEWORK,
    HELP,
    LIST,
) = KINDS = (
    "person",
    "work",
    "credential",
    "competency",
    "micro-credential",
    "pathway",
    "course",
    "opportunity",
    "framework",
    "help",
    "list",
)
"""The kinds of pages, in the order to show."""
FACETS = ("kind", "competency", "level", "organization")


@dataclass(frozen=True, slots=True)
class Record:
    """One page as the search knows it.

    ``by`` names who stands behind it and what it is for; ``said`` are its own first words, to search and
    to show; ``names`` are further words by which it is found. ``filters`` has its values for each facet.
    ``home`` is the folder whose files it changes with, so that what changes together is kept together.
    """

    uri: str
    title: str
    kind: str
    by: str = ""
    said: str = ""
    names: tuple[str, ...] = ()
    filters: tuple[FilterTag, ...] = ()
    home: str = ""

    def values(self, name: str) -> tuple[str, ...]:
        """What it can be found by in one facet."""
        return next((each.values for each in self.filters if each.name == name), ())

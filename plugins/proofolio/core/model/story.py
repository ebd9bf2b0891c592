"""The revision story: version, the feedback that caused the next one, what changed, decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from proofolio.core.model.history import Signature
from proofolio.core.model.identity import Identity
from proofolio.core.model.review import Review


class Span(StrEnum):
    """What became of a run of words between two versions."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Words:
    """A run of words of a text: what became of them, and whether they stand in the work today."""

    span: Span
    text: str
    stands: bool = True


@dataclass(frozen=True, slots=True)
class SectionChange:
    """What changed in one section of the text, in reading order. ``title`` is "" before the first."""

    title: str
    words: tuple[Words, ...]
    added: int
    removed: int


class FileFate(StrEnum):
    """What became of a file between two versions."""

    ADDED = "added"
    REPLACED = "replaced"
    REMOVED = "removed"
    RENAMED = "renamed"


@dataclass(frozen=True, slots=True)
class FileStory:
    """One file that changed, by its path below the submission. ``before`` is its earlier name."""

    path: str
    fate: FileFate
    before: str | None = None


@dataclass(frozen=True, slots=True)
class FactChange:
    """A line of front matter that changed: its key, its value before and after, in plain words."""

    key: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Chapter:
    """One version that was looked at (or is the present one), and what led from the last to it.

    Attributes:
        number: from 1.
        digest: the version's digest.
        begun: when the first change after the last chapter was saved.
        at: when this version was saved.
        authors: everybody who saved or co-authored a change since the last chapter.
        saves: how many commits led here from the last chapter.
        signature: the weakest signature of them.
        sections, files, facts: what changed since the last chapter; empty for the first.
        reviews: the reviews of exactly this version, oldest first.
        submitted: whether this version was handed in; False while it was a draft.
        present: whether this is the work as it stands now.
    """

    number: int
    digest: str
    begun: datetime
    at: datetime
    authors: tuple[Identity, ...]
    saves: int
    signature: Signature
    sections: tuple[SectionChange, ...]
    files: tuple[FileStory, ...]
    facts: tuple[FactChange, ...]
    reviews: tuple[Review, ...]
    submitted: bool
    present: bool


@dataclass(frozen=True, slots=True)
class Story:
    """How one submission grew, oldest first; empty when the history cannot tell."""

    person: str
    slug: str
    chapters: tuple[Chapter, ...] = ()

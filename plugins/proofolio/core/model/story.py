"""The revision story: version, the feedback that caused the next one, what changed, decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from proofolio.core.model.history import Signature
from proofolio.core.model.identity import Identity
from proofolio.core.model.review import Review
from proofolio.core.model.visibility import Visibility


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
    """What changed in one section of the text, in reading order. ``title`` is "" before the first.

    ``before`` is its earlier title, if that changed; ``stands``: a section of this title stands in the
    work today.
    """

    title: str
    words: tuple[Words, ...]
    added: int
    removed: int
    before: str | None = None
    stands: bool = True


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
    """A line of front matter that changed: its key, its value before and after, in plain words.

    ``item`` says of which of several it is: a measure, a piece of evidence, a competency.
    """

    key: str
    before: str | None
    after: str | None
    item: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One version that was looked at (or is the present one), and what led from the last to it.

    Attributes:
        number: from 1.
        digest: the version's digest.
        begun: when the first change after the last chapter was saved.
        at: when this version was saved; None: it is not in Git yet.
        authors: everybody who saved or co-authored a change since the last chapter.
        saves: how many commits led here from the last chapter.
        signature: the weakest signature of them.
        sections, files, facts: what changed since the last chapter; empty for the first.
        reviews: the reviews of this version, oldest first; one whose ``reviewed`` is another digest is
            of a version that the history does not have, and stands here by its date.
        submitted: whether this version was handed in; False while it was a draft or for practice.
        present: whether this is the work as it stands now.
        visibility: this version's own word on who may see it; None when it said nothing.
        same_as: the number of the earlier chapter whose version this one is, when the work went back.
        legible: whether the text of this version and of the one before could be read.
    """

    number: int
    digest: str
    begun: datetime | None
    at: datetime | None
    authors: tuple[Identity, ...]
    saves: int
    signature: Signature
    sections: tuple[SectionChange, ...]
    files: tuple[FileStory, ...]
    facts: tuple[FactChange, ...]
    reviews: tuple[Review, ...]
    submitted: bool
    present: bool
    visibility: Visibility | None = None
    same_as: int | None = None
    legible: bool = True


@dataclass(frozen=True, slots=True)
class Story:
    """How one submission grew, oldest first; empty when the history cannot tell."""

    person: str
    slug: str
    chapters: tuple[Chapter, ...] = ()

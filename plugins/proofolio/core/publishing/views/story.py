"""How one piece of work grew: its rounds, each with what changed and what reviewers said."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.publishing.page import Ref
from proofolio.core.publishing.views.level import LevelView


@dataclass(frozen=True, slots=True)
class WordsView:
    """A run of words: ``span`` is ``same``, ``added``, ``removed`` or ``cut`` (words left out).

    ``gap`` is the blank space before it: "", a space, or a line break.
    """

    span: str
    gap: str
    text: str


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A paragraph of a changed text. ``whole`` is ``added`` or ``removed`` when all of it is; else ``""``."""

    whole: str
    words: tuple[WordsView, ...]


@dataclass(frozen=True, slots=True)
class PassageView:
    """What changed in one section of the text. Without paragraphs, none of it is to be shown.

    ``summary`` counts ("12 words added, three taken out"); ``note`` tells of another title, or that
    some of the words did not stay.
    """

    title: str
    summary: str
    note: str | None
    paragraphs: tuple[ParagraphView, ...]


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A file or a fact that changed: ``fate`` is one word ("Added"), ``what`` its name.

    ``detail`` is its value, or how it was before.
    """

    fate: str
    what: str
    detail: str | None


@dataclass(frozen=True, slots=True)
class FeedbackRating:
    """One rating in short; ``level_name`` stands when the level is no longer on the scale."""

    criterion: str
    level: LevelView | None
    level_name: str
    next_step: str | None


@dataclass(frozen=True, slots=True)
class FeedbackView:
    """One review in short. ``number`` is its place among the page's reviews, for the link to it.

    ``elsewhere``: it was of a version that the history does not have.
    """

    number: int
    reviewer: Ref
    on: str
    verdict: str
    met: bool
    elsewhere: bool
    ratings: tuple[FeedbackRating, ...]


@dataclass(frozen=True, slots=True)
class RoundView:
    """One version: what led to it, and what was said of it.

    Attributes:
        number: from 1.
        title: such as "First version".
        on: ISO day on which it was saved; None: not yet.
        begun: ISO day of the first change since the last round, when that was another day.
        who: those who wrote it, by name.
        saves: such as "saved three times".
        signed: whether every change since the last round carries its author's own signature.
        present: whether it is the work as it stands.
        stale: whether it changed after its last review.
        note: why nothing, or not all, is told of it.
        summary: what changed in one line; None for the first.
        open: whether what changed is short or urgent enough to stand unfolded.
        passages, evidence, facts: what changed.
        rest: what changed besides and is not shown, in words.
        feedback: the reviews of this version, oldest first.
    """

    number: int
    title: str
    on: str | None
    begun: str | None
    who: tuple[str, ...]
    saves: str | None
    signed: bool
    present: bool
    stale: bool
    note: str | None
    summary: str | None
    open: bool
    passages: tuple[PassageView, ...]
    evidence: tuple[ChangeView, ...]
    facts: tuple[ChangeView, ...]
    rest: str | None
    feedback: tuple[FeedbackView, ...]


@dataclass(frozen=True, slots=True)
class StoryView:
    """The whole story, oldest round first. ``lead`` sums it up in one sentence."""

    lead: str
    rounds: tuple[RoundView, ...]

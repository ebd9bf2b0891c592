"""The versions of a submission that the story stops at, and which review was of which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from proofolio.core.model.history import Revision, Version
from proofolio.core.model.review import Review, Verdict
from proofolio.core.model.submission import Submission


@dataclass(frozen=True, slots=True)
class Stage:
    """A version with the saves that led to it from the stage before, oldest first.

    ``saves`` is empty for work that is not in Git yet. ``files`` maps a path to a blob id.
    """

    digest: str
    saves: tuple[Revision, ...]
    files: Mapping[str, str]
    reviews: tuple[Review, ...]


@dataclass(frozen=True, slots=True)
class _Step:
    digest: str
    revision: Revision | None
    files: Mapping[str, str]


def stages(submission: Submission, versions: Sequence[Version]) -> tuple[Stage, ...]:
    """Every version that was reviewed, and the present one; none when the history holds no version."""
    if not versions:
        return ()
    steps = [_Step(each.digest, each.revision, each.files) for each in versions]
    if steps[-1].digest != submission.digest:
        steps.append(_Step(submission.digest, None, {each.path: each.blob for each in submission.files}))
    reviews = sorted(submission.reviews, key=lambda each: (each.on, each.source.file))
    placed: dict[int, list[Review]] = {}
    strangers = []
    for review in reviews:
        at = _place(review, steps)
        # who steps back from a piece of work has not looked at a version of it
        if at is None or review.verdict is Verdict.RECUSED:
            strangers.append(review)
        else:
            placed.setdefault(at, []).append(review)
    stops = sorted({*placed, len(steps) - 1})
    for review in strangers:
        placed.setdefault(_by_day(review.on, steps, stops), []).append(review)
    return tuple(_stage(steps, stops, number, placed) for number in range(len(stops)))


def _stage(
    steps: Sequence[_Step], stops: Sequence[int], number: int, placed: Mapping[int, list[Review]]
) -> Stage:
    at = stops[number]
    first = stops[number - 1] + 1 if number else 0
    saves = tuple(each.revision for each in steps[first : at + 1] if each.revision is not None)
    reviews = sorted(placed.get(at, ()), key=lambda each: (each.on, each.source.file))
    return Stage(steps[at].digest, saves, steps[at].files, tuple(reviews))


def _place(review: Review, steps: Sequence[_Step]) -> int | None:
    """The version that a review was of; of several with its digest the last one before its day."""
    same = [at for at, each in enumerate(steps) if each.digest == review.reviewed]
    if len(same) < 2:
        return same[0] if same else None
    earlier = [at for at in same if _saved_by(steps[at], review.on)]
    return earlier[-1] if earlier else same[0]


def _by_day(on: date, steps: Sequence[_Step], stops: Sequence[int]) -> int:
    earlier = [at for at in stops if _saved_by(steps[at], on)]
    return earlier[-1] if earlier else stops[0]


def _saved_by(step: _Step, on: date) -> bool:
    return step.revision is not None and step.revision.at.date() <= on

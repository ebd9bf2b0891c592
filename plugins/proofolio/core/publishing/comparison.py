"""A person's own ratings beside the reviewers', over time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from proofolio.core.language.say import say, says
from proofolio.core.model.competency import Competency
from proofolio.core.model.succession import line
from proofolio.core.publishing import scale
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.views.level import LevelView
from proofolio.core.publishing.views.mastery import OwnRating, ReviewersRating, SideBySide

Target = tuple[str, str]
"""A competency's ref, and a criterion's id or "" for the competency as a whole."""


def own_ratings(scene: Scene, person: str) -> dict[Target, list[OwnRating]]:
    """A person's self-ratings, oldest first. They are the profile's to show or to hide."""
    found: dict[Target, list[OwnRating]] = {}
    if not scene.sight.opens(person):
        return found
    assessments = scene.district.portfolios[person].self_assessments
    for assessment in sorted(assessments, key=lambda each: (each.on, each.source.file)):
        targets = [scene.district.target(each.target) for each in assessment.ratings]
        # what replaces a rated competency is rated with it, unless it is rated itself
        taken = {(each[0].ref, each[1].id if each[1] else "") for each in targets if each is not None}
        for rating, target in zip(assessment.ratings, targets, strict=True):
            if target is None:
                continue
            part = target[1].id if target[1] else ""
            for at, competency in enumerate(line(scene.district, target[0])):
                key = (competency.ref, part)
                there = not part or part in competency.rubric.criteria
                level = scale.level(scene.district.frameworks[competency.framework], rating.level)
                if level is not None and there and (at == 0 or key not in taken):
                    made = OwnRating(assessment.on.isoformat(), level, rating.confidence, rating.note)
                    found.setdefault(key, []).append(made)
    return found


def side_by_side(scene: Scene, person: str) -> tuple[SideBySide, ...]:
    """Everything that was rated, in the order of the frameworks and their rubrics."""
    own, reviewed = own_ratings(scene, person), _reviewed(scene, person)
    rows = (
        _row(scene, each, key, own.get(key, []), reviewed.get(key, []))
        for each in scene.district.competencies()
        for key in _targets(each)
        if key in own or key in reviewed
    )
    return tuple(rows)


def in_short(rows: tuple[SideBySide, ...]) -> str | None:
    """How far the two views agree, in a sentence; None when nothing was rated by both."""
    both = [pair for each in rows if (pair := _latest(each.own, each.reviewers)) is not None]
    if not both:
        return None
    more = sum(1 for own, reviewers in both if reviewers.rank > own.rank)
    less = sum(1 for own, reviewers in both if reviewers.rank < own.rank)
    return says(
        "{n} thing is rated by both: agreed on {agree}, reviewers see more in {more} and less in {less}.",
        "{n} things are rated by both: agreed on {agree}, reviewers see more in {more} and less in {less}.",
        len(both),
        agree=len(both) - more - less,
        more=more,
        less=less,
    )


def _latest(
    own: Sequence[OwnRating], reviewers: Sequence[ReviewersRating]
) -> tuple[LevelView, LevelView] | None:
    """The two latest levels; None while one is missing. Ratings of what changed since do not count."""
    fresh = [each for each in reviewers if each.fresh]
    return (own[-1].level, fresh[-1].level) if own and fresh else None


def _targets(competency: Competency) -> Iterator[Target]:
    yield competency.ref, ""
    for criterion in competency.rubric.criteria:
        yield competency.ref, criterion


def _reviewed(scene: Scene, person: str) -> dict[Target, list[ReviewersRating]]:
    found: dict[Target, list[ReviewersRating]] = {}
    for point in scene.people[person].growth:
        submission = scene.district.submission((person, point.submission or ""))
        competency = scene.district.competency(point.competency)
        if submission is None or competency is None:
            continue
        for each in line(scene.district, competency):
            level = scale.level(scene.district.frameworks[each.framework], point.level)
            if level is not None and (each is competency or point.criterion in each.rubric.criteria):
                made = ReviewersRating(
                    point.on.isoformat(),
                    level,
                    scene.reviewer(submission, point.by),
                    point.fresh,
                    scene.sight.submission(submission),
                )
                found.setdefault((each.ref, point.criterion or ""), []).append(made)
    return {key: sorted(rows, key=lambda rating: rating.on) for key, rows in found.items()}


def _row(
    scene: Scene,
    competency: Competency,
    key: Target,
    own: list[OwnRating],
    reviewers: list[ReviewersRating],
) -> SideBySide:
    criterion = competency.rubric.criteria.get(key[1])
    both = _latest(own, reviewers)
    return SideBySide(
        scene.sight.competency(competency.ref),
        criterion.title if criterion else None,
        tuple(own),
        tuple(reviewers),
        _comparison(*both) if both else None,
    )


def _comparison(own: LevelView, reviewers: LevelView) -> str:
    if own.rank == reviewers.rank:
        return say("Own view and reviewers agree: {level}.", level=own.title)
    if reviewers.rank > own.rank:
        return say(
            "Reviewers see more than the own view: {level}, beside {own}.",
            level=reviewers.title,
            own=own.title,
        )
    return say(
        "Reviewers see less than the own view: {level}, beside {own}.", level=reviewers.title, own=own.title
    )

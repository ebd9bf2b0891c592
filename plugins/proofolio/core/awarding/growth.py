"""Growth: every level on its day, reviewers' and one's own, not only the last one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from proofolio.core.awarding.catalogue import Catalogue
from proofolio.core.awarding.judgement import Judgement
from proofolio.core.model.progress import LevelReached
from proofolio.core.model.self_assessment import SelfAssessment


def growth(
    judgements: Sequence[Judgement],
    assessments: Iterable[SelfAssessment],
    catalogue: Catalogue,
) -> tuple[LevelReached, ...]:
    """All ratings of a person over time, oldest first."""
    points = [*_reviewed(judgements), *self_rated(assessments, catalogue)]
    return tuple(sorted(points, key=_order))


def self_rated(assessments: Iterable[SelfAssessment], catalogue: Catalogue) -> Iterator[LevelReached]:
    """A person's own ratings, oldest first. What names nothing known is left out.

    A rating of a competency that was replaced stands for its replacement too, unless that one is
    rated itself on the same day.
    """
    for assessment in sorted(assessments, key=lambda each: (each.on, each.source.file)):
        rated = [(each, catalogue.district.target(each.target)) for each in assessment.ratings]
        taken = {
            (target[0].ref, target[1].id if target[1] else None) for _, target in rated if target is not None
        }
        for rating, target in rated:
            criterion = target[1].id if target and target[1] else None
            for at, competency in enumerate(catalogue.line(target[0]) if target else ()):
                there = criterion is None or criterion in competency.rubric.criteria
                again = at > 0 and (competency.ref, criterion) in taken
                if there and not again and catalogue.scale(competency).knows(rating.level):
                    yield LevelReached(
                        competency=competency.ref,
                        criterion=criterion,
                        level=rating.level,
                        on=assessment.on,
                        by=assessment.person,
                        own=True,
                    )


def _reviewed(judgements: Sequence[Judgement]) -> Iterator[LevelReached]:
    """The ratings of counted reviews of everything but practice, whether the evidence changed or not."""
    for each in judgements:
        competency = each.asked.competency
        if competency is None or each.submission.practice:
            continue
        for rating in each.ratings:
            if rating.criterion in competency.rubric.criteria and each.asked.scale.knows(rating.level):
                yield LevelReached(
                    competency=competency.ref,
                    criterion=rating.criterion,
                    level=rating.level,
                    on=rating.on,
                    by=rating.by,
                    own=False,
                    fresh=rating.fresh,
                    submission=each.submission.slug,
                )


def _order(point: LevelReached) -> tuple[object, ...]:
    return (
        point.on,
        point.competency,
        point.criterion or "",
        point.own,
        point.submission or "",
        point.by,
        point.fresh,
        point.level,
    )

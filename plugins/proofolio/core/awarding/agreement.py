"""Agreement between reviewers: how often two people saw the same in the same evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from proofolio.core.awarding.catalogue import Asked, Catalogue
from proofolio.core.awarding.reviews import sort_out
from proofolio.core.awarding.scale import Scale
from proofolio.core.model.agreement import Agreement, Concord, Disagreement
from proofolio.core.model.district import District
from proofolio.core.model.review import Review
from proofolio.core.model.submission import Submission

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Double:
    """One criterion of one version, rated by two people, who stand in the order of their ids."""

    submission: Submission
    criterion: str
    first: Review
    second: Review
    scale: Scale

    @property
    def levels(self) -> tuple[str, str]:
        return self.first.ratings[self.criterion], self.second.ratings[self.criterion]

    @property
    def pair(self) -> Pair:
        first, second = self.levels
        return self.scale.rank(first), self.scale.rank(second)

    @property
    def split(self) -> bool:
        return len({self.scale.mastered(each) for each in self.levels}) > 1


def agreement(district: District, today: date, people: Iterable[str] | None = None) -> Agreement:
    """How far reviewers agree about the work of ``people``, or of everyone.

    Counted are the latest reviews that each person gave of each version, of today's evidence or an
    earlier one, as far as they count at all.
    """
    catalogue = Catalogue.of(district)
    wanted = None if people is None else frozenset(people)
    every = [
        double
        for submission in district.submissions()
        if wanted is None or submission.person in wanted
        for double in _doubles(submission, catalogue, today)
    ]
    names = sorted({each.submission.micro_credential for each in every})
    by_name = {name: [each for each in every if each.submission.micro_credential == name] for name in names}
    return Agreement(
        whole=_concord(every),
        micro_credentials={name: _concord(doubles) for name, doubles in by_name.items()},
        criteria={
            name: {
                criterion.id: _concord([each for each in doubles if each.criterion == criterion.id])
                for criterion in catalogue.of_micro_credential(name).criteria
                if any(each.criterion == criterion.id for each in doubles)
            }
            for name, doubles in by_name.items()
        },
        disagreements=tuple(_disagreement(each) for each in every if each.split),
    )


def _doubles(submission: Submission, catalogue: Catalogue, today: date) -> Iterator[_Double]:
    asked = catalogue.of_micro_credential(submission.micro_credential)
    versions: dict[str, dict[str, Review]] = {}
    for review in sort_out(submission, catalogue.district.people, today).counted:
        versions.setdefault(review.reviewed, {})[review.reviewer] = review
    for latest in versions.values():
        for first, second in combinations(sorted(latest), 2):
            yield from _rated_by_both(submission, asked, latest[first], latest[second])


def _rated_by_both(submission: Submission, asked: Asked, first: Review, second: Review) -> Iterator[_Double]:
    for criterion in asked.criteria:
        levels = [each.ratings.get(criterion.id, "") for each in (first, second)]
        if all(map(asked.scale.knows, levels)):
            yield _Double(submission, criterion.id, first, second, asked.scale)


def _disagreement(double: _Double) -> Disagreement:
    submission, (first, second) = double.submission, double.levels
    return Disagreement(
        submission.person,
        submission.slug,
        submission.micro_credential,
        double.criterion,
        double.first.reviewed,
        {double.first.reviewer: first, double.second.reviewer: second},
    )


def _concord(doubles: Sequence[_Double]) -> Concord:
    pairs = [each.pair for each in doubles]
    same_scale = len({each.scale.framework.id for each in doubles if each.scale.framework}) <= 1
    return Concord(
        pairs=len(pairs),
        exact=sum(first == second for first, second in pairs),
        near=sum(abs(first - second) <= 1 for first, second in pairs),
        split=sum(each.split for each in doubles),
        kappa=kappa(pairs) if same_scale else None,
    )


def kappa(pairs: Sequence[Pair]) -> float | None:
    """Cohen's kappa with quadratic weights: 1 for agreement throughout, 0 for what chance gives.

    The weights' scale cancels out, so the number of levels does not enter. None for fewer than two
    pairs, and where both raters always gave one and the same level: nothing could have differed then.
    """
    number = len(pairs)
    if number < 2:
        return None
    seen = sum((first - second) ** 2 for first, second in pairs)
    squares = sum(first**2 + second**2 for first, second in pairs)
    sums = [sum(side) for side in zip(*pairs, strict=True)]
    by_chance = number * squares - 2 * sums[0] * sums[1]
    return 1 - number * seen / by_chance if by_chance else None

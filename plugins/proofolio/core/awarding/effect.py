"""The effect of a change: what becomes of the work that it touches, and of its people's mastery map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from proofolio.core.diagnostics.finding import PORTFOLIOS
from proofolio.core.model.district import District
from proofolio.core.model.portfolio import Portfolio
from proofolio.core.model.progress import CompetencyProgress, PersonProgress
from proofolio.core.model.standing import Decision, Wait
from proofolio.core.model.submission import Submission, SubmissionKey
from proofolio.core.model.visibility import Visibility


@dataclass(frozen=True, slots=True)
class Side:
    """A district before or after the change, with all that is decided about it on the same day."""

    district: District
    progress: Mapping[str, PersonProgress]

    def decision(self, key: SubmissionKey) -> Decision | None:
        """What is decided about a submission; None where there is none."""
        person = self.progress.get(key[0])
        return person.decisions.get(key[1]) if person else None


@dataclass(frozen=True, slots=True)
class WorkEffect:
    """What becomes of one submission. ``before`` is None for new work, ``after`` for work that goes."""

    submission: Submission
    before: Decision | None
    after: Decision | None

    @property
    def waits(self) -> Wait | None:
        """What it waits for once the change is in."""
        return self.after.waits_for if self.after else None


@dataclass(frozen=True, slots=True)
class LevelChange:
    """A level that is another now, by titles; None for not rated."""

    competency: str
    criterion: str | None
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class CountChange:
    """A count that is another now: ``before`` and ``after`` of ``of``."""

    title: str
    before: int
    after: int
    of: int


@dataclass(frozen=True, slots=True)
class PersonEffect:
    """What changes for one person. Empty where ``private``: such a map is nobody else's to see.

    ``demonstrated`` and ``earned`` are titles that are new, ``lost`` such as are gone.
    """

    person: str
    private: bool
    levels: tuple[LevelChange, ...] = ()
    demonstrated: tuple[str, ...] = ()
    sets: tuple[CountChange, ...] = ()
    pathways: tuple[CountChange, ...] = ()
    finished: tuple[str, ...] = ()
    earned: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    hours_before: float = 0
    hours_after: float = 0

    @property
    def nothing(self) -> bool:
        """Whether the change leaves the map as it is."""
        changes = (self.levels, self.demonstrated, self.sets, self.pathways, self.finished, self.earned)
        return not any(changes) and not self.lost and self.hours_before == self.hours_after


@dataclass(frozen=True, slots=True)
class Effect:
    """All of it. ``others`` counts the submissions that it does not touch and that stand elsewhere now."""

    works: tuple[WorkEffect, ...]
    people: tuple[PersonEffect, ...]
    others: int


def effect(base: Side, head: Side, paths: Iterable[str]) -> Effect:
    """Compare two states of a district, for the people and the work that these paths belong to.

    Levels that rest on blind reviews are left out, and so is the whole map of a private portfolio:
    whoever reads of the change is to learn no more than the change itself holds.
    """
    places = [path.split("/") for path in paths]
    touched = {(each[1], each[2]) for each in places if len(each) > 3 and each[0] == PORTFOLIOS}
    people = {each[1] for each in places if len(each) > 2 and each[0] == PORTFOLIOS}
    works = tuple(_works(base, head, sorted(touched)))
    return Effect(
        works,
        tuple(_person(base, head, each) for each in sorted(people) if _known(each, base, head)),
        sum(_moved(each, base, head) for each in _keys(base, head) - touched),
    )


def _works(base: Side, head: Side, keys: Iterable[SubmissionKey]) -> Iterator[WorkEffect]:
    for key in keys:
        submission = head.district.submission(key) or base.district.submission(key)
        if submission is not None:
            yield WorkEffect(submission, base.decision(key), head.decision(key))


def _keys(*sides: Side) -> set[SubmissionKey]:
    return {each.key for side in sides for each in side.district.submissions()}


def _moved(key: SubmissionKey, base: Side, head: Side) -> bool:
    before, after = base.decision(key), head.decision(key)
    return (before.standing if before else None) is not (after.standing if after else None)


def _known(person: str, *sides: Side) -> bool:
    return any(person in side.district.portfolios for side in sides)


def _person(base: Side, head: Side, person: str) -> PersonEffect:
    portfolios = [each.district.portfolios.get(person) for each in (base, head)]
    if any(each.visibility is Visibility.PRIVATE for each in portfolios if each is not None):
        return PersonEffect(person, private=True)
    before, after = base.progress.get(person), head.progress.get(person)
    own, won = _awards(before), _awards(after)
    names = {**base.district.micro_credentials, **head.district.micro_credentials}
    titles = {name: names[name].title if name in names else name for name in own | won}
    return PersonEffect(
        person=person,
        private=False,
        levels=tuple(_levels(base, head, person)),
        demonstrated=tuple(_demonstrated(head.district, before, after)),
        sets=tuple(_sets(before, after)),
        pathways=tuple(_pathways(head.district, _chosen(portfolios[1]), before, after)),
        finished=tuple(_finished(head.district, before, after)),
        earned=tuple(titles[each] for each in sorted(won - own)),
        lost=tuple(titles[each] for each in sorted(own - won)),
        hours_before=before.hours.total if before else 0,
        hours_after=after.hours.total if after else 0,
    )


def _chosen(portfolio: Portfolio | None) -> tuple[str, ...]:
    return portfolio.profile.pathways if portfolio and portfolio.profile else ()


def _awards(progress: PersonProgress | None) -> set[str]:
    return set(progress.awards) if progress else set()


def _levels(base: Side, head: Side, person: str) -> Iterator[LevelChange]:
    blind = _blind(person, base) | _blind(person, head)
    for competency in head.district.competencies():
        before, after = (_competency(each, person, competency.ref) for each in (base, head))
        if competency.ref in blind or (before is None and after is None):
            continue
        framework = head.district.frameworks[competency.framework]
        titles = {level.id: level.title for level in framework.levels}
        for criterion in competency.rubric.criteria.values():
            was, now = (each.criteria.get(criterion.id) if each else None for each in (before, after))
            if was != now:
                levels = (titles.get(each, each) if each else None for each in (was, now))
                yield LevelChange(competency.title, criterion.title, *levels)


def _blind(person: str, side: Side) -> set[str]:
    """The competencies whose levels rest on reviews by people who are to stay unnamed."""
    portfolio = side.district.portfolios.get(person)
    found = set()
    for submission in portfolio.submissions.values() if portfolio else ():
        asked = side.district.micro_credentials.get(submission.micro_credential)
        competency = side.district.competency_of(asked) if asked and asked.review.blind else None
        if competency is not None:
            found.add(competency.ref)
    return found


def _competency(side: Side, person: str, ref: str) -> CompetencyProgress | None:
    progress = side.progress.get(person)
    return progress.competencies.get(ref) if progress else None


def _demonstrated(
    district: District, before: PersonProgress | None, after: PersonProgress | None
) -> Iterator[str]:
    had = {ref for ref, each in before.competencies.items() if each.demonstrated} if before else set()
    for competency in district.competencies():
        now = after.competencies.get(competency.ref) if after else None
        if now is not None and now.demonstrated and competency.ref not in had:
            yield competency.title


def _sets(before: PersonProgress | None, after: PersonProgress | None) -> Iterator[CountChange]:
    for ref, now in after.sets.items() if after else ():
        was = before.sets.get(ref) if before else None
        have = was.have if was else 0
        if have != now.have:
            yield CountChange(now.title, have, now.have, now.of)


def _pathways(
    district: District, chosen: tuple[str, ...], before: PersonProgress | None, after: PersonProgress | None
) -> Iterator[CountChange]:
    """Progress on the pathways that the person chose; the others are told of when they are finished."""
    for name in chosen:
        was, now = (each.pathways.get(name) if each else None for each in (before, after))
        if now is None or name not in district.pathways:
            continue
        had, have = (sum(part.have for part in each.parts) if each else 0 for each in (was, now))
        if had != have:
            yield CountChange(district.pathways[name].title, had, have, sum(part.of for part in now.parts))


def _finished(
    district: District, before: PersonProgress | None, after: PersonProgress | None
) -> Iterator[str]:
    for name, now in after.pathways.items() if after else ():
        was = before.pathways.get(name) if before else None
        if now.met and not (was and was.met) and name in district.pathways:
            yield district.pathways[name].title

"""Growth over time: how many criteria reviewers have rated, and how many they found at mastery."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from proofolio.core.language.say import day, say, says
from proofolio.core.model.progress import LevelReached
from proofolio.core.model.review import Verdict
from proofolio.core.model.submission import Submission
from proofolio.core.publishing.page import Ref
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.seen import own_competency, rated
from proofolio.core.publishing.views.curve import CurveStep, CurveView, GrewRow

_FINEST = 1000
_TICKS = 4


def curve(scene: Scene, person: str) -> CurveView | None:
    """The picture's figures; None while there are fewer than two days to draw a line between.

    A criterion counts as it stood on that day: the latest rating of each piece of work, and of several
    pieces the best. Ratings of evidence that changed later stay, because they were given; where that makes
    a difference, a last step tells how it stands today.
    """
    days = _days(scene.people[person].growth)
    if len(days) < 2:
        return None
    first, last = min(days), max(days)
    earned = _earned(scene, person)
    standing: dict[tuple[str, str, str], bool] = {}
    steps = []
    for on, points in sorted(days.items()):
        standing.update(_that_day(scene, points))
        counted = {key[:2] for key in standing}
        mastery = {key[:2] for key, holds in standing.items() if holds}
        works = _works(scene, person, (each.submission or "" for each in points))
        steps.append(CurveStep(on.isoformat(), 0, len(counted), len(mastery), works, earned.get(on, ())))
    now = _now(scene, person, standing, steps[-1])
    told = _grew_from(steps[0], steps[-1], first, last)
    since = _since(now) if now else None
    if now:
        # on a day of ratings it is the same day's end
        steps = [*(steps if scene.today > last else steps[:-1]), now]
        last = max(last, scene.today)
    span = (last - first).days
    placed = tuple(
        replace(each, at=round(_FINEST * (date.fromisoformat(each.on) - first).days / span)) for each in steps
    )
    ticks = _ticks(max(each.rated for each in steps))
    return CurveView(placed, ticks[-1], ticks, first.isoformat(), last.isoformat(), told, since)


def _grew_from(first: CurveStep, last: CurveStep, begin: date, end: date) -> str:
    if last.mastery <= first.mastery:
        return say(
            "{last} of {rated} rated criteria were at mastery on {end}; on {begin} it was {first}.",
            first=first.mastery,
            begin=day(begin),
            last=last.mastery,
            end=day(end),
            rated=last.rated,
        )
    return say(
        "Criteria at mastery grew from {first} on {begin} to {last} on {end};"
        " {rated} had been rated by then.",
        first=first.mastery,
        begin=day(begin),
        last=last.mastery,
        end=day(end),
        rated=last.rated,
    )


def _now(
    scene: Scene, person: str, standing: Iterable[tuple[str, str, str]], last: CurveStep
) -> CurveStep | None:
    """How it stands today, as the map tells it; None when that is how the last ratings left it."""
    given: dict[str, set[str]] = {}
    for _, criterion, slug in standing:
        given.setdefault(slug, set()).add(criterion)
    best: dict[tuple[str, str], bool] = {}
    gone = []
    for slug, criteria in sorted(given.items()):
        submission = scene.district.submission((person, slug))
        decision = scene.decision(submission) if submission else None
        competency = own_competency(scene.district, submission) if submission else None
        found = rated(scene.district, competency, decision) if competency and decision else {}
        if not criteria <= set(found):
            gone.append(slug)
        if competency is not None:
            framework = scene.district.frameworks[competency.framework]
            for criterion, level in found.items():
                key = competency.ref, criterion
                best[key] = framework.is_mastery(level) or best.get(key, False)
    counted, mastery = len(best), sum(best.values())
    if not gone or (counted, mastery) == (last.rated, last.mastery):
        return None
    same_day = scene.today.isoformat() <= last.on
    return CurveStep(
        max(scene.today.isoformat(), last.on),
        0,
        counted,
        mastery,
        last.works if same_day else (),
        last.earned if same_day else (),
        _works(scene, person, gone),
    )


def _since(now: CurveStep) -> str:
    return says(
        "{n} piece of work has changed since its review: today {mastery} of {rated} rated criteria are at"
        " mastery.",
        "{n} pieces of work have changed since their reviews: today {mastery} of {rated} rated criteria are"
        " at mastery.",
        len(now.stale),
        mastery=now.mastery,
        rated=now.rated,
    )


def _works(scene: Scene, person: str, slugs: Iterable[str]) -> tuple[Ref, ...]:
    works = (scene.district.submission((person, each)) for each in slugs)
    return tuple(dict.fromkeys(scene.sight.submission(each) for each in works if each))


def _days(points: Iterable[LevelReached]) -> dict[date, list[LevelReached]]:
    found: dict[date, list[LevelReached]] = {}
    for each in points:
        if each.criterion and not each.own:
            found.setdefault(each.on, []).append(each)
    return found


def _that_day(scene: Scene, points: Iterable[LevelReached]) -> Mapping[tuple[str, str, str], bool]:
    """Whether each criterion was found at mastery, in each piece of work; of two reviewers the stricter."""
    found: dict[tuple[str, str, str], bool] = {}
    for each in points:
        competency = scene.district.competency(each.competency)
        if competency is not None:
            key = competency.ref, each.criterion or "", each.submission or ""
            holds = scene.district.frameworks[competency.framework].is_mastery(each.level)
            found[key] = holds and found.get(key, True)
    return found


def _earned(scene: Scene, person: str) -> dict[date, tuple[Ref, ...]]:
    found: dict[date, tuple[Ref, ...]] = {}
    for key, award in scene.people[person].awards.items():
        found[award.on] = (*found.get(award.on, ()), scene.sight.micro_credential(key))
    return found


def _ticks(most: int) -> tuple[int, ...]:
    """Round figures from 0 to at least ``most``."""
    step = next(each for each in (1, 2, 5, 10, 20, 50, 100, 1000, 10**6) if each * _TICKS >= most)
    return tuple(range(0, step * -(-most // step) + 1, step))


def grown(scene: Scene, person: str) -> tuple[GrewRow, ...]:
    """The published work that was reviewed more than once, in what changed between the reviews."""
    rows = (_grew(scene, each) for each in scene.people[person].submissions)
    return tuple(each for each in rows if each is not None)


def _grew(scene: Scene, submission: Submission) -> GrewRow | None:
    asked = scene.district.micro_credentials.get(submission.micro_credential)
    competency = scene.district.competency_of(asked) if asked else None
    if asked is None or competency is None:
        return None
    framework = scene.district.frameworks[competency.framework]
    given = [each for each in submission.reviews if each.verdict is not Verdict.RECUSED and each.ratings]
    given.sort(key=lambda each: (each.on, each.source.file))
    versions = len(dict.fromkeys(each.reviewed for each in given))
    if versions < 2:
        return None
    wanted = [each.id for each in scene.district.criteria_of(asked)]

    def reached(at: int) -> int:
        ratings = given[at].ratings
        return sum(1 for each in wanted if each in ratings and framework.is_mastery(ratings[each]))

    first, latest = reached(0), reached(-1)
    return GrewRow(
        scene.sight.submission(submission),
        versions,
        len(given),
        first,
        latest,
        len(wanted),
        say(
            "{first} of {of} criteria at mastery after the first review, {latest} of {of} after the latest",
            first=first,
            latest=latest,
            of=len(wanted),
        ),
    )

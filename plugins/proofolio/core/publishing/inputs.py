"""What the pages about people's work depend on: a file that is not among it cannot change them.

A page names other things, and whether one of those is shown depends in turn on what it names: work
whose links lead nowhere is withheld. So their links count here too; one step further, all that
matters is whether something is there. Folders are named instead of files where a file's name alone
would tell of hidden work.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from proofolio.core.model import address
from proofolio.core.model.recognition import Recognition
from proofolio.core.model.submission import Submission, SubmissionKey
from proofolio.core.publishing.reach import PEOPLE, home, reach, reach_of
from proofolio.core.publishing.scene import Scene

DEFINITIONS = "competencies/"
ROSTER = "portfolios/roster.yml"
_MOST = 10


def submission_inputs(scene: Scene, submission: Submission) -> tuple[str, ...]:
    """All that a submission's page depends on, sorted."""
    # the whole folder: what it earns depends on the log, the credentials and the person's other work,
    # and its story on what Git remembers of the folder
    found = {DEFINITIONS, ROSTER, f"{PEOPLE}{submission.person}/"}
    found |= scene.people[submission.person].reach
    # names of others are links or not, as their profiles say
    for person in (submission.person, *submission.co_authors, *_reviewers(scene, submission)):
        found.update(_profile(scene, person))
    for recognition, _ in _thanks(scene, {submission.key}):
        found.update(_profile(scene, recognition.by))
    found.update(_neighbours(scene, reach_of(submission)))
    found.update(_beside(scene, submission))
    return tuple(sorted(found))


def portfolio_inputs(scene: Scene, person: str) -> tuple[str, ...]:
    """All that a portfolio's page depends on, sorted."""
    found = {DEFINITIONS, ROSTER, f"{PEOPLE}{person}/"}
    if not scene.sight.opens(person):
        return tuple(sorted(found))
    seen, known = scene.people[person], scene.district.people.get(person)
    found |= seen.reach
    named = [person, *([known.coach] if known and known.coach else [])]
    for entry in seen.log:
        named += [*entry.companions, *([entry.observed] if entry.observed else [])]
        found.update(_neighbours(scene, reach(entry.body, entry.source.file)))
    for submission in seen.submissions:
        named += _reviewers(scene, submission)
    for recognition, work in _thanks(scene, {each.key for each in seen.submissions}):
        named += [recognition.by, *work.co_authors]
    profile = scene.district.portfolios[person].profile
    if profile is not None:
        found.update(_neighbours(scene, reach(profile.body, profile.source.file)))
    for each in dict.fromkeys(named):
        found.update(_profile(scene, each))
    return tuple(sorted(found))


def _thanks(scene: Scene, works: Collection[SubmissionKey]) -> Iterator[tuple[Recognition, Submission]]:
    """The recognitions of published work, shown or not: that rests on what co-authors agree to."""
    for each in scene.district.recognitions.values():
        work = scene.district.submission(each.key)
        if work is not None and work.key in works:
            yield each, work


def _reviewers(scene: Scene, submission: Submission) -> Iterable[str]:
    return () if scene.blind(submission) else (each.reviewer for each in submission.reviews)


def _profile(scene: Scene, person: str) -> Iterator[str]:
    """What decides whether a person has a page."""
    yield address.of_person(person)
    portfolio = scene.district.portfolios.get(person)
    if portfolio is None or portfolio.profile is None:
        yield f"{PEOPLE}{person}/"
    else:
        yield from map(home, reach(portfolio.profile.body, portfolio.profile.source.file))


def _neighbours(scene: Scene, paths: Iterable[str]) -> Iterator[str]:
    """What decides whether the things at these paths are shown, and under which title."""
    for path in paths:
        yield home(path)
        steps = path.split("/")
        if len(steps) > 2 and steps[1]:
            yield from _profile(scene, steps[1])
            found = scene.district.submission((steps[1], steps[2]))
            yield from map(home, reach_of(found)) if found else ()


def _beside(scene: Scene, submission: Submission) -> Iterator[str]:
    """What came in with the same commits: their subjects are shown only as long as all of that is."""
    own = address.folder(submission)
    for step in scene.trails.get(submission.key, ()):
        if len(step.things) > _MOST:
            yield PEOPLE
        else:
            yield from _neighbours(scene, (each for each in step.things if each != own))

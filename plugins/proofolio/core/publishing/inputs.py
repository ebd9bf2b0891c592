"""What the pages about people's work depend on: a file that is not among it cannot change them.

A page names other things, and whether one of those is shown depends in turn on what it names: work
whose links lead nowhere is withheld. So their links count here too; one step further, all that
matters is whether something is there. Folders are named instead of files where a file's name alone
would tell of hidden work.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from proofolio.core.model.body import Body
from proofolio.core.model.submission import Submission
from proofolio.core.publishing import address
from proofolio.core.publishing.scene import Scene

DEFINITIONS = "competencies/"
PEOPLE = "portfolios/"
ROSTER = "portfolios/roster.yml"
_MOST = 10
_MARKUP = re.compile(r"<\s*(?:a|img)\b", re.IGNORECASE)


def submission_inputs(scene: Scene, submission: Submission) -> tuple[str, ...]:
    """All that a submission's page depends on, sorted."""
    # the whole folder: what it earns depends on the log, the credentials and the person's other work
    found = {DEFINITIONS, ROSTER, f"{PEOPLE}{submission.person}/"}
    for each in scene.people[submission.person].submissions:
        found.update(_linked(each))
    # names of others are links or not, as their profiles say
    for person in (submission.person, *submission.co_authors, *_reviewers(scene, submission)):
        found.update(_profile(scene, person))
    found.update(_neighbours(scene, _targets(submission)))
    found.update(_beside(scene, submission))
    return tuple(sorted(found))


def portfolio_inputs(scene: Scene, person: str) -> tuple[str, ...]:
    """All that a portfolio's page depends on, sorted."""
    found = {DEFINITIONS, ROSTER, f"{PEOPLE}{person}/"}
    if not scene.sight.opens(person):
        return tuple(sorted(found))
    seen, known = scene.people[person], scene.district.people.get(person)
    named = [person, *([known.coach] if known and known.coach else [])]
    for entry in seen.log:
        named += entry.companions
        found.update(_neighbours(scene, _paths(entry.body, entry.source.file)))
    for submission in seen.submissions:
        named += _reviewers(scene, submission)
        found.update(_linked(submission))
    profile = scene.district.portfolios[person].profile
    if profile is not None:
        found.update(_neighbours(scene, _paths(profile.body, profile.source.file)))
    for each in dict.fromkeys(named):
        found.update(_profile(scene, each))
    return tuple(sorted(found))


def _reviewers(scene: Scene, submission: Submission) -> Iterable[str]:
    return () if scene.blind(submission) else (each.reviewer for each in submission.reviews)


def _profile(scene: Scene, person: str) -> Iterator[str]:
    """What decides whether a person has a page."""
    yield address.of_person(person)
    portfolio = scene.district.portfolios.get(person)
    if portfolio is None or portfolio.profile is None:
        yield f"{PEOPLE}{person}/"
    else:
        yield from map(_home, _paths(portfolio.profile.body, portfolio.profile.source.file))


def _linked(submission: Submission) -> Iterator[str]:
    """Where a submission's links lead, for whether they lead anywhere."""
    return map(_home, _targets(submission))


def _targets(submission: Submission) -> Iterator[str]:
    own = address.folder(submission) + "/"
    for body, file in (
        (submission.body, submission.source.file),
        *((each.body, each.source.file) for each in submission.reviews),
    ):
        yield from (each for each in _paths(body, file) if not f"{each}/".startswith(own))


def _paths(body: Body, file: str) -> Iterator[str]:
    """The paths below the portfolios that a text's links lead to, be anything there or not."""
    if _MARKUP.search(body.text):
        yield PEOPLE  # a link written in HTML: the outline does not know it
    for link in body.links:
        path = unquote(link.target.partition("#")[0].partition("?")[0])
        whole = posixpath.normpath(posixpath.join(posixpath.dirname(file), path))
        if not link.wiki and f"{whole}/".startswith(PEOPLE):
            yield whole


def _neighbours(scene: Scene, paths: Iterable[str]) -> Iterator[str]:
    """What decides whether the things at these paths are shown, and under which title."""
    for path in paths:
        yield _home(path)
        steps = path.split("/")
        if len(steps) > 2 and steps[1]:
            yield from _profile(scene, steps[1])
            found = scene.district.submission((steps[1], steps[2]))
            yield from _linked(found) if found else ()


def _home(path: str) -> str:
    steps = path.split("/")
    return f"{PEOPLE}{steps[1]}/" if len(steps) > 1 and steps[1] else PEOPLE


def _beside(scene: Scene, submission: Submission) -> Iterator[str]:
    """What came in with the same commits: their subjects are shown only as long as all of that is."""
    own = address.folder(submission)
    for step in scene.trails.get(submission.key, ()):
        if len(step.things) > _MOST:
            yield PEOPLE
        else:
            yield from _neighbours(scene, (each for each in step.things if each != own))

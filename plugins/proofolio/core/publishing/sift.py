"""Take the contributed work that needs mending out of the district before anything is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Protocol, TypeVar

from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model import address
from proofolio.core.model.body import Body
from proofolio.core.model.district import District
from proofolio.core.model.portfolio import Portfolio, Profile
from proofolio.core.model.showcase import Showcase
from proofolio.core.model.submission import Submission
from proofolio.core.model.survey import Survey


class _Sourced(Protocol):
    @property
    def source(self) -> Pointer: ...


T = TypeVar("T", bound=_Sourced)


def sift(district: District, paths: frozenset[str]) -> District:
    """The district without the work whose file is among ``paths``; everything in order of id.

    A profile is emptied instead of dropped: its word on visibility still counts for the rest. Its word on
    what may be held up to everyone does not, as long as nobody can be sure of it.
    Definitions stay, because other people's levels rest on them; only their pages are withheld. A survey
    goes with its answers: half of them would be other figures.
    """
    return replace(
        district,
        frameworks=dict(sorted(district.frameworks.items())),
        micro_credentials=dict(sorted(district.micro_credentials.items())),
        pathways=dict(sorted(district.pathways.items())),
        courses=dict(sorted(district.courses.items())),
        renewals=dict(sorted(district.renewals.items())),
        surveys={key: each for key, each in sorted(district.surveys.items()) if _answerable(each, paths)},
        recognitions=_kept(district.recognitions, paths),
        opportunities=dict(sorted(district.opportunities.items())),
        portfolios={person: _portfolio(each, paths) for person, each in sorted(district.portfolios.items())},
    )


def only(district: District, kept: Callable[[Submission], bool]) -> District:
    """The district with nothing but the submissions that are ``kept``."""
    return replace(
        district,
        portfolios={
            person: replace(
                each,
                submissions={slug: work for slug, work in each.submissions.items() if kept(work)},
            )
            for person, each in district.portfolios.items()
        },
    )


def needs_mending(submission: Submission, paths: frozenset[str]) -> bool:
    """Whether a submission itself, or one of the files that it consists of, is among ``paths``."""
    folder = address.folder(submission)
    files = (f"{folder}/{each.path}" for each in submission.files)
    return submission.source.file in paths or folder in paths or any(each in paths for each in files)


def _portfolio(portfolio: Portfolio, paths: frozenset[str]) -> Portfolio:
    submissions = {
        slug: replace(each, reviews=_sound(each.reviews, paths))
        for slug, each in sorted(portfolio.submissions.items())
        if not needs_mending(each, paths)
    }
    profile = portfolio.profile
    return replace(
        portfolio,
        profile=_emptied(profile) if profile and profile.source.file in paths else profile,
        submissions=submissions,
        self_assessments=_sound(portfolio.self_assessments, paths),
        log=_sound(portfolio.log, paths),
        credentials=_kept(portfolio.credentials, paths),
    )


def _answerable(survey: Survey, paths: frozenset[str]) -> bool:
    return not paths & {each.file for each in (survey.source, survey.answered) if each}


def _kept(things: Mapping[str, T], paths: frozenset[str]) -> dict[str, T]:
    return {key: each for key, each in sorted(things.items()) if each.source.file not in paths}


def _sound(things: tuple[T, ...], paths: frozenset[str]) -> tuple[T, ...]:
    return tuple(each for each in things if each.source.file not in paths)


def _emptied(profile: Profile) -> Profile:
    return replace(
        profile,
        headline=None,
        career_goal=None,
        pathways=(),
        renewal=None,
        plan=(),
        body=Body(""),
        showcase=Showcase(),
    )

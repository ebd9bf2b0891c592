"""What waits, for whom, and how long."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from tests.core.awarding.builders import (
    BEFORE,
    NOW,
    PEOPLE,
    TODAY,
    credential,
    district,
    gap,
    micro_credential,
    portfolio,
    review,
    submission,
)

from proofolio.core.awarding.decide import decide
from proofolio.core.awarding.queue import queue
from proofolio.core.diagnostics.finding import Gap
from proofolio.core.model.credential import Credential
from proofolio.core.model.history import History, Reach, Revision, Version
from proofolio.core.model.identity import Identity
from proofolio.core.model.micro_credential import MicroCredential, ReviewAsked
from proofolio.core.model.person import Person
from proofolio.core.model.queue import Queue, Turnaround
from proofolio.core.model.review import Verdict
from proofolio.core.model.standing import Wait
from proofolio.core.model.submission import Status, Submission

COACHED = tuple(replace(each, coach="rosa") if each.id == "amina" else each for each in PEOPLE)


def version(digest: str, day: date) -> Version:
    at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    return Version(digest, Revision(day.isoformat(), at, Identity("Amina", ""), "Save"), {})


def history(**versions: Iterable[tuple[str, date]]) -> History:
    """By slug with ``_`` for ``-``: the versions of Amina's work."""
    return History(
        Reach.WHOLE,
        versions={
            f"portfolios/amina/{slug.replace('_', '-')}": tuple(version(*each) for each in those)
            for slug, those in versions.items()
        },
    )


def queued(
    *works: Submission,
    remembered: History | None = None,
    asked: MicroCredential | None = None,
    people: tuple[Person, ...] = COACHED,
    gaps: tuple[Gap, ...] = (),
    credentials: tuple[Credential, ...] = (),
) -> Queue:
    world = district(
        portfolio(*works, credentials=credentials),
        micro_credentials=[asked or micro_credential("pace")],
        people=people,
    )
    progress = decide(world, {each.key: gaps for each in works}, TODAY)
    return queue(world, progress, remembered or History(), TODAY)


WORK = submission("menu-maths")
SAVED = history(menu_maths=[(BEFORE, date(2026, 11, 1)), (NOW, date(2026, 11, 13))])


def test_an_empty_queue() -> None:
    assert queued() == Queue((), Turnaround(None, 0))


def test_since_when_and_for_whom() -> None:
    (found,) = queued(WORK, remembered=SAVED).waiting
    assert (found.wait, found.asked, found.round) == (Wait.FIRST_REVIEW, ("rosa",), 1)
    assert (found.since, found.days) == (date(2026, 11, 13), 7)


@pytest.mark.parametrize(
    "remembered",
    [
        History(),
        History(Reach.SHALLOW),
        history(menu_maths=[(BEFORE, date(2026, 11, 1))]),  # what stands there now is not saved
        history(menu_maths=[(NOW, date(2026, 11, 1)), (BEFORE, date(2026, 11, 2))]),
        history(other=[(NOW, date(2026, 11, 1))]),
    ],
)
def test_what_the_history_cannot_tell_is_no_date(remembered) -> None:
    (found,) = queued(WORK, remembered=remembered).waiting
    assert (found.since, found.days) == (None, None)


def test_a_version_from_the_future_has_waited_no_days() -> None:
    ahead = history(menu_maths=[(NOW, TODAY + timedelta(days=1))])
    assert queued(WORK, remembered=ahead).waiting[0].days == 0


@pytest.mark.parametrize(
    "work",
    [
        replace(WORK, status=Status.DRAFT),
        replace(WORK, practice=True),
        replace(WORK, reviews=(review(),)),
        replace(WORK, reviews=(review(clear="developing"),)),
    ],
)
def test_what_rests_with_its_author_does_not_wait(work) -> None:
    assert queued(work).waiting == ()


def test_what_is_incomplete_or_issued_or_lacks_a_prerequisite_does_not_wait() -> None:
    assert queued(WORK, gaps=(gap(),)).waiting == ()
    assert queued(WORK, credentials=(credential("pace"),)).waiting == ()
    first = micro_credential("pace", requires=("first",))
    assert queued(replace(WORK, reviews=(review(),)), asked=first).waiting == ()


@pytest.mark.parametrize(
    ("reviews", "wait", "round_", "asked"),
    [
        ((review("tomas", reviewed=BEFORE),), Wait.CONFIRMATION, 2, ("tomas",)),
        ((review("tomas", reviewed=BEFORE, clear="emerging"),), Wait.NEXT_ROUND, 2, ("rosa",)),
        ((review("rosa", verdict=Verdict.RECUSED),), Wait.FIRST_REVIEW, 1, ("tomas",)),
        (
            (review("rosa", reviewed=BEFORE), review("rosa", verdict=Verdict.RECUSED)),
            Wait.FIRST_REVIEW,
            1,
            ("tomas",),
        ),
    ],
)
def test_rounds_and_reviewers(reviews, wait, round_, asked) -> None:
    (found,) = queued(replace(WORK, reviews=reviews), remembered=SAVED).waiting
    assert (found.wait, found.round, found.asked) == (wait, round_, asked)


def test_a_coach_who_did_the_work_is_not_asked() -> None:
    (found,) = queued(replace(WORK, co_authors=("rosa",))).waiting
    assert found.asked == ("tomas",)


def test_nobody_may() -> None:
    (found,) = queued(WORK, people=(PEOPLE[0],)).waiting
    assert found.asked == ()


def test_the_longest_wait_comes_first_and_the_unknown_last() -> None:
    works = [submission(slug) for slug in ("a-new", "b-old", "c-unknown", "d-old")]
    days = {"a_new": date(2026, 11, 19), "b_old": date(2026, 10, 1), "d_old": date(2026, 10, 1)}
    saved = history(**{slug: [(NOW, day)] for slug, day in days.items()})
    found = queued(*works, remembered=saved)
    assert [each.submission.slug for each in found.waiting] == ["b-old", "d-old", "a-new", "c-unknown"]


def test_for_one_reviewer() -> None:
    two = replace(micro_credential("pace"), review=ReviewAsked(2))
    found = queued(WORK, replace(submission("other"), reviews=(review("rosa"),)), asked=two, remembered=SAVED)
    assert [each.submission.slug for each in found.for_person("rosa").waiting] == ["menu-maths"]
    assert [each.submission.slug for each in found.for_person("tomas").waiting] == ["other"]
    assert found.for_person("ben").waiting == ()


@pytest.mark.parametrize(
    ("reviews", "expected"),
    [
        ((), Turnaround(None, 0)),
        ((review(on=date(2026, 11, 15)),), Turnaround(2, 1)),
        (
            (review(on=date(2026, 11, 6), reviewed=BEFORE), review(on=date(2026, 11, 15))),
            Turnaround(3.5, 2),
        ),
        ((review(on=date(2026, 11, 15)), review("tomas", date(2026, 11, 19))), Turnaround(2, 1)),
        ((review("amina", date(2026, 11, 15)),), Turnaround(None, 0)),
        ((review(on=date(2026, 11, 15), reviewed="sha256:never"),), Turnaround(None, 0)),
        ((review(on=date(2026, 11, 13)),), Turnaround(0, 1)),
        # older than its save: history was squashed or imported, and nobody knows
        ((review(on=date(2026, 11, 10)),), Turnaround(None, 0)),
    ],
)
def test_turnaround(reviews, expected) -> None:
    assert queued(replace(WORK, reviews=reviews), remembered=SAVED).turnaround == expected


def test_turnaround_is_of_the_last_90_days() -> None:
    long_ago = history(menu_maths=[(NOW, date(2026, 7, 1))])
    old = replace(WORK, reviews=(review(on=TODAY - timedelta(days=91)),))
    new = replace(WORK, reviews=(review(on=TODAY - timedelta(days=90)),))
    assert queued(old, remembered=long_ago).turnaround.reviewed == 0
    assert queued(new, remembered=long_ago).turnaround.reviewed == 1

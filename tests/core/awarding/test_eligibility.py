"""Opportunities: whether somebody meets what one asks, what would be enough, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest
from tests.core.awarding.builders import (
    accepted,
    all_of,
    amina,
    at_least,
    credential,
    district,
    entry,
    micro_credential,
    named,
    pathway,
    portfolio,
)

from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.opportunity import Letter, Opportunity
from proofolio.core.model.progress import Eligibility
from proofolio.core.model.requirement import Requirement

OFFERED = ("a", "b", "c", "d")


def role(
    requires: Requirement | None = None, pathways: Iterable[str] = (), hours: float = 0, **changes: object
) -> Opportunity:
    made = Opportunity(
        id="role",
        title="Role",
        about="About it.",
        closes=None,
        contact=None,
        requires=requires,
        pathways=tuple(map(named, pathways)),
        hours=hours,
        at_least=1,
        at_most=5,
        letter=Letter("Why?", 2),
        source=Pointer("competencies/opportunities/role.yml"),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def eligible(asked: Opportunity, *held: str, logged: float = 0, **rest: object) -> Eligibility:
    """How Amina stands, with accepted work for what is held and so many hours in her log."""
    log = (entry(date(2026, 9, 1), logged),) if logged else ()
    given = portfolio(*map(accepted, held), log=log, **rest)  # type: ignore[arg-type]
    world = district(
        given,
        micro_credentials=[replace(micro_credential(each), hours=0) for each in OFFERED],
        pathways=[pathway("way", all_of("a", "b"))],
    )
    return amina(replace(world, opportunities={"role": asked})).opportunities["role"]


@pytest.mark.parametrize(
    ("asked", "held", "logged", "met", "still", "lacking"),
    [
        (role(), (), 0, True, (), 0),
        (role(hours=10), (), 9.5, False, (), 1),
        (role(hours=10), (), 10, True, (), 0),
        (role(named("a")), (), 0, False, ("a",), 1),
        (role(named("a")), ("a",), 0, True, (), 0),
        (role(all_of("a", at_least(2, "b", "c", "d"))), ("a", "c"), 0, False, ("b",), 1),
        (role(all_of("a", at_least(2, "a", "b", "c"))), ("a", "b"), 0, False, ("c",), 1),
        (role(pathways=["way"]), ("a",), 0, False, ("b",), 1),
        (role(pathways=["way"]), ("a", "b"), 0, True, (), 0),
        (role(at_least(1, "c", "d"), ["way"], 3), ("a",), 1, False, ("b", "c"), 3),
        (role(at_least(1, "c", "d"), ["way"], 3), ("a", "b", "d"), 3, True, (), 0),
        (role(all_of("a", "way")), ("a", "b"), 0, True, (), 0),
    ],
)
def test_what_is_asked_and_what_is_there(asked, held, logged, met, still, lacking) -> None:
    found = eligible(asked, *held, logged=logged)
    assert (found.met, sorted(found.still), found.lacking) == (met, sorted(still), lacking)
    assert set(found.have) <= set(held)
    assert found.because


def test_reasons_are_those_of_pathways_and_one_for_hours() -> None:
    found = eligible(role(all_of("a", at_least(1, "b", "c")), hours=4), "a", logged=2.5)
    assert found.because == (
        "1 of 1 required: A.",
        "0 of 1 chosen; one of: B, C.",
        "2.5 of 4 hours of professional learning; 1.5 more are needed.",
    )
    assert eligible(role()).because == ("Nothing has to be earned for it.",)
    assert eligible(role(hours=1), logged=1).because == ("1 hour of professional learning; 1 are asked.",)


def test_what_has_expired_does_not_count_and_is_told() -> None:
    over = [credential("a", until=date(2026, 11, 1))]
    found = eligible(role(named("a")), credentials=over)
    assert not found.met
    assert "Expired, and not counted until renewed: A." in found.because


def test_one_that_nobody_can_meet_says_so() -> None:
    found = eligible(role(named("nowhere")))
    assert (found.met, found.still) == (False, ("nowhere",))
    assert "As the rule is written, nothing on offer would finish it." in found.because


@pytest.mark.parametrize(
    ("closes", "over"), [(None, False), (date(2026, 11, 22), False), (date(2026, 11, 21), True)]
)
def test_the_last_day_is_a_day_to_apply_on(closes, over) -> None:
    assert role(closes=closes).is_over(date(2026, 11, 22)) is over

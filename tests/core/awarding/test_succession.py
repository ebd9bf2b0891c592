"""Competencies that were replaced: nothing earned is taken away, and all of it counts for the new one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.core.awarding.builders import (
    amina,
    assessment,
    competency,
    district,
    entry,
    framework,
    micro_credential,
    portfolio,
    review,
    submission,
)

from proofolio.core.model.competency import Competency
from proofolio.core.model.learning_cycle import Phase
from proofolio.core.model.log_entry import LogKind
from proofolio.core.model.plan import Goal
from proofolio.core.model.progress import PersonProgress
from proofolio.core.model.succession import forebears, line

ASKED = [micro_credential("old", "core/pacing"), micro_credential("new", "core/flow")]
OLD = replace(competency("pacing", criteria=("plan", "pace"), sets=("first",)), replaced_by="flow")
NEW = competency("flow", criteria=("plan", "choice"), sets=("first",))
OTHER = competency("agency", sets=("first",))


def progress(*submissions: object, old: Competency = OLD, **rest: object) -> PersonProgress:
    folder = portfolio(*submissions, **rest)  # type: ignore[arg-type]
    home = framework(old, NEW, OTHER, sets=("first",))
    return amina(district(folder, frameworks=[home], micro_credentials=ASKED))


def test_what_was_earned_for_the_old_one_stays_and_counts_for_the_new_one() -> None:
    work = submission("one", "old", review(plan="proficient", pace="exemplary"))
    found = progress(work)
    old, new = found.competencies["core/pacing"], found.competencies["core/flow"]
    assert (old.demonstrated, old.level, old.claimed) == (True, "proficient", 1)
    assert (new.demonstrated, new.in_progress, new.claimed) == (True, True, 1)
    assert new.criteria == {"plan": "proficient"}, "only what the new rubric still asks"
    assert list(found.awards) == ["old"]
    assert not progress(work, old=replace(OLD, replaced_by=None)).competencies["core/flow"].demonstrated


def test_the_new_one_counts_nothing_for_the_old_one() -> None:
    work = submission("one", "new", review(plan="proficient", choice="proficient"))
    found = progress(work).competencies
    assert found["core/flow"].demonstrated
    assert (found["core/pacing"].demonstrated, found["core/pacing"].claimed) == (False, 0)


def test_what_covers_a_part_of_the_old_one_covers_that_part_of_the_new_one() -> None:
    half = [
        micro_credential("half", "core/pacing", criteria=("plan",)),
        micro_credential("choice", "core/flow", criteria=("choice",)),
    ]
    works = (submission("a", "half", review(plan="proficient")),
             submission("b", "choice", review(choice="proficient")))  # fmt: skip
    home = framework(OLD, NEW)
    found = amina(district(portfolio(*works), frameworks=[home], micro_credentials=half)).competencies
    assert found["core/flow"].demonstrated
    assert not found["core/pacing"].demonstrated


def test_further_claims_log_and_goals_move_along() -> None:
    on = date(2026, 10, 1)
    found = progress(
        submission("one", "new", review(plan="proficient", choice="exemplary"), demonstrates=("pacing",)),
        submission("two", "new", demonstrates=("core/pacing", "agency")),
        log=(entry(on, 1, competency="pacing"), entry(date(2026, 10, 2), 1, competency="flow")),
        plan=(Goal("Flow", "pacing", "proficient"),),
    )
    old, new = found.competencies["core/pacing"], found.competencies["core/flow"]
    assert (old.claimed, old.log_entries) == (2, 1)
    assert (new.claimed, new.log_entries) == (2, 2), "each work once, though it names both"
    (goal,) = found.goals
    assert (goal.reached, goal.met) == ("proficient", True), "reached in what took its place"


def test_a_self_assessment_moves_along_unless_the_new_one_is_rated_itself() -> None:
    first = assessment(
        date(2026, 9, 1), pacing="developing", pacing__plan="emerging", pacing__pace="emerging"
    )
    found = progress(assessments=(first,)).competencies["core/flow"]
    assert found.own == {"": "developing", "plan": "emerging"}
    both = assessment(date(2026, 9, 1), flow="exemplary", pacing="developing")
    grown = progress(assessments=(both,))
    assert grown.competencies["core/flow"].own == {"": "exemplary"}
    assert grown.competencies["core/pacing"].own == {"": "developing"}
    assert len(grown.growth) == 2


def test_a_set_counts_the_new_one_in_the_old_ones_place() -> None:
    work = submission("one", "old", review(plan="proficient", pace="exemplary"))
    found = progress(work).sets["core/first"]
    assert (found.have, found.of) == (1, 2)
    alone = progress(work, old=replace(OLD, replaced_by="elsewhere/unknown")).sets["core/first"]
    assert (alone.have, alone.of) == (1, 3)


@pytest.mark.parametrize("target", ["pacing", "unknown", "core/agency"])
def test_a_line_ends_at_itself_at_nothing_and_where_it_would_turn_round(target: str) -> None:
    old = replace(OLD, replaced_by=target)
    back = replace(OTHER, replaced_by="pacing")
    given = district(portfolio(), frameworks=[framework(old, NEW, back)])
    refs = [each.ref for each in line(given, old)]
    assert refs == (["core/pacing", "core/agency"] if target == "core/agency" else ["core/pacing"])
    assert forebears(given, NEW) == ()


def test_a_line_goes_on_over_several_steps_and_frameworks() -> None:
    middle = replace(NEW, replaced_by="next/later")
    later = competency("later", "next")
    given = district(portfolio(), frameworks=[framework(OLD, middle), framework(later, name="next")])
    assert line(given, OLD) == (OLD, middle, later)
    assert forebears(given, later) == (middle,)
    assert line(given, None) == ()


def test_the_cycle_is_made_of_the_four_phases_and_coaching_is_working_together() -> None:
    days = [date(2026, 10, day) for day in range(1, 7)]
    kinds = (LogKind.PRACTICE, LogKind.COACHING, LogKind.PRACTICE, LogKind.REFLECTION, LogKind.COURSE)
    log = [
        replace(entry(on, 1, competency="pacing"), kind=kind) for on, kind in zip(days, kinds, strict=False)
    ]
    cycle = progress(log=tuple(log)).competencies["core/flow"].cycle
    assert cycle is not None
    done = {phase: (each.count, each.last) for phase, each in cycle.done.items()}
    assert done == {
        Phase.PRACTISE: (2, days[2]), Phase.REFLECT: (1, days[3]), Phase.COLLABORATE: (1, days[1])
    }  # fmt: skip
    assert cycle.lacking == (Phase.OBSERVE,)


def test_attendance_alone_is_no_cycle() -> None:
    log = (replace(entry(date(2026, 10, 1), 1, competency="agency"), kind=LogKind.ATTENDANCE),)
    assert progress(log=log).competencies["core/agency"].cycle is None

"""Crosswalks: evidence counts once in each aligned framework, where the relation lets it."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.awarding.builders import (
    accepted,
    amina,
    competency,
    credential,
    district,
    entry,
    framework,
    micro_credential,
    portfolio,
    review,
    submission,
)

from proofolio.core.model.competency import Alignment, Competency
from proofolio.core.model.crosswalk import Crosswalk, _onward, _same
from proofolio.core.model.district import District
from proofolio.core.model.progress import PersonProgress

HERE, THERE = "core/pacing", "lead/guiding"


def aligned(name: str, home: str, *alignments: tuple[str, str], **changes: object) -> Competency:
    found = tuple(Alignment(*ref.split("/"), relation) for ref, relation in alignments)
    return replace(competency(name, home, sets=("all",)), alignments=found, **changes)  # type: ignore[arg-type]


def world(
    *competencies: Competency, work: tuple[object, ...] = (accepted("pace"),), **rest: object
) -> District:
    homes: dict[str, list[Competency]] = {}
    for each in competencies:
        homes.setdefault(each.framework, []).append(each)
    frameworks = [framework(*every, name=name, sets=("all",)) for name, every in homes.items()]
    asked = [micro_credential("pace", HERE), micro_credential("guide", THERE)]
    return district(portfolio(*work, **rest), frameworks=frameworks, micro_credentials=asked)  # type: ignore[arg-type]


def progress(
    *competencies: Competency, work: tuple[object, ...] = (accepted("pace"),), **rest: object
) -> PersonProgress:
    return amina(world(*competencies, work=work, **rest))


def pair(relation: str, on_the_other: bool = False) -> tuple[Competency, Competency]:
    """Pacing and guiding; the alignment stands at pacing, or at guiding."""
    if on_the_other:
        return aligned("pacing", "core"), aligned("guiding", "lead", (HERE, relation))
    return aligned("pacing", "core", (THERE, relation)), aligned("guiding", "lead")


@pytest.mark.parametrize(
    ("relation", "on_the_other", "counts"),
    [
        ("exact", False, True),
        ("exact", True, True),
        ("narrower", False, True),  # guiding asks for less than pacing
        ("narrower", True, False),  # pacing asks for less than guiding
        ("broader", False, False),
        ("broader", True, True),
        ("related", False, False),
        ("related", True, False),
    ],
)
def test_the_relation_says_whether_what_was_earned_counts(
    relation: str, on_the_other: bool, counts: bool
) -> None:
    found = progress(*pair(relation, on_the_other))
    there = found.competencies[THERE]
    assert found.competencies[HERE].demonstrated
    assert (there.demonstrated, there.claimed, there.in_progress) == (counts, int(counts), counts)
    assert there.through == ((HERE,) if counts else ())
    assert (there.level, there.criteria) == (None, {}), "a level belongs to the rubric it was given on"
    assert (found.sets["lead/all"].have, found.sets["lead/all"].of) == (int(counts), 1)


def test_what_is_not_accepted_counts_as_claimed_and_not_as_demonstrated() -> None:
    found = progress(*pair("exact"), work=(submission("one", "pace"),)).competencies[THERE]
    assert (found.claimed, found.in_progress, found.demonstrated) == (1, True, False)


def test_work_that_names_both_ends_counts_once_at_each() -> None:
    both = submission("one", "pace", review(), demonstrates=(THERE,))
    found = progress(*pair("exact"), work=(both,)).competencies
    assert (found[HERE].claimed, found[THERE].claimed) == (1, 1)


def test_two_paths_to_the_same_competency_count_once() -> None:
    pacing = aligned("pacing", "core", (THERE, "exact"), ("core/third", "exact"))
    third = aligned("third", "core", (THERE, "exact"))
    found = progress(pacing, third, aligned("guiding", "lead", (HERE, "exact"))).competencies
    assert (found[THERE].claimed, found["core/third"].claimed, found[HERE].claimed) == (1, 1, 1)


def test_the_same_as_the_same_is_the_same_and_nothing_else_makes_a_chain() -> None:
    pacing = aligned("pacing", "core", ("core/second", "exact"))
    second = aligned("second", "core", ("core/third", "exact"), ("core/less", "narrower"))
    others = [aligned(each, "core") for each in ("third", "less")]
    found = progress(pacing, second, *others).competencies
    assert found["core/third"].demonstrated
    assert not found["core/less"].demonstrated


def test_an_award_that_only_the_ledger_knows_counts_too() -> None:
    found = progress(*pair("exact"), work=(), credentials=[credential("pace")]).competencies[THERE]
    assert (found.demonstrated, found.claimed) == (True, 0)


def test_an_award_that_has_expired_counts_nowhere() -> None:
    gone = [credential("pace", date(2025, 1, 1), date(2026, 1, 1))]
    assert not progress(*pair("exact"), work=(), credentials=gone).competencies[THERE].demonstrated


def test_log_entries_count_in_both_and_make_the_cycle_only_of_their_own() -> None:
    found = progress(
        *pair("exact"), work=(), log=(entry(date(2026, 10, 1), 1, competency=HERE),)
    ).competencies
    assert (found[HERE].log_entries, found[THERE].log_entries) == (1, 1)
    assert found[HERE].cycle is not None
    assert found[THERE].cycle is None


def test_what_replaces_either_end_counts_as_well() -> None:
    old = replace(aligned("pacing", "core"), replaced_by="flow")
    flow = aligned("flow", "core", (THERE, "exact"))
    guiding = replace(aligned("guiding", "lead"), replaced_by="leading")
    found = progress(old, flow, guiding, aligned("leading", "lead")).competencies
    assert all(found[each].demonstrated for each in (HERE, "core/flow", THERE, "lead/leading"))


@pytest.mark.parametrize("target", [("intasc/6", "exact"), ("lead/unknown", "exact"), (HERE, "exact")])
def test_what_leads_nowhere_or_to_itself_counts_for_nothing(target: tuple[str, str]) -> None:
    given = world(aligned("pacing", "core", target), aligned("guiding", "lead"))
    assert Crosswalk.of(given).onward == {}
    assert amina(given).competencies[HERE].claimed == 1


def test_a_passage_names_the_alignment() -> None:
    pacing, guiding = pair("narrower")
    walk = Crosswalk.of(world(pacing, guiding))
    assert walk.passage(pacing, guiding) == (pacing, "broader")
    assert walk.passage(guiding, pacing) is None
    assert walk.passage(pacing, pacing) is None
    assert Crosswalk().counts(pacing) == (pacing,)
    assert walk.counts(None) == ()


NAMES = [f"c{at}" for at in range(5)]
EDGES = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES),
              st.sampled_from(["exact", "broader", "narrower", "related"])), max_size=8,
)  # fmt: skip


@given(EDGES, st.randoms(use_true_random=False))
def test_order_is_nothing_and_exact_goes_both_ways(edges: list[tuple[str, str, str]], chance: object) -> None:
    def walk(given: list[tuple[str, str, str]]) -> dict[str, dict[str, str]]:
        every = [
            aligned(
                each, "core", *((f"core/{to}", relation) for start, to, relation in given if start == each)
            )
            for each in NAMES
        ]
        found = Crosswalk.of(world(*every))
        return {ref: dict(each) for ref, each in found.onward.items()}

    alone = {(a, b): r for a, b, r in edges if a < b}
    chosen = [(a, b, r) for (a, b), r in alone.items()]
    first = walk(chosen)
    chance.shuffle(chosen)  # type: ignore[attr-defined]
    assert walk(chosen) == first
    for ref, others in first.items():
        assert ref not in others
        for other, relation in others.items():
            if relation == "exact":
                assert first[other][ref] == "exact"


def test_many_exact_alignments_are_followed_once() -> None:
    names = [f"x/c{number}" for number in range(400)]
    named = {one: {other: "exact" for other in names if other != one} for one in names}
    began = time.perf_counter()
    same = _same(named)
    assert all(len(_onward(ref, named, same[ref])) == 399 for ref in names)
    assert time.perf_counter() - began < 3

"""Pathway rules: verdicts, what still lacks, reasons, shapes and days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.core.awarding.builders import (
    accepted,
    all_of,
    amina,
    any_of,
    at_least,
    competency,
    credential,
    district,
    framework,
    micro_credential,
    on_pathway,
    pathway,
    portfolio,
    select,
)

from proofolio.core.model.artifact import ArtifactKind
from proofolio.core.model.progress import PathwayProgress
from proofolio.core.model.requirement import Facet, Requirement

FOUR = ("a", "b", "c", "d")
REST = ("e", "f", "g", "h", "i")
VIDEO = select(Facet.KIND, "video")
FOUR_AND_CHOOSE_FOUR = all_of(all_of(*FOUR), at_least(4, *FOUR, *REST))


def four_and_four(*held: str) -> PathwayProgress:
    return on_pathway(FOUR_AND_CHOOSE_FOUR, *held, offered=(*FOUR, *REST))


def test_four_foundational_and_four_chosen() -> None:
    assert four_and_four(*FOUR, "e", "f", "g", "h").met
    assert four_and_four(*FOUR, *REST).met
    assert not four_and_four("a", "b", "c", *REST).met


def test_what_is_required_is_not_counted_again() -> None:
    found = four_and_four(*FOUR)
    assert not found.met
    assert found.have == FOUR
    assert found.still == ("e", "f", "g", "h")
    assert found.because == (
        "4 of 4 required: A, B, C, D.",
        "0 of 4 chosen; four of: E, F, G, H, I.",
        "Required already, so not counted again: A, B, C, D.",
    )


def test_the_shape_has_one_part_for_each_part_of_the_rule() -> None:
    required, chosen = four_and_four("a", "b", "c", "e", "f").parts
    assert (required.label, required.have, required.of, required.met) == ("All of: A, B, C, D", 3, 4, False)
    assert (required.counted, required.open) == (("a", "b", "c"), ("d",))
    assert (chosen.have, chosen.of, chosen.counted) == (2, 4, ("e", "f"))
    assert chosen.open == ("g", "h", "i")
    assert chosen.label == "4 of: A, B, C, D, E, F, G, H, I"


def test_reasons_say_how_far_it_is() -> None:
    found = four_and_four("a", "b", "c", "e", "f")
    assert found.because == ("3 of 4 required; still to earn: D.", "2 of 4 chosen; two more of: G, H, I.",
                             "Required already, so not counted again: A, B, C.")  # fmt: skip
    assert found.still == ("d", "g", "h")


FOUNDATIONAL = [f"f{number:02}" for number in range(16)]
ELECTIVE = [f"e{number:02}" for number in range(16)]
FIFTEEN_AND_FIFTEEN = all_of(
    at_least(15, select(Facet.FRAMEWORK, "foundational")), at_least(15, select(Facet.FRAMEWORK, "elective"))
)


@pytest.mark.parametrize(
    ("foundational", "elective", "met", "still"),
    [(15, 15, True, 0), (16, 16, True, 0), (16, 14, False, 1), (14, 16, False, 1), (0, 0, False, 30)],
)
def test_fifteen_foundational_and_fifteen_elective(
    foundational: int, elective: int, met: bool, still: int
) -> None:
    world = district(
        frameworks=[framework(competency("one", each), name=each) for each in ("foundational", "elective")],
        micro_credentials=[micro_credential(each, "foundational/one") for each in FOUNDATIONAL]
        + [micro_credential(each, "elective/one") for each in ELECTIVE],
    )
    held = FOUNDATIONAL[:foundational] + ELECTIVE[:elective]
    found = on_pathway(FIFTEEN_AND_FIFTEEN, *held, world=world)
    assert (found.met, len(found.still)) == (met, still)
    assert found.parts[0].label == "15 of: the framework “Foundational framework”"
    assert [each.have for each in found.parts] == [min(15, foundational), min(15, elective)]


STACKS = {f"s{number}": (f"x{number}", f"y{number}", f"z{number}") for number in range(1, 6)}


@pytest.mark.parametrize(
    "rule",
    [
        all_of(any_of(*STACKS), VIDEO),
        all_of(any_of(*STACKS), at_least(1, VIDEO)),
        all_of(any_of(VIDEO), any_of(*STACKS)),
        all_of(any_of(*(all_of(*names) for names in STACKS.values())), any_of(VIDEO)),
    ],
)
def test_one_of_five_stacks_with_a_video(rule: Requirement) -> None:
    offered = [each for names in STACKS.values() for each in names]
    stacks = [pathway(name, all_of(*names)) for name, names in STACKS.items()]

    def found(*held: str, video: str = "") -> PathwayProgress:
        work = [
            accepted(each, date(2026, 10, 5), *([ArtifactKind.VIDEO] if each == video else []))
            for each in held
        ]
        return on_pathway(rule, *work, offered=offered, pathways=stacks)

    assert found("x3", "y3", "z3", video="y3").met
    assert not found("x3", "y3", "z3").met
    assert not found("x3", "y3", "z1", video="y3").met
    assert found("x3", "y3", "z1", video="y3").still == ("z3",)
    assert found("x2", "y2").still == ("z2",)
    assert found().still == ("x1", "y1", "z1")
    assert found("x3", "y3", "z3", "x1", video="x1").met
    assert len(found("x3", "y3", "z3").still) == 1
    assert any("a video" in each for each in found("x3", "y3", "z3").because)


def test_a_kind_counts_what_the_rule_requires_too() -> None:
    rule = all_of("a", at_least(1, VIDEO))
    assert on_pathway(rule, accepted("a", date(2026, 1, 1), ArtifactKind.VIDEO), offered="a").met
    assert not on_pathway(rule, "a", offered="a").met


@pytest.mark.parametrize(
    "rule", [all_of(), any_of(), at_least(1), at_least(0), at_least(0, "a"), at_least(-1, "a")]
)
def test_an_empty_rule_is_never_met(rule: Requirement) -> None:
    found = on_pathway(rule, "a", offered="a")
    assert not found.met
    assert found.because == (
        "The rule asks for nothing, so it cannot be met.",
        "As the rule is written, nothing on offer would finish it.",
    )


@pytest.mark.parametrize(
    ("rule", "held", "met", "still"),
    [
        (all_of("a"), "a", True, ()),
        (all_of("a", "b"), "a", False, ("b",)),
        (any_of("a", "b"), "b", True, ()),
        (any_of("a", "b"), "", False, ("a",)),
        (any_of(all_of("a", "b"), all_of("b", "c")), "c", False, ("b",)),
        (all_of(any_of("a", "b"), any_of("b", "c")), "", False, ("b",)),
        (at_least(2, "a", "a", "b"), "a", False, ("b",)),
        (at_least(2, "a", select(Facet.FRAMEWORK, "core")), "a", False, ("b",)),
        (at_least(2, "a", all_of("b", "c")), "bc", False, ("a",)),
        (at_least(2, "a", all_of("b", "c")), "abc", True, ()),
        (at_least(2, select(Facet.THEME, "equitable")), "ab", False, ()),
        (all_of("a", any_of("a", "b")), "a", False, ("b",)),
        (all_of("a", at_least(1, select(Facet.FRAMEWORK, "core"))), "a", False, ("b",)),
        (all_of("a", any_of(select(Facet.FRAMEWORK, "core"))), "ab", True, ()),
        (all_of(all_of("a", any_of("a", "c")), at_least(1, "a", "b")), "a", False, ("c", "b")),
        (all_of("a", any_of(all_of("a", "b"), "c")), "ab", True, ()),
        (select(Facet.FRAMEWORK, "core"), "ab", False, ("c", "d")),
        (select(Facet.FRAMEWORK, "core"), "abcd", True, ()),
        (select(Facet.FRAMEWORK, "nowhere"), "ab", False, ()),
        (all_of("a", "gone"), "a", False, ("gone",)),
        (any_of("gone", "b"), "", False, ("b",)),
        (at_least(3, "a", "b"), "a", False, ("b",)),
    ],
)
def test_rules(rule: Requirement, held: str, met: bool, still: tuple[str, ...]) -> None:
    found = on_pathway(rule, *held, offered="abcd")
    assert (found.met, found.still) == (met, still)
    assert found.because
    assert (found.on is not None) == met


@pytest.mark.parametrize(
    ("facet", "value", "picked"),
    [
        (Facet.FRAMEWORK, "core", {"a", "b"}),
        (Facet.DOMAIN, "teaching", {"a"}),
        (Facet.DOMAIN, "core/leading", {"b"}),
        (Facet.SET, "first", {"a"}),
        (Facet.SET, "core/first", {"a"}),
        (Facet.THEME, "equitable", {"b"}),
    ],
)
def test_selectors(facet: Facet, value: str, picked: set[str]) -> None:
    one = competency("one", sets=("first",))
    two = competency("two", domain="leading", themes=("equitable",))
    world = district(
        frameworks=[framework(one, two, sets=["first"])],
        micro_credentials=[micro_credential("a", "core/one"), micro_credential("b", "two")],
    )
    found = on_pathway(at_least(9, select(facet, value)), world=world)
    assert set(found.parts[0].open) == picked


def test_pathways_that_name_each_other_do_not_go_round_for_ever() -> None:
    other = pathway("other", all_of("way", "a"))
    found = on_pathway(all_of("other", "b"), "a", "b", offered="ab", pathways=[other])
    assert not found.met
    found = on_pathway(any_of("other", "b"), "b", "a", offered="ab", pathways=[other])
    assert found.met
    itself = on_pathway(all_of("way"), offered="ab")
    assert itself.because[1] == "“Way way” leads back to itself, so it cannot be finished."


def test_a_pathway_within_a_pathway_shows_its_own_progress() -> None:
    stack = pathway("stack", all_of("a", "b", "c"))
    found = on_pathway(all_of("stack", "d"), "a", "d", offered="abcd", pathways=[stack])
    assert found.because == ("1 of 2 required; still to earn: Stack way (1 of 3).",)
    assert (found.have, found.still) == (("a", "d"), ("b", "c"))
    assert (found.parts[0].label, found.parts[0].have, found.parts[0].of) == ("Stack way", 1, 3)


def test_a_micro_credential_goes_before_a_pathway_of_the_same_name() -> None:
    assert on_pathway(all_of("a"), "a", offered="ab", pathways=[pathway("a", all_of("b"))]).met


def test_the_day_is_that_of_the_last_award_that_was_needed() -> None:
    held = [accepted(name, date(2026, month, 1)) for name, month in (("a", 3), ("b", 1), ("c", 9), ("d", 5))]
    assert on_pathway(all_of("a", any_of("b", "c", "d")), *held, offered="abcd").on == date(2026, 3, 1)
    assert on_pathway(all_of("a", at_least(2, "b", "c", "d")), *held, offered="abcd").on == date(2026, 5, 1)


def test_expired_awards_do_not_count_and_are_named() -> None:
    world = district(micro_credentials=[micro_credential("a", expires="P1M"), micro_credential("b")])
    found = on_pathway(all_of("a", "b"), "a", "b", world=world)
    assert (found.met, found.have, found.still) == (False, ("b",), ("a",))
    assert found.because[-1] == "Expired, and not counted until renewed: A."


def test_an_issued_pathway_stays_when_its_rule_changes() -> None:
    world = district(
        portfolio(credentials=[credential("way", date(2025, 5, 3))]),
        micro_credentials=[micro_credential("a")],
        pathways=[pathway("way", all_of("a")), pathway("next", all_of("way"))],
    )
    found = amina(world)
    assert (found.pathways["way"].met, found.pathways["way"].on) == (True, date(2025, 5, 3))
    assert found.pathways["way"].because[0] == "Issued on 3 May 2025; it stays, whatever the rule becomes."
    assert found.pathways["next"].met
    assert found.awards == {}


def test_evidence_nobody_accepted_shows_no_kind() -> None:
    bare = replace(accepted("a", date(2026, 1, 1), ArtifactKind.VIDEO), reviews=())
    world = district(
        portfolio(bare, credentials=[credential("a")]),
        micro_credentials=[micro_credential("a")],
        pathways=[pathway("way", all_of(VIDEO))],
    )
    assert not amina(world).pathways["way"].met

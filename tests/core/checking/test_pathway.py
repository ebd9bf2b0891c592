"""Pathways: rules that somebody can meet."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.core.checking.builders import district, told, with_rule
from tests.core.checking.definitions import RULE, micro_credential, micro_credentials, named, pathway

from proofolio.core.checking.check import check
from proofolio.core.diagnostics.rule import Severity
from proofolio.core.model.history import History
from proofolio.core.model.requirement import AllOf, AnyOf, AtLeast, Facet, Named, Selector

PACE, CHOOSE, COACH = named("pace-a-unit", "choose-it", "coach-one")
ALL = (PACE, CHOOSE, COACH)


def by(facet: Facet, value: str) -> Selector:
    return Selector(facet, value, RULE.down(facet.value))


def at_least(number: int, *parts, at=RULE) -> AtLeast:
    return AtLeast(number, parts, at)


GOOD = [
    AllOf(ALL, RULE),
    AnyOf((PACE, AllOf((CHOOSE, COACH), RULE)), RULE),
    at_least(3, *ALL),
    at_least(2, by(Facet.FRAMEWORK, "foundational")),
    at_least(3, by(Facet.DOMAIN, "teaching")),
    at_least(1, by(Facet.DOMAIN, "leadership/teaching")),
    at_least(2, by(Facet.SET, "foundational/core")),
    at_least(3, by(Facet.THEME, "equitable")),
    at_least(2, AllOf((PACE,), RULE), AllOf((CHOOSE,), RULE)),
    # Evidence of a kind may come with what is required anyway.
    AllOf((PACE, CHOOSE, COACH, at_least(3, by(Facet.KIND, "video"))), RULE),
    AllOf((AllOf((PACE,), RULE), at_least(2, CHOOSE, COACH)), RULE),
    AllOf((PACE, by(Facet.FRAMEWORK, "leadership")), RULE),
]


@pytest.mark.parametrize("rule", GOOD)
def test_rules_that_can_be_met_are_left_alone(rule) -> None:
    assert told(with_rule(rule)) == []


R = ("leader.yml", "rule")
BAD = [
    (AllOf((), RULE), ("empty-rule", *R, "all_of", "*")),
    (AnyOf((), RULE), ("empty-rule", *R, "any_of", "*")),
    (at_least(1), ("empty-rule", *R, "of", "*")),
    (AllOf((PACE, AnyOf((), RULE.down("all_of", 1))), RULE), ("empty-rule", *R, "all_of", 1, "any_of", "*")),
    (at_least(4, *ALL), ("impossible-rule", *R, "at_least")),
    (at_least(2, PACE, PACE), ("impossible-rule", *R, "at_least")),
    (at_least(0, *ALL), ("impossible-rule", *R, "at_least")),
    (at_least(3, by(Facet.FRAMEWORK, "foundational")), ("impossible-rule", *R, "at_least")),
    (
        AllOf((PACE, at_least(2, by(Facet.FRAMEWORK, "foundational"))), RULE),
        ("impossible-rule", *R, "at_least"),
    ),
    (
        AllOf((AllOf((PACE,), RULE), at_least(3, by(Facet.THEME, "equitable"))), RULE),
        ("impossible-rule", *R, "at_least"),
    ),
    (at_least(4, by(Facet.KIND, "video")), ("impossible-rule", *R, "at_least")),
    (at_least(1, by(Facet.KIND, "attendance")), ("impossible-rule", *R, "kind")),
    (
        AllOf((Named("pace-a-unti", RULE.down("all_of", 0)),), RULE),
        ("unknown-micro-credential", *R, "all_of", 0),
    ),
    (at_least(1, Named("nowhere", RULE.down("of", 0))), ("unknown-micro-credential", *R, "of", 0)),
    (at_least(1, by(Facet.FRAMEWORK, "fundational")), ("unknown-framework", *R, "framework")),
    (at_least(1, by(Facet.DOMAIN, "teeching")), ("unknown-domain", *R, "domain")),
    (at_least(1, by(Facet.SET, "cores")), ("unknown-set", *R, "set")),
    (at_least(1, by(Facet.THEME, "equitabel")), ("unknown-theme", *R, "theme")),
    (at_least(1, by(Facet.KIND, "vidoe")), ("unknown-kind", *R, "kind")),
]


@pytest.mark.parametrize(("rule", "expected"), BAD)
def test_rules_that_cannot_be_met_are_told_at_their_place(rule, expected) -> None:
    assert told(with_rule(rule)) == [expected]


def test_a_choice_of_what_is_required_anyway_is_a_warning() -> None:
    listed = Named("pace-a-unit", RULE.down("all_of", 1, "of", 0))
    rule = AllOf((PACE, at_least(2, listed, CHOOSE, COACH)), RULE)
    (finding,) = check(with_rule(rule), History())
    assert (finding.rule.name, finding.where) == ("overlapping-choice", listed.source)
    assert finding.rule.severity is Severity.WARNING


@pytest.mark.parametrize("choice", [at_least(2, PACE, CHOOSE), AnyOf((PACE,), RULE)])
def test_a_choice_left_too_small_by_what_is_required_says_so(choice) -> None:
    findings = check(with_rule(AllOf((PACE, choice), RULE)), History())
    (impossible,) = [each for each in findings if each.rule.name == "impossible-rule"]
    assert impossible.hint == "required anyway, so not counted again: pace-a-unit"


def test_a_selector_that_stands_alone_must_pick_something() -> None:
    only = {"choose-it": micro_credentials()["choose-it"]}
    given = with_rule(by(Facet.FRAMEWORK, "leadership"), micro_credentials=only, portfolios={})
    assert told(given) == [("impossible-rule", "leader.yml", "rule", "framework")]


def test_what_could_not_be_read_may_be_what_is_offered() -> None:
    rule = AllOf(
        (at_least(9, by(Facet.THEME, "equitable")), Named("lost", RULE), by(Facet.SET, "lost")), RULE
    )
    broken = {"micro-credential": frozenset({"lost"}), "framework": frozenset({"state"})}
    assert told(replace(with_rule(rule), broken=broken)) == []


def test_pathways_that_contain_one_another_are_told_once() -> None:
    def leads_to(name: str, other: str):
        return pathway(name, AllOf((PACE, Named(other, RULE.down("all_of", 1))), RULE))

    pathways = {each.id: each for each in (leads_to("first", "leader"), leads_to("leader", "first"))}
    (finding,) = check(district(pathways=pathways), History())
    assert (finding.rule.name, finding.where) == ("pathway-cycle", RULE.down("all_of", 1))
    assert "first → leader → first" in finding.message


def test_a_pathway_may_name_another() -> None:
    pathways = {
        "leader": pathway("leader", AllOf((PACE, Named("stack", RULE)), RULE)),
        "stack": pathway("stack", CHOOSE),
    }
    assert told(district(pathways=pathways)) == []


def test_a_pathway_and_a_micro_credential_need_different_ids() -> None:
    twin = {**micro_credentials(), "leader": micro_credential("leader", "foundational/agency")}
    assert told(district(micro_credentials=twin)) == [("ambiguous-id", "leader.yml")]

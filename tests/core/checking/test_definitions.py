"""Frameworks, competencies, rubrics, micro-credentials, renewal profiles and courses."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.core.checking.builders import (
    district,
    told,
    with_competency,
    with_framework,
    with_micro_credential,
)
from tests.core.checking.definitions import (
    competency,
    course,
    criterion,
    framework,
    frameworks,
    micro_credential,
    micro_credentials,
    renewal,
)
from tests.core.checking.portfolios import portfolio, self_assessment

from proofolio.core.checking.check import check
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.competency import Alignment
from proofolio.core.model.framework import CompetencySet, Domain, Level
from proofolio.core.model.history import History
from proofolio.core.model.micro_credential import ArtifactsAsked
from proofolio.core.model.renewal import RenewalExample
from proofolio.core.model.rubric import Rubric

EMERGING, PROFICIENT = Level("emerging", "Emerging"), Level("proficient", "Proficient", mastery=True)
PACING, UNITS = criterion("pacing"), criterion("units")


def test_a_district_in_order_has_no_finding() -> None:
    assert told(district()) == []


def rubric(**descriptors: str) -> Rubric:
    return Rubric({"pacing": criterion("pacing", **descriptors), "units": UNITS})


FRAMEWORKS = [
    (
        with_framework(levels=(EMERGING, replace(PROFICIENT, mastery=False))),
        ("no-mastery-level", "framework.yml", "levels", "*"),
    ),
    (
        with_framework(levels=(replace(EMERGING, mastery=True), PROFICIENT)),
        ("several-mastery-levels", "framework.yml", "levels", 1, "mastery"),
    ),
    (
        with_framework(levels=(EMERGING, PROFICIENT, EMERGING)),
        ("duplicate-id", "framework.yml", "levels", 2, "id"),
    ),
    (
        with_framework(domains=(Domain("teaching", "T"),) * 2),
        ("duplicate-id", "framework.yml", "domains", 1, "id"),
    ),
    (
        with_framework(sets=(CompetencySet("core", "C"),) * 2),
        ("duplicate-id", "framework.yml", "sets", "core", "*"),
    ),
]


@pytest.mark.parametrize(("given", "expected"), FRAMEWORKS)
def test_a_scale_has_one_threshold_and_ids_name_one_thing(given, expected) -> None:
    assert told(given) == [expected]


def test_a_framework_without_levels_is_told_once_and_its_rubrics_are_left_alone() -> None:
    bare = framework("leadership", competency("leadership", "coach-colleagues", ("asks",)), levels=())
    assert told(district(frameworks=frameworks(bare))) == [("no-levels", "framework.yml", "levels", "*")]


COMPETENCIES = [
    (with_competency(domain="teeching"), ("unknown-domain", "mastery.yml", "domain")),
    (with_competency(sets=("core", "cor")), ("unknown-set", "mastery.yml", "sets", 1)),
    (with_competency(prerequisites=("agncy",)), ("unknown-competency", "mastery.yml", "prerequisites", 0)),
    (with_competency(related=("agency", "x/y")), ("unknown-competency", "mastery.yml", "related", 1)),
    (
        with_competency(alignments=(Alignment("leadership", "coach", "related"),)),
        ("unknown-competency", "mastery.yml", "alignments", 0, "target"),
    ),
    (
        with_competency(rubric=rubric(proficient="gone")),
        ("missing-descriptor", "mastery.yml", "rubric", "pacing", "*"),
    ),
    (
        with_competency(rubric=rubric(proficient=" ")),
        ("missing-descriptor", "mastery.yml", "rubric", "pacing", "proficient"),
    ),
    (
        with_competency(rubric=rubric(proficient="gone", proficent="alone")),
        ("unknown-level", "mastery.yml", "rubric", "pacing", "proficent", "*"),
    ),
    (
        with_competency(rubric=rubric(emerging="Sets  the\npace", proficient="sets the pace")),
        ("identical-descriptors", "mastery.yml", "rubric", "pacing", "proficient"),
    ),
]


@pytest.mark.parametrize(("given", "expected"), COMPETENCIES)
def test_a_competency_refers_to_what_there_is_and_describes_every_level(given, expected) -> None:
    assert told(given) == [expected]


def test_an_alignment_to_a_framework_kept_elsewhere_is_free() -> None:
    free = (Alignment("intasc", "6", "exact"), Alignment("leadership", "coach-colleagues", "related"))
    assert told(with_competency(alignments=free)) == []


def test_a_prerequisite_circle_is_told_once_and_whole() -> None:
    usual = frameworks()["foundational"]
    agency = replace(usual.competencies["agency"], prerequisites=("foundational/mastery",))
    given = district(
        frameworks=frameworks(replace(usual, competencies={**usual.competencies, "agency": agency}))
    )
    (finding,) = check(given, History())
    assert finding.rule.name == "prerequisite-cycle"
    assert finding.where == agency.source.down("prerequisites", 0)
    assert "foundational/agency → foundational/mastery → foundational/agency" in finding.message


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("agency", None),
        ("leadership/coach-colleagues", None),
        ("agncy", ("unknown-competency", "mastery.yml", "replaced_by")),
        ("mastery", ("replacement-cycle", "mastery.yml", "replaced_by")),
    ],
)
def test_a_competency_is_replaced_by_another_one_that_is_there(target, expected) -> None:
    assert told(with_competency(replaced_by=target)) == ([expected] if expected else [])


def test_a_circle_of_replacements_is_told_once_and_whole() -> None:
    usual = frameworks()["foundational"]
    agency = replace(usual.competencies["agency"], replaced_by="foundational/mastery")
    mastery = replace(usual.competencies["mastery"], replaced_by="agency")
    given = district(
        frameworks=frameworks(replace(usual, competencies={"agency": agency, "mastery": mastery}))
    )
    (finding,) = check(given, History())
    assert (finding.rule.name, finding.where) == ("replacement-cycle", agency.source.down("replaced_by"))
    assert "foundational/agency → foundational/mastery → foundational/agency" in finding.message
    assert finding.hint


TWIN = framework(
    "leadership",
    competency("leadership", "coach-colleagues", ("asks",)),
    competency("leadership", "mastery", ("asks",), related=("mastery",)),
)


def test_a_bare_id_means_the_writers_own_framework_first_and_is_ambiguous_elsewhere() -> None:
    entries = {
        "amina-yusuf": portfolio(
            profile=None, log=(), self_assessments=(self_assessment(("mastery", "emerging")),)
        )
    }
    ambiguous = check(district(frameworks=frameworks(TWIN), portfolios=entries), History())
    where = {
        each.where.file.rsplit("/", 1)[-1]: each for each in ambiguous if each.rule.name == "ambiguous-id"
    }
    assert set(where) == {"2026-09-01.yml", "pace-by-data.md"}
    assert where["pace-by-data.md"].hint == "write foundational/mastery or leadership/mastery"


MICRO_CREDENTIALS = [
    (
        with_micro_credential(competency="foundational/mastry", cycles=0),
        ("unknown-competency", "pace-a-unit.yml", "competency"),
    ),
    (
        with_micro_credential(requires=("choose-it", "chose-it")),
        ("unknown-micro-credential", "pace-a-unit.yml", "requires", 1),
    ),
    (
        with_micro_credential(artifacts=ArtifactsAsked(0, {"attendance": 1})),
        ("impossible-artifacts", "pace-a-unit.yml", "submission", "artifacts", "kinds", "attendance", "*"),
    ),
    (
        with_micro_credential(artifacts=ArtifactsAsked(0, {"vidoe": 0})),
        ("unknown-kind", "pace-a-unit.yml", "submission", "artifacts", "kinds", "vidoe", "*"),
    ),
]


@pytest.mark.parametrize(("given", "expected"), MICRO_CREDENTIALS)
def test_a_micro_credential_asks_for_what_there_is(given, expected) -> None:
    assert expected in told(given)
    assert len([each for each in told(given) if each[1] == "pace-a-unit.yml"]) == 1


def test_a_criterion_that_the_rubric_lacks_is_named_with_the_nearest() -> None:
    given = district(portfolios={}, micro_credentials=micro_credentials(criteria=("pacing", "unitz")))
    (finding,) = check(given, History())
    assert (finding.rule.name, finding.where.route) == ("unknown-criterion", ("criteria", 1))
    assert finding.hint == "did you mean units?"


def test_a_competency_without_rubric_can_never_be_earned() -> None:
    others = competency("leadership", "lead-well", ("listening",))
    bare = framework("leadership", competency("leadership", "coach-colleagues", ()), others)
    given = district(frameworks=frameworks(bare))
    assert told(given) == [("competency-without-rubric", "coach-one.yml", "competency")]


def test_standards_that_have_no_rubric_at_all_may_still_have_work_filed_under_them() -> None:
    bare = framework("leadership", competency("leadership", "coach-colleagues", ()))
    assert told(district(frameworks=frameworks(bare))) == []


def test_a_requirement_circle_is_told_once() -> None:
    usual = micro_credentials(requires=("coach-one",))
    circle = {**usual, "choose-it": replace(usual["choose-it"], requires=("pace-a-unit",))}
    (finding,) = check(district(micro_credentials=circle), History())
    assert finding.rule.name == "requirement-cycle"
    assert finding.where == circle["choose-it"].source.down("requires", 0)
    assert "choose-it → pace-a-unit → coach-one → choose-it" in finding.message
    files = [each.where.file.rsplit("/", 1)[-1] for each in finding.related]
    assert files == ["pace-a-unit.yml", "coach-one.yml"]


def test_a_micro_credential_that_requires_itself_is_a_circle() -> None:
    given = district(micro_credentials=micro_credentials(requires=("pace-a-unit",)))
    assert told(given) == [("requirement-cycle", "pace-a-unit.yml", "requires", 0)]


@pytest.mark.parametrize(
    ("example", "message"),
    [
        (
            RenewalExample(29, {}, True),
            "the example expects met, but 5 hours and 15 hours in 'content' are lacking",
        ),
        (RenewalExample(30, {}, False), "the example expects not-met, but nothing is lacking"),
    ],
)
def test_a_profile_runs_its_own_examples(example, message) -> None:
    strict = replace(renewal(RenewalExample(40, {}, True), example), hours_at_least=150)
    (finding,) = check(district(renewals={"example-state": strict}), History())
    assert (finding.rule.name, finding.where.route) == ("failing-example", ("examples", 1, "expect"))
    if example.expect_met:
        assert "5 hours" in finding.message
    else:
        assert finding.message == message


def test_a_course_is_for_a_competency_that_exists() -> None:
    given = district(courses={"pace-by-data": course(competency="mastry")})
    assert told(given) == [("unknown-competency", "pace-by-data.md", "competency")]


def test_what_could_not_be_read_excuses_references_to_it() -> None:
    broken = {
        "competency": frozenset({"agncy", "foundational/agncy"}),
        "micro-credential": frozenset({"chose-it"}),
    }
    given = with_competency(prerequisites=("agncy",), related=("foundational/agncy",))
    given = replace(given, micro_credentials=micro_credentials(requires=("chose-it",)), broken=broken)
    assert told(given) == []


def test_a_framework_that_could_not_be_read_excuses_all_that_may_stand_in_it() -> None:
    given = with_competency(prerequisites=("agncy",), related=("state/x",))
    assert [each[0] for each in told(given)] == ["unknown-competency"] * 2
    assert told(replace(given, broken={"framework": frozenset({"state"})})) == []
    other = replace(given, broken={"framework": frozenset({"other"})})
    assert told(other) == [("unknown-competency", "mastery.yml", "related", 0)]


def test_a_misspelt_framework_gets_a_hint() -> None:
    given = district(
        micro_credentials={**micro_credentials(), "new": micro_credential("new", "fundational/agency")}
    )
    (finding,) = check(given, History())
    assert finding.hint == "did you mean foundational/agency?"
    assert finding.where == Pointer("competencies/micro-credentials/new.yml").down("competency")

"""What must hold whatever the files say: more never takes away, and order never matters."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.awarding.builders import (
    BEFORE,
    NOW,
    TODAY,
    accepted,
    all_of,
    amina,
    any_of,
    assessment,
    at_least,
    competency,
    credential,
    district,
    entry,
    framework,
    micro_credential,
    named,
    pathway,
    portfolio,
    review,
    select,
    submission,
)

from proofolio.core.awarding.decide import decide
from proofolio.core.model.artifact import ArtifactKind
from proofolio.core.model.credential import Credential
from proofolio.core.model.district import District
from proofolio.core.model.portfolio import Portfolio
from proofolio.core.model.progress import PersonProgress
from proofolio.core.model.requirement import Facet, Requirement
from proofolio.core.model.review import Review, Verdict
from proofolio.core.model.submission import Status, Submission

Value = TypeVar("Value")

NAMES = "abcdefgh"
HOME = framework(
    competency("pacing", sets=("first",)), competency("agency", themes=("equitable",)), sets=("first",)
)
ASKED = [
    micro_credential(
        name,
        "pacing" if name < "e" else "agency",
        requires={"b": ("a",), "c": ("b", "h"), "g": ("h",), "h": ("g",)}.get(name, ()),
        expires={"a": "P1Y", "d": "P6M", "e": "P2Y"}.get(name),
        hours=ord(name) - 90,
    )
    for name in NAMES
]

names = st.sampled_from(NAMES)
days = st.integers(0, 900).map(lambda back: TODAY - timedelta(days=back))
kinds = st.lists(st.sampled_from([ArtifactKind.VIDEO, ArtifactKind.IMAGE]), max_size=2)
selectors = st.sampled_from(
    [select(Facet.FRAMEWORK, "core"), select(Facet.THEME, "equitable"), select(Facet.SET, "first"),
     select(Facet.KIND, "video")]
)  # fmt: skip
leaves = st.one_of((names | st.sampled_from(["p0", "p1", "p2", "gone"])).map(named), selectors)
rules = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map(lambda parts: all_of(*parts)),
        st.lists(inner, max_size=4).map(lambda parts: any_of(*parts)),
        st.tuples(st.integers(0, 4), st.lists(inner, max_size=4)).map(
            lambda each: at_least(each[0], *each[1])
        ),
    ),
    max_leaves=9,
)
reviews = st.lists(
    st.builds(
        review,
        st.sampled_from(["rosa", "tomas", "ben", "amina"]),
        days,
        reviewed=st.sampled_from([NOW, NOW, BEFORE]),
        verdict=st.sampled_from([Verdict.MET, Verdict.MET, Verdict.REVISE]),
        clear=st.sampled_from(["proficient", "exemplary", "developing"]),
    ),
    max_size=3,
    unique_by=lambda each: each.source.file,
)


@st.composite
def submissions(draw: st.DrawFn) -> list[Submission]:
    work: list[Submission] = []
    for number, name in enumerate(draw(st.lists(names, max_size=7))):
        if draw(st.booleans()):
            work.append(accepted(name, draw(days), *draw(kinds), slug=f"work-{number}"))
        else:
            status = draw(st.sampled_from([Status.SUBMITTED, Status.SUBMITTED, Status.DRAFT]))
            found: list[Review] = draw(reviews)
            work.append(
                submission(f"work-{number}", name, *found, kinds=draw(kinds), status=status,
                           practice=draw(st.integers(0, 5)) == 0)
            )  # fmt: skip
    return work


@st.composite
def credentials(draw: st.DrawFn) -> list[Credential]:
    ids = st.sampled_from([*NAMES, "p0", "gone"])
    return [
        credential(name, draw(days), draw(st.none() | days))
        for name in draw(st.lists(ids, max_size=3, unique=True))
    ]


@st.composite
def districts(draw: st.DrawFn) -> District:
    folder = portfolio(
        *draw(submissions()),
        credentials=draw(credentials()),
        log=(entry(date(2026, 1, 1), 0.1), entry(date(2026, 2, 1), 0.2)),
        assessments=(assessment(date(2026, 1, 1), pacing="emerging"),),
    )
    ways = [pathway(f"p{number}", draw(rules), hours=number) for number in range(3)]
    return district(folder, frameworks=[HOME], micro_credentials=ASKED, pathways=ways)


def holding(found: PersonProgress) -> set[str]:
    return {name for name, each in found.awards.items() if each.until is None or each.until >= TODAY}


def met(found: PersonProgress) -> set[str]:
    return {name for name, each in found.pathways.items() if each.met}


def with_folder(world: District, folder: Portfolio) -> District:
    return replace(world, portfolios={"amina": folder})


@settings(max_examples=100, deadline=None)
@given(districts(), names, days, kinds)
def test_accepting_more_work_takes_nothing_away(
    world: District, name: str, on: date, shown: list[ArtifactKind]
) -> None:
    before = amina(world)
    folder = world.portfolios["amina"]
    more = {**folder.submissions, "more": accepted(name, on, *shown, slug="more")}
    after = amina(with_folder(world, replace(folder, submissions=more)))
    assert holding(before) <= holding(after)
    assert met(before) <= met(after)


@settings(max_examples=100, deadline=None)
@given(districts(), st.sampled_from([*NAMES, "p1", "p2"]), days)
def test_issuing_a_credential_takes_nothing_away(world: District, name: str, on: date) -> None:
    before = amina(world)
    folder = world.portfolios["amina"]
    more = {name: credential(name, on), **folder.credentials}
    after = amina(with_folder(world, replace(folder, credentials=more)))
    assert holding(before) <= holding(after)
    assert met(before) <= met(after)


@settings(max_examples=100, deadline=None)
@given(districts(), st.randoms(use_true_random=False))
def test_the_order_of_files_changes_nothing(world: District, chance: random.Random) -> None:
    def shuffled(values: Mapping[str, Value]) -> dict[str, Value]:
        return {key: values[key] for key in chance.sample(list(values), len(values))}

    def mixed(each: Submission) -> Submission:
        return replace(each, reviews=tuple(chance.sample(each.reviews, len(each.reviews))))

    folder = world.portfolios["amina"]
    again = replace(
        folder,
        submissions=shuffled({slug: mixed(each) for slug, each in folder.submissions.items()}),
        credentials=shuffled(folder.credentials),
        log=folder.log[::-1],
    )
    other = replace(
        world,
        people=shuffled(world.people),
        micro_credentials=shuffled(world.micro_credentials),
        pathways=shuffled(world.pathways),
        portfolios=shuffled({"zoe": portfolio(person="zoe"), "amina": again}),
    )
    first, second = decide(world, {}, TODAY)["amina"], decide(other, {}, TODAY)["amina"]
    assert repr(first) == repr(second)


@settings(max_examples=100, deadline=None)
@given(districts())
def test_everything_has_a_reason(world: District) -> None:
    found = amina(world)
    for each in found.decisions.values():
        assert each.because
        assert (each.standing == "met") <= each.competent
    for way in found.pathways.values():
        assert way.because
        assert (way.on is not None) == way.met
        assert not (way.met and way.still)


plain = st.recursive(
    st.one_of(names.map(named), selectors, st.sampled_from(["p1", "p2"]).map(named)),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: all_of(*parts)),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: any_of(*parts)),
        st.lists(inner, min_size=2, max_size=4, unique_by=repr).map(lambda parts: at_least(2, *parts)),
    ),
    max_leaves=8,
)


@settings(max_examples=100, deadline=None)
@given(plain, st.lists(names, unique=True, max_size=4))
def test_what_is_still_wanted_finishes_a_pathway_and_nothing_less_does(
    rule: Requirement, held: list[str]
) -> None:
    ways = [
        pathway("p0", rule),
        pathway("p1", all_of("a", any_of("b", "c"))),
        pathway("p2", any_of("p1", "h")),
    ]
    asked = [micro_credential(name, "pacing" if name < "e" else "agency") for name in NAMES]

    def progress(extra: tuple[str, ...]) -> tuple[bool, tuple[str, ...], tuple[str, ...]]:
        work = [accepted(name, TODAY) for name in held]
        work += [accepted(name, TODAY, ArtifactKind.VIDEO, slug=f"new-{name}") for name in extra]
        world = district(portfolio(*work), frameworks=[HOME], micro_credentials=asked, pathways=ways)
        found = amina(world).pathways["p0"]
        return found.met, found.still, found.because

    done, still, because = progress(())
    if done or because[-1].startswith("As the rule is written"):
        return
    assert progress(still)[0]
    for each in still:
        assert not progress(tuple(name for name in still if name != each))[0]

"""What a change does: to the work that it touches, and to its people's mastery map."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from tests.core.awarding.builders import (
    TODAY,
    accepted,
    amina,
    competency,
    district,
    framework,
    gap,
    micro_credential,
    named,
    pathway,
    portfolio,
    review,
    submission,
)

from proofolio.core.awarding.decide import decide
from proofolio.core.awarding.effect import CountChange, Effect, LevelChange, Side, effect
from proofolio.core.diagnostics.finding import Gap
from proofolio.core.model.district import District
from proofolio.core.model.micro_credential import ReviewAsked
from proofolio.core.model.standing import Standing, Wait
from proofolio.core.model.submission import Status, Submission
from proofolio.core.model.visibility import Visibility

WORK = submission("menu-maths")
REVIEWED = replace(WORK, reviews=(review(),))
EVIDENCE = "portfolios/amina/menu-maths/index.md"
HOME = framework(
    competency("pacing", sets=("first",)), competency("agency", sets=("first",)), sets=("first",)
)
PACE = micro_credential("pace", hours=15)


def world(*works: Submission, **changes: object) -> District:
    way = replace(pathway("way", named("pace")))
    base = district(portfolio(*works), frameworks=[HOME], micro_credentials=[PACE], pathways=[way])
    chosen = base.portfolios["amina"]
    assert chosen.profile is not None
    profile = replace(chosen.profile, pathways=("way",), **changes)
    return replace(base, portfolios={"amina": replace(chosen, profile=profile)})


def side(given: District, *gaps: Gap) -> Side:
    return Side(given, decide(given, {each.key: gaps for each in given.submissions()}, TODAY))


def between(before: District, after: District, paths: Iterable[str] = (EVIDENCE,)) -> Effect:
    return effect(side(before), side(after), paths)


def test_nothing_relevant_changed() -> None:
    same = world(REVIEWED)
    found = between(same, same, ["README.md", "competencies/issuer.yml", "portfolios/roster.yml"])
    assert found == Effect((), (), 0)
    (person,) = between(same, same).people
    assert person.nothing


def test_a_review_is_decided_on() -> None:
    found = between(world(WORK), world(REVIEWED), [EVIDENCE.replace("index.md", "reviews/x.md")])
    (work,) = found.works
    assert work.before is not None
    assert work.after is not None
    assert (work.before.standing, work.after.standing) == (Standing.WAITING, Standing.MET)
    (person,) = found.people
    assert person.levels == (LevelChange("Pacing", "Clear", None, "Proficient"),)
    assert person.demonstrated == ("Pacing",)
    assert person.sets == (CountChange("First", 0, 1, 2),)
    assert person.pathways == (CountChange("Way way", 0, 1, 1),)
    assert person.finished == ("Way way",)
    assert person.earned == ("PACE",)
    assert (person.hours_before, person.hours_after) == (0, 15)
    assert found.others == 0


def test_evidence_changed_after_its_review() -> None:
    changed = replace(REVIEWED, digest="sha256:other")
    (work,) = between(world(REVIEWED), world(changed)).works
    assert work.after is not None
    assert work.after.standing is Standing.STALE
    assert work.waits is Wait.CONFIRMATION
    (person,) = between(world(REVIEWED), world(changed)).people
    assert person.lost == ("PACE",)
    assert person.levels == (LevelChange("Pacing", "Clear", "Proficient", None),)


def test_new_work_has_no_before_and_work_that_goes_no_after() -> None:
    (new,) = between(world(), world(WORK)).works
    assert new.before is None
    assert new.after is not None
    (gone,) = between(world(WORK), world()).works
    assert gone.before is not None
    assert (gone.after, gone.waits) == (None, None)


def test_what_is_missing_comes_with_the_decision() -> None:
    found = effect(side(world()), side(world(WORK), gap()), [EVIDENCE])
    (work,) = found.works
    assert work.after is not None
    assert (work.after.complete, len(work.after.missing)) == (False, 1)


@pytest.mark.parametrize("where", [0, 1])
def test_the_map_of_a_private_portfolio_is_nobody_elses(where) -> None:
    sides = [world(WORK), world(REVIEWED)]
    sides[where] = world(*sides[where].submissions(), visibility=Visibility.PRIVATE)
    (person,) = between(sides[0], sides[1]).people
    assert person.private
    assert person.nothing


def test_levels_that_rest_on_blind_reviews_are_not_told() -> None:
    def blind(given: District) -> District:
        asked = replace(PACE, review=ReviewAsked(1, blind=True))
        return replace(given, micro_credentials={"pace": asked})

    (person,) = between(blind(world(WORK)), blind(world(REVIEWED))).people
    assert person.levels == ()
    assert person.earned == ("PACE",)


def test_work_that_only_moves_along_is_counted_and_not_named() -> None:
    works = [WORK, accepted("pace", slug="other"), submission("draft", status=Status.DRAFT)]
    before, after = world(*works), replace(world(*works), micro_credentials={})
    found = between(before, after, ["competencies/micro-credentials/pace.yml"])
    assert (found.works, found.people) == ((), ())
    assert found.others == 1
    assert amina(before).decisions["other"].standing is Standing.MET


def test_other_peoples_folders_and_odd_paths() -> None:
    same = world(WORK)
    paths = ["portfolios/zoe/index.md", "portfolios/amina", "portfolios//x/y", "README.md"]
    assert between(same, same, paths) == Effect((), (), 0)
    found = between(same, same, ["portfolios/amina/gone/index.md"])
    assert (found.works, [each.person for each in found.people]) == ((), ["amina"])

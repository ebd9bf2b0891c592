"""The rubric's digest: it changes with what work is held against, and with nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.core.checking.builders import district
from tests.core.checking.definitions import frameworks

from proofolio.core.model.district import District
from proofolio.core.model.rubric import Rubric
from proofolio.core.model.rubric_digest import rubric_digest


def digest(given: District) -> str | None:
    return rubric_digest(given, given.micro_credentials["pace-a-unit"])


USUAL = district()


def with_micro_credential(**changes: Any) -> District:
    asked = replace(USUAL.micro_credentials["pace-a-unit"], **changes)
    return replace(USUAL, micro_credentials={**USUAL.micro_credentials, "pace-a-unit": asked})


def with_rubric(**changes: Any) -> District:
    usual = frameworks()["foundational"]
    mastery = usual.competencies["mastery"]
    criteria = dict(mastery.rubric.criteria)
    first = next(iter(criteria))
    criteria[first] = replace(criteria[first], **changes)
    changed = replace(mastery, rubric=Rubric(criteria))
    return replace(
        USUAL,
        frameworks=frameworks(replace(usual, competencies={**usual.competencies, "mastery": changed})),
    )


def test_it_looks_like_a_digest_and_stays() -> None:
    found = digest(USUAL)
    assert found is not None
    assert found.startswith("sha256:")
    assert len(found) == 7 + 64
    assert digest(district()) == found


@pytest.mark.parametrize(
    "changed",
    [
        with_micro_credential(key_method="Another way."),
        with_micro_credential(criteria=("pacing",)),
        with_rubric(title="Another title"),
        with_rubric(descriptors={"proficient": "Something else."}),
    ],
)
def test_what_is_rated_against_changes_it(changed: District) -> None:
    assert digest(changed) not in (None, digest(USUAL))


@pytest.mark.parametrize(
    "changed",
    [
        with_micro_credential(title="Another title"),
        with_micro_credential(hours=99),
        with_micro_credential(sections={}),
        with_micro_credential(stipend=None),
    ],
)
def test_what_else_it_is_worth_or_asks_does_not(changed: District) -> None:
    assert digest(changed) == digest(USUAL)


def test_white_space_makes_no_other_rubric() -> None:
    texts = [{"proficient": "Plans  a unit\nfor all."}, {"proficient": "Plans a unit for all."}]
    assert len({digest(with_rubric(descriptors=each)) for each in texts}) == 1


def test_there_is_none_without_a_rubric() -> None:
    assert digest(with_micro_credential(competency="unheard-of")) is None
    assert digest(replace(USUAL, frameworks={})) is None

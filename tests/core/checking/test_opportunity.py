"""Opportunities, and applications for them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.core.checking.builders import district, portfolio, submission, told
from tests.core.checking.definitions import named

from proofolio.core.checking.application import check_letter, check_pieces, missing_requirements, too_late
from proofolio.core.checking.check import check
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.body import Body
from proofolio.core.model.history import History
from proofolio.core.model.opportunity import Letter, Opportunity
from proofolio.core.model.progress import Eligibility
from proofolio.core.model.requirement import AllOf, AtLeast, Named
from proofolio.core.model.submission import Status

SOURCE = Pointer("competencies/opportunities/role.yml")
AT = SOURCE.down("requires")
ROLE = Opportunity(
    id="role",
    title="Team lead",
    about="About it.",
    closes=date(2020, 1, 31),
    contact=None,
    requires=Named("pace-a-unit", AT),
    pathways=(Named("leader", SOURCE.down("pathways", 0)),),
    hours=3,
    at_least=1,
    at_most=2,
    letter=Letter("Why?", 3),
    source=SOURCE,
)
F = "role.yml"


def of(**changes):
    return told(district(opportunities={"role": replace(ROLE, **changes)}))


@pytest.mark.parametrize(
    ("changes", "rules"),
    [
        ({}, []),
        ({"requires": None, "pathways": ()}, []),
        ({"requires": Named("pace-a-unti", AT)}, [("unknown-micro-credential", F, "requires")]),
        (
            {"pathways": (Named("leaders", SOURCE.down("pathways", 0)),)},
            [("unknown-pathway", F, "pathways", 0)],
        ),
        ({"requires": AllOf((), AT)}, [("empty-rule", F, "requires", "all_of", "*")]),
        (
            {"requires": AtLeast(4, named("pace-a-unit", "coach-one"), AT)},
            [("impossible-rule", F, "requires", "at_least")],
        ),
        ({"at_least": 3}, [("impossible-evidence", F, "evidence", "at_most")]),
        ({"at_least": 0, "at_most": 0}, [("impossible-evidence", F, "evidence", "at_most")]),
        ({"at_least": 2}, []),
    ],
)
def test_what_is_wrong_with_an_opportunity(changes, rules) -> None:
    assert of(**changes) == rules


def test_a_slip_gets_the_name_that_was_meant() -> None:
    slip = replace(ROLE, requires=Named("pace-a-unti", AT), pathways=(Named("leadr", SOURCE),))
    found = check(district(opportunities={"role": slip}), History())
    assert [each.hint for each in found] == ["did you mean pace-a-unit?", "did you mean leader?"]


DONE = submission()
THREE = portfolio(
    submissions={
        each.slug: each
        for each in (
            DONE,
            replace(DONE, slug="draft", title="A draft", status=Status.DRAFT),
            replace(DONE, slug="try", title="A try", practice=True),
            replace(DONE, slug="more", title="More"),
        )
    }
)


@pytest.mark.parametrize(
    ("chosen", "messages"),
    [
        (("menu-maths",), []),
        (("menu-maths", "more"), []),
        ((), ["at least 1 piece of evidence is asked, and 0 are chosen"]),
        (("draft",), ["'A draft' is a draft, and drafts are never sent"]),
        (("try",), ["'A try' is practice, and practice is never sent"]),
        (("menu-math",), ["there is no work 'menu-math' in this portfolio"]),
        (
            ("menu-maths", "more", "try"),
            [
                "'A try' is practice, and practice is never sent",
                "at most 2 pieces of evidence are asked, and 3 are chosen",
            ],
        ),
    ],
)
def test_the_chosen_pieces(chosen, messages) -> None:
    assert [each.message for each in check_pieces(ROLE, THREE, chosen)] == messages


def test_a_hint_names_no_draft() -> None:
    (found,) = check_pieces(ROLE, THREE, ("zzz",))
    assert found.hint == "known: menu-maths, more"


@pytest.mark.parametrize(
    ("asked", "words", "messages"),
    [
        (Letter("Why?", 3), None, ["a letter is asked, and none is there"]),
        (Letter("Why?", 3), 2, ["the letter has 2 words of 3: 1 more to go"]),
        (Letter("Why?", 3), 3, []),
        (Letter("Why?"), 0, ["the letter has 0 words of 1: 1 more to go"]),
        (None, None, []),
        (None, 5, []),
    ],
)
def test_the_letter(asked, words, messages) -> None:
    given = None if words is None else Body("text", words=words)
    assert [each.message for each in check_letter(replace(ROLE, letter=asked), given)] == messages


def test_what_has_to_be_earned_first_is_told_with_its_reasons() -> None:
    found = Eligibility("role", False, (), ("pace-a-unit",), ("One reason.", "Another."))
    (hurdle,) = missing_requirements(ROLE, found)
    assert hurdle.hint == "One reason. Another."
    assert list(missing_requirements(ROLE, replace(found, met=True))) == []


def test_a_closed_one_is_told_and_is_no_finding() -> None:
    assert too_late(ROLE, date(2020, 2, 1)) == "“Team lead” has closed; the last day was 2020-01-31."
    assert too_late(ROLE, date(2020, 1, 31)) is None
    assert of() == []

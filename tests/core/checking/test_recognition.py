"""Recognitions: precise findings for what is wrong, and the exact line for a consent that is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.core.checking.builders import district, told
from tests.core.checking.portfolios import person, portfolio, submission

from proofolio.core.checking.check import check
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rule import Severity
from proofolio.core.model.body import Body, Link
from proofolio.core.model.district import District
from proofolio.core.model.history import History
from proofolio.core.model.person import Role
from proofolio.core.model.recognition import Recognition
from proofolio.core.model.showcase import Showcase
from proofolio.core.model.submission import Status
from proofolio.core.model.visibility import Visibility

NAME = "2026-11-19-thanks"
FILE = f"{NAME}.md"
ALL = Showcase(every=True)


def recognition(**changes: Any) -> Recognition:
    made = Recognition(
        NAME,
        date(2026, 11, 19),
        "amina-yusuf/menu-maths",
        "rosa-diaz",
        "Look",
        Body("Do look."),
        Pointer(f"competencies/recognitions/{FILE}"),
    )
    return replace(made, **changes)


def given(showcase: Showcase = ALL, of: dict[str, Any] | None = None, **changes: Any) -> District:
    """The district with a recognition, and what Amina agrees to."""
    made = portfolio(submissions={"menu-maths": submission(**({"co_authors": ()} | (of or {})))})
    made = replace(made, profile=replace(made.profile, showcase=showcase))
    thanks = {NAME: recognition(**changes)}
    return district(portfolios={"amina-yusuf": made}, recognitions=thanks)


def hints(of: District) -> list[str]:
    return [each.hint or "" for each in check(of, History())]


def test_a_recognition_in_order_has_no_finding() -> None:
    assert told(given()) == []
    assert told(given(Showcase(works=("menu-maths",)))) == []
    assert told(given(Showcase(works=("amina-yusuf/menu-maths",)))) == []


@pytest.mark.parametrize(
    ("changes", "rule", "key", "hint"),
    [
        ({"work": "amina-yusuf/menu-math"}, "unknown-work", "work", "did you mean amina-yusuf/menu-maths?"),
        ({"work": "menu-maths"}, "unknown-work", "work", "did you mean amina-yusuf/menu-maths?"),
        ({"work": "amina-yussuf/menu-maths"}, "unknown-work", "work", "did you mean amina-yusuf/menu-maths?"),
        (
            {"work": "portfolios/amina-yusuf/menu-maths/"},
            "unknown-work",
            "work",
            "did you mean amina-yusuf/menu-maths?",
        ),
        ({"by": "rosa-dias"}, "unknown-person", "by", "did you mean rosa-diaz?"),
        (
            {"by": "ben-okafor"},
            "recognition-by-unqualified",
            "by",
            "a recognition is the organisation's; roles are given on the roster",
        ),
        ({"by": "amina-yusuf"}, "recognition-of-own-work", "by", "ask somebody else to say thank you"),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(
    changes: dict[str, str], rule: str, key: str, hint: str
) -> None:
    assert told(given(**changes)) == [(rule, FILE, key)]
    assert hints(given(**changes)) == [hint]


def test_a_co_author_cannot_say_thank_you_for_it() -> None:
    found = given(of={"co_authors": ("rosa-diaz",)})
    assert ("recognition-of-own-work", FILE, "by") in told(found)


@pytest.mark.parametrize(
    ("work", "words"),
    [
        ({"status": Status.DRAFT}, "it is shown once its author hands it in"),
        ({"practice": True}, "choose work that was handed in"),
        ({"visibility": Visibility.PRIVATE}, "it is shown once its author shares it"),
    ],
)
def test_work_that_is_not_shared_is_a_warning(work: dict[str, Any], words: str) -> None:
    found = given(of=work)
    assert told(found) == [("recognition-of-unshared-work", FILE, "work")]
    assert hints(found) == [words]


@pytest.mark.parametrize(
    ("showcase", "line"),
    [
        (Showcase(), "to add the line showcase: [menu-maths] at the top of "),
        (
            Showcase(works=("other",)),
            "to change the line to showcase: [other, menu-maths] at ",
        ),
    ],
)
def test_a_missing_consent_is_a_warning_that_holds_the_whole_line(showcase: Showcase, line: str) -> None:
    (finding,) = [each for each in check(given(showcase), History()) if each.rule.name != "unknown-work"]
    assert finding.rule.name == "recognition-without-consent"
    assert finding.rule.severity is Severity.WARNING, "to take a consent back must never fail a check"
    assert finding.hint is not None
    assert finding.hint.startswith(f"ask Amina Yusuf {line}")
    assert "portfolios/amina-yusuf/index.md" in finding.hint


def test_every_co_author_has_to_agree_and_is_told_how() -> None:
    found = given(of={"co_authors": ("ben-okafor",)})
    assert told(found) == [("recognition-without-consent", FILE, "work")]
    (hint,) = hints(found)
    assert "showcase: [amina-yusuf/menu-maths] at the top of portfolios/ben-okafor/index.md" in hint


def test_a_consent_for_work_that_is_not_there_is_found_where_it_stands() -> None:
    found = given(Showcase(works=("menu-maths", "menu-math")))
    assert told(found) == [("unknown-work", "index.md", "showcase", 1)]
    assert hints(found) == ["did you mean menu-maths?"]


def test_work_that_could_not_be_read_has_no_second_finding() -> None:
    made = portfolio(submissions={}, broken=("portfolios/amina-yusuf/menu-maths/index.md",))
    made = replace(made, profile=replace(made.profile, showcase=Showcase(works=("menu-maths",))))
    found = district(portfolios={"amina-yusuf": made}, recognitions={NAME: recognition()})
    assert told(found) == []


def test_a_profile_that_could_not_be_read_has_no_second_finding() -> None:
    made = replace(
        portfolio(submissions={"menu-maths": submission(co_authors=())}),
        profile=None,
        broken=("portfolios/amina-yusuf/index.md",),
    )
    assert told(district(portfolios={"amina-yusuf": made}, recognitions={NAME: recognition()})) == []


def test_links_in_the_words_are_checked() -> None:
    words = Body("x", links=(Link("../nowhere.md", 7, 1),))
    assert told(given(body=words)) == [("dangling-link", FILE, 7, 1)]


def test_a_leader_and_an_approver_may_too() -> None:
    for role in (Role.LEADER, Role.APPROVER, Role.COACH):
        people = {**given().people, "tess": person("tess", role)}
        assert told(replace(given(by="tess"), people=people)) == []
    people = {**given().people, "tess": person("tess", Role.ASSESSOR)}
    assert [each[0] for each in told(replace(given(by="tess"), people=people))] == [
        "recognition-by-unqualified"
    ]

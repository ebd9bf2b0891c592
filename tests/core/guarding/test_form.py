"""A change that a workflow proposed: whose it is."""

from __future__ import annotations

import pytest
from tests.core.guarding.builders import PEOPLE, added, commit, edited, gone, person

from proofolio.core.diagnostics.finding import Finding
from proofolio.core.guarding.form import sender
from proofolio.core.model.change import Actor, Change, FileChange, Filed

PAGE, ENTRY = "portfolios/ada/work/index.md", "portfolios/ada/log/2026-11-20-x.md"
BLOB = "b" * 40


def found(
    *files: FileChange,
    filed: str = PAGE,
    blob: str = BLOB,
    login: str = "ada",
    number: int | None = None,
    objection: str = "",
) -> str:
    """The person's id, or the rule's name."""
    people = {**PEOPLE, "kim": person("kim", account_number=7)}
    form = Filed(31, Actor(login, number), {filed: blob} if filed else {}, objection)
    answer = sender(Change("a", "b", files, (commit("lena"),)), form, people)
    return answer.rule.name if isinstance(answer, Finding) else answer.id


def test_what_the_form_makes_is_its_senders_whoever_committed_it() -> None:
    assert found(added(PAGE)) == "ada"
    assert found(added(PAGE), login="ADA") == "ada"
    assert found(added(ENTRY), filed=ENTRY) == "ada"


def test_another_content_is_nobodys() -> None:
    assert found(added(PAGE), blob="c" * 40) == "form-differs"
    assert found(gone(PAGE)) == "form-differs"
    assert found() == "form-differs"


@pytest.mark.parametrize("path", ["x.csv", "a/x.csv", "index.csv", "notes.md"])
def test_artifacts_come_and_change_beside_it(path: str) -> None:
    beside = f"portfolios/ada/work/{path}"
    assert found(added(PAGE), added(beside)) == "ada"
    assert found(added(PAGE), edited(beside)) == "ada"
    assert found(added(PAGE), gone(beside)) == "form-differs"
    assert found(added(ENTRY), added(f"portfolios/ada/log/{path}"), filed=ENTRY) == "form-differs"


@pytest.mark.parametrize(
    "path",
    [
        "portfolios/ada/work/reviews/2026-11-20-carl.md",
        "portfolios/ada/work/a/Ｒeviews/x.md",
        "portfolios/ada/work/credentials/x.json",
        "portfolios/ada/work/INDEX.md",
        "portfolios/ada/work/a/index.md",
        "portfolios/ada/work2/x.csv",
        "portfolios/ada/Work/x.csv",
        "portfolios/ada/x.csv",
        "portfolios/ada/index.md",
        "portfolios/ben/work/x.csv",
        "Portfolios/ada/work/x.csv",
        "portfolios/roster.yml",
        "competencies/issuer.yml",
        "x.csv",
        "../portfolios/ada/work/x.csv",
    ],
)
def test_nothing_else_comes_with_it(path: str) -> None:
    assert found(added(PAGE), added(path)) == "form-differs"


def test_the_account_is_looked_up_as_ever() -> None:
    assert found(added(PAGE), login="nobody") == "form-differs"
    assert found(added(PAGE), login="kim", number=8) == "recycled-account"
    assert found(added(PAGE), login="kim") == "form-differs", "the forge always says the number"
    assert found(added(PAGE), login="kim", number=7) == "kim"


def test_an_objection_settles_it() -> None:
    assert found(added(PAGE), objection="no") == "form-differs"
    assert found(added(PAGE), filed="") == "form-differs"


def test_a_workflow_has_one_name() -> None:
    assert Actor("github-actions[bot]").is_workflow
    assert not any(
        Actor(each).is_workflow for each in ("github-actions", "GitHub-Actions[bot]", "", "x[bot]")
    )

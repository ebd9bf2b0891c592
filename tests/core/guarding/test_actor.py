"""Whose change it is."""

from __future__ import annotations

import pytest
from tests.core.guarding.builders import PEOPLE, commit, person

from proofolio.core.diagnostics.finding import Finding
from proofolio.core.guarding.actor import whose
from proofolio.core.model.change import Actor, Change
from proofolio.core.model.history import Revision
from proofolio.core.model.identity import Identity
from proofolio.core.model.person import Person

NUMBERED = {"kim": person("kim", account_number=7)}


def found(actor: Actor | None, *commits: Revision, people: dict[str, Person] = PEOPLE) -> str:
    """The person's id, or the rule's name."""
    answer = whose(Change("a", "b", (), commits), actor, people)
    return answer.rule.name if isinstance(answer, Finding) else answer.id


@pytest.mark.parametrize("login", ["ada", "ADA", "Ada"])
def test_capitals_of_an_account_do_not_matter(login: str) -> None:
    assert found(Actor(login)) == "ada"


@pytest.mark.parametrize(
    "login", ["", " ", "ada ", " ada", "ada[bot]", "аda", "ａｄａ", "ada\u200b", "ada\n", "None"]
)
def test_anything_else_is_nobody(login: str) -> None:
    assert found(Actor(login), commit("ada")) == "unknown-actor", "the commits do not help"


def test_the_accounts_number_tells_it_from_a_later_owners() -> None:
    assert found(Actor("kim", 7), people=NUMBERED) == "kim"
    assert found(Actor("kim"), people=NUMBERED) == "kim"
    assert found(Actor("kim", 8), people=NUMBERED) == "recycled-account"
    assert found(Actor("K\N{LATIN SMALL LETTER DOTLESS I}m", 7), people=NUMBERED) == "unknown-actor"
    assert found(Actor("\N{KELVIN SIGN}im", 7), people=NUMBERED) == "unknown-actor"


def test_an_account_of_two_is_nobodys() -> None:
    twins = {"a": person("a", github="twin"), "b": person("b", github="Twin")}
    assert found(Actor("twin"), people=twins) == "unknown-actor"
    assert found(Actor("ada"), people={}) == "unknown-actor"


def test_without_an_account_all_commits_must_name_one_person() -> None:
    other = Identity("Ben", "ben@users.noreply.github.com")
    forge = Identity("GitHub", "noreply@github.com")
    unknown = Identity("Ada", "ada@example.org")
    assert found(None, commit("ada"), commit("ada")) == "ada"
    assert found(None, commit("ada", committer=forge)) == "ada"
    assert found(None, commit("ada"), commit("ben")) == "unknown-actor"
    assert found(None, commit("ada", committer=other)) == "unknown-actor"
    assert found(None, commit("ada", committer=unknown)) == "unknown-actor"
    assert found(None) == "unknown-actor"


def test_no_address_is_ever_told() -> None:
    answer = whose(Change("a", "b", (), (commit("nobody"),)), None, PEOPLE)
    assert isinstance(answer, Finding)
    assert "@" not in answer.message

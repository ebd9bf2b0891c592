"""CODEOWNERS: whom the forge asks."""

from __future__ import annotations

import pytest
from tests.core.guarding.builders import person

from proofolio.core.guarding.ownership import codeowners
from proofolio.core.model.person import Person

LENA = person("lena", "leader")
CARL = person("carl", "coach", github="Carl-F")


def lines(*people: Person, folder: str = "") -> list[str]:
    text = codeowners({each.id: each for each in people}, folder)
    return [each for each in text.splitlines() if each and not each.startswith("#")]


def owners(path: str, given: list[str]) -> str:
    """As the forge does it: the last line that fits counts."""
    found = ""
    for line in given:
        pattern, _, accounts = line.partition(" ")
        if pattern == "*" or path == pattern[1:] or (pattern.endswith("/") and path.startswith(pattern[1:])):
            found = accounts
    return found


def test_who_is_asked() -> None:
    given = lines(person("ada", coach="carl"), person("ben"), CARL, LENA)
    assert owners("portfolios/ada/work/index.md", given) == "@Carl-F"
    assert owners("portfolios/ben/index.md", given) == "@lena"
    assert owners("portfolios/carl/index.md", given) == "@lena"
    for path in ("competencies/issuer.yml", "portfolios/roster.yml", ".github/workflows/x.yml", "mkdocs.yml"):
        assert owners(path, given) == "@lena"
    for path in (
        ".mailmap",
        "CODEOWNERS",
        ".github/CODEOWNERS",
        "docs/CODEOWNERS",
        "README.md",
        "portfolios/new/x",
    ):
        assert owners(path, given) == "@lena"


def test_nobody_is_asked_about_their_own_folder_when_there_is_another_leader() -> None:
    given = lines(LENA, person("mia", "leader"))
    assert owners("portfolios/lena/x", given) == "@mia"
    assert owners("portfolios/mia/x", given) == "@lena"
    assert owners("portfolios/lena/x", lines(LENA)) == "@lena"


def test_a_coach_without_an_account_is_left_out_and_said_so() -> None:
    people = {each.id: each for each in (person("ada", coach="carl"), person("carl", github=None), LENA)}
    text = codeowners(people)
    assert "# carl has no account that can be asked, so the leaders are:\n/portfolios/ada/ @lena\n" in text


@pytest.mark.parametrize(
    "account",
    [
        "a b",
        "x\n* @evil",
        "@evil",
        "a#b",
        "-x",
        "x-",
        "a" * 41,
        "é",
        "a/b",
        "dependabot[bot]",
        "a,b",
        "a\\b",
        "",
    ],
)
def test_nothing_can_be_slipped_in(account: str) -> None:
    people = {each.id: each for each in (person("ada", coach="carl"), person("carl", github=account), LENA)}
    text = codeowners(people)
    assert account not in text or not account
    assert set(text.split()) & {"@lena"}
    assert all(each.startswith(("#", "/", "*", "")) for each in text.splitlines())
    assert text == codeowners(dict(reversed(people.items())))


def test_without_any_leader_it_says_so() -> None:
    text = codeowners({"ada": person("ada")})
    assert "nobody: no leader on the roster has an account" in text
    assert [each for each in text.splitlines() if each and not each.startswith("#")] == []


def test_a_district_in_a_folder() -> None:
    given = lines(person("ada", coach="carl"), CARL, LENA, folder="schools/district/")
    assert owners("schools/district/portfolios/ada/x", given) == "@Carl-F"
    assert owners("schools/district/competencies/x", given) == "@lena"
    assert owners(".github/workflows/x.yml", given) == "@lena"
    assert "/schools/district/mkdocs.yml @lena" in given

"""The roster, the organisations, and whose portfolio is whose."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.core.checking.builders import district, told, with_people
from tests.core.checking.portfolios import person, portfolio, submission

from proofolio.core.checking.check import check
from proofolio.core.model.history import History
from proofolio.core.model.issuer import Organization
from proofolio.core.model.person import Role

PEOPLE = ("roster.yml", "people")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            person("ben-okafor", organization="ceder"),
            ("unknown-organization", *PEOPLE, "ben-okafor", "organization"),
        ),
        (person("ben-okafor", coach="rosa"), ("unknown-person", *PEOPLE, "ben-okafor", "coach")),
        (person("ben-okafor", coach="amina-yusuf"), ("not-a-coach", *PEOPLE, "ben-okafor", "coach")),
        (person("ben-okafor", Role.COACH, coach="ben-okafor"), ("own-coach", *PEOPLE, "ben-okafor", "coach")),
        (person("ben-okafor", github="Amina-Yusuf"), ("duplicate-account", *PEOPLE, "ben-okafor", "github")),
    ],
)
def test_what_the_roster_says_of_a_person_is_told_at_its_place(given, expected) -> None:
    assert told(with_people(given)) == [expected]


@pytest.mark.parametrize(
    "given",
    [
        person("ben-okafor", organization=None, github=None),
        person("ben-okafor", coach="rosa-diaz"),
        person("carla-neu", github=None),
    ],
)
def test_what_may_be_left_out_is_left_alone(given) -> None:
    assert told(with_people(given)) == []


def test_organisations_nest_without_circles() -> None:
    usual = district().issuer
    assert usual is not None
    circle = {
        "cedar": Organization("cedar", "Cedar", "north"),
        "north": Organization("north", "North", "cedar"),
        "south": Organization("south", "South", "nort"),
    }
    assert told(district(issuer=replace(usual, organizations=circle))) == [
        ("unknown-organization", "issuer.yml", "organizations", "south", "within"),
        ("organization-cycle", "issuer.yml", "organizations", "cedar", "within"),
    ]


def test_without_the_issuers_file_organisations_are_unknown_to_us_not_to_you() -> None:
    assert told(district(issuer=None)) == []


def test_a_portfolio_belongs_to_somebody_on_the_roster() -> None:
    stray = portfolio(person="amina-yusu")
    (finding,) = [
        each
        for each in check(district(portfolios={"amina-yusu": stray}), History())
        if "roster" in each.rule.name
    ]
    assert (finding.rule.name, finding.where.route) == ("person-not-on-roster", ())
    assert finding.where.file.endswith("amina-yusuf/index.md")
    assert finding.hint == "did you mean amina-yusuf?"


def test_without_a_profile_the_first_file_is_the_place() -> None:
    bare = portfolio(person="zoe", profile=None, submissions={}, self_assessments=(), credentials={})
    (finding,) = check(district(portfolios={"zoe": bare}), History())
    assert finding.where.file == "portfolios/amina-yusuf/log/2026-10-01-tried-it.md"
    withheld = replace(bare, broken=("portfolios/zoe/a.md", "portfolios/zoe/index.md"))
    (finding,) = check(district(portfolios={"zoe": withheld}), History())
    assert finding.where.file == "portfolios/zoe/index.md"


def test_a_roster_that_could_not_be_read_makes_nobody_unknown() -> None:
    assert told(district(people={}, broken={"roster": frozenset({"roster"})})) == []
    one = {"amina-yusuf": portfolio(submissions={"menu-maths": submission(co_authors=("zoe",))})}
    assert told(district(portfolios=one, broken={"person": frozenset({"zoe"})})) == []

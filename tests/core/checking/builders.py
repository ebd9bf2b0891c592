"""A tiny district in which everything is right, and the means to break one thing of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.core.checking.definitions import (
    RULE,
    course,
    frameworks,
    micro_credentials,
    named,
    pathway,
    renewal,
)
from tests.core.checking.portfolios import person, portfolio, review, submission

from proofolio.core.checking.check import check
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.district import District
from proofolio.core.model.history import History
from proofolio.core.model.issuer import Issuer, Organization
from proofolio.core.model.person import Person, Role
from proofolio.core.model.renewal import RenewalExample
from proofolio.core.model.requirement import AllOf, AtLeast, Named, Requirement


def with_competency(**changes: Any) -> District:
    """The district with another ``foundational/mastery``."""
    usual = frameworks()["foundational"]
    mastery = replace(usual.competencies["mastery"], **changes)
    return district(
        frameworks=frameworks(replace(usual, competencies={**usual.competencies, "mastery": mastery}))
    )


def with_framework(**changes: Any) -> District:
    """The district with another ``foundational``."""
    return district(frameworks=frameworks(replace(frameworks()["foundational"], **changes)))


def with_micro_credential(**changes: Any) -> District:
    """The district with another ``pace-a-unit``."""
    return district(micro_credentials=micro_credentials(**changes))


def with_rule(rule: Requirement, **changes: Any) -> District:
    """The district with another rule for the pathway ``leader``."""
    return district(pathways={"leader": pathway("leader", rule)}, **changes)


def with_people(*people: Person) -> District:
    """The district with people in place of the usual ones."""
    usual = {
        "amina-yusuf": person("amina-yusuf", coach="rosa-diaz"),
        "ben-okafor": person("ben-okafor"),
        "rosa-diaz": person("rosa-diaz", Role.COACH),
    }
    return district(people=usual | {each.id: each for each in people})


def with_portfolio(**changes: Any) -> District:
    """The district with another portfolio of Amina's."""
    return district(portfolios={"amina-yusuf": portfolio(**changes)})


def with_submission(**changes: Any) -> District:
    """The district with another ``menu-maths``."""
    return with_portfolio(submissions={"menu-maths": submission(**changes)})


def with_review(**changes: Any) -> District:
    """The district with another review of ``menu-maths``."""
    return with_submission(reviews=(review(**changes),))


def district(**changes: Any) -> District:
    """A district without a single finding, but for the changes."""
    fields: dict[str, Any] = {
        "issuer": Issuer(
            "cedar-valley",
            "Cedar Valley",
            "https://cedar.example.org",
            {
                "cedar": Organization("cedar", "Cedar School", "north"),
                "north": Organization("north", "North"),
            },
            Pointer("competencies/issuer.yml"),
        ),
        "frameworks": frameworks(),
        "micro_credentials": micro_credentials(),
        "pathways": {
            "leader": pathway(
                "leader",
                AllOf(
                    (
                        Named("pace-a-unit", RULE.down("all_of", 0)),
                        AtLeast(1, named("choose-it", "coach-one"), RULE),
                    ),
                    RULE,
                ),
            )
        },
        "courses": {"pace-by-data": course()},
        "renewals": {
            "example-state": renewal(RenewalExample(30, {}, True), RenewalExample(0, {"content": 149}, False))
        },
        "people": {
            "amina-yusuf": person("amina-yusuf", coach="rosa-diaz"),
            "ben-okafor": person("ben-okafor"),
            "rosa-diaz": person("rosa-diaz", Role.COACH),
        },
        "portfolios": {"amina-yusuf": portfolio()},
        "broken": {},
    }
    return District(**(fields | changes))


def place(finding: Finding) -> tuple[Any, ...]:
    """Where a finding is, short: the file's name, then the route (``*`` at a key) or the line."""
    where = finding.where
    name = where.file.rsplit("/", 1)[-1]
    if where.line is not None:
        return (name, where.line, where.column)
    return (name, *where.route, "*") if where.at_key else (name, *where.route)


def told(given: District, history: History | None = None) -> list[tuple[Any, ...]]:
    """Every finding as its rule's name and its place."""
    return [(each.rule.name, *place(each)) for each in check(given, history or History())]

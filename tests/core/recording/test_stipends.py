"""What is to be paid: once for each award, within the year's limit, never for what was revoked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest
from tests.core.awarding.builders import (
    HERE,
    PEOPLE,
    accepted,
    all_of,
    amina,
    credential,
    district,
    micro_credential,
    pathway,
    portfolio,
)

from proofolio.core.model.district import District
from proofolio.core.model.issuer import Issuer, Organization
from proofolio.core.model.micro_credential import Stipend
from proofolio.core.model.pathway import PathwayAward
from proofolio.core.model.person import Person
from proofolio.core.model.portfolio import Portfolio
from proofolio.core.model.revocation import Revocation
from proofolio.core.model.stipend_limit import StipendLimit
from proofolio.core.recording.stipends import StipendLine, stipends, totals

USD_250 = Stipend(250, "USD")
THOUSAND = Stipend(1000, "USD")


def paying(name: str, stipend: Stipend | None = USD_250) -> object:
    return replace(micro_credential(name), stipend=stipend)


def world(
    own: Portfolio,
    *,
    offered: Iterable[str] = ("pace", "talk", "show"),
    limit: StipendLimit | None = None,
    pathways: Iterable[object] = (),
    revoked: Iterable[str] = (),
) -> District:
    asked = [paying(each) for each in offered]
    made = district(own, micro_credentials=asked, pathways=pathways)  # type: ignore[arg-type]
    people = {each.id: each for each in PEOPLE}
    people["amina"] = Person("amina", "Amina Yusuf", None, "cedar", people["amina"].roles, None, None, HERE)
    issuer = Issuer("i", "Cedar", "https://c.example", {"cedar": Organization("cedar", "Cedar School")}, HERE)
    return replace(
        made,
        people=people,
        issuer=replace(issuer, stipend_limit=limit),
        revocations={each: Revocation(each, date(2026, 11, 1), "by mistake", HERE) for each in revoked},
    )


def three(first: date, second: date, third: date) -> Portfolio:
    """Three pieces of work, each accepted on its day."""
    return portfolio(accepted("pace", first), accepted("talk", second), accepted("show", third))


def lines(found: District, since: date | None = None, until: date | None = None) -> tuple[StipendLine, ...]:
    return stipends(found, {"amina": amina(found)}, since, until)


def test_a_line_says_who_what_when_how_much() -> None:
    (line,) = lines(world(portfolio(accepted("pace", date(2026, 3, 1)))))
    assert (line.name, line.organization, line.title, line.kind) == (
        "Amina Yusuf",
        "Cedar School",
        "PACE",
        "micro-credential",
    )
    assert (line.on, line.amount, line.payable, line.currency) == (date(2026, 3, 1), 250, 250, "USD")
    assert line.note == "criteria met, credential not yet issued"
    assert line.credential == ""


def test_what_pays_nothing_has_no_line() -> None:
    found = world(portfolio(accepted("pace")))
    free = replace(found, micro_credentials={"pace": micro_credential("pace")})
    assert lines(free) == ()


def test_an_issued_credential_gives_the_day_and_its_address() -> None:
    (line,) = lines(
        world(
            portfolio(accepted("pace", date(2026, 3, 1)), credentials=[credential("pace", date(2026, 3, 4))])
        )
    )
    assert (line.on, line.credential, line.note) == (date(2026, 3, 4), "urn:pace", "")


def test_a_renewal_pays_nothing_new() -> None:
    first = credential("pace", date(2024, 3, 4), date(2025, 3, 4))
    again = replace(credential("pace", date(2025, 6, 1)), id="urn:pace-again")
    own = replace(portfolio(), credentials={"pace": first, "pace.2025-06-01": again})
    (line,) = lines(world(own))
    assert (line.on, line.credential) == (date(2024, 3, 4), "urn:pace")


def test_what_was_revoked_pays_nothing() -> None:
    own = portfolio(accepted("pace"), credentials=[credential("pace")])
    assert lines(world(own, revoked=["urn:pace"])) == ()


def test_the_window_holds_both_its_days() -> None:
    own = portfolio(
        accepted("pace", date(2026, 3, 1)),
        accepted("talk", date(2026, 3, 31)),
        accepted("show", date(2026, 4, 1)),
    )
    found = lines(world(own), date(2026, 3, 1), date(2026, 3, 31))
    assert [each.earned for each in found] == ["pace", "talk"]


@pytest.mark.parametrize(
    ("at_most", "payable", "noted"),
    [(750, [250, 250, 250], 0), (600, [250, 250, 100], 1), (250, [250, 0, 0], 2), (0, [0, 0, 0], 3)],
)
def test_the_limit_of_a_year_is_kept(at_most: float, payable: list[float], noted: int) -> None:
    own = portfolio(
        accepted("pace", date(2026, 3, 1)),
        accepted("talk", date(2026, 4, 1)),
        accepted("show", date(2026, 5, 1)),
    )
    found = lines(world(own, limit=StipendLimit(Stipend(at_most, "USD"))))
    assert [each.payable for each in found] == payable
    assert sum("limit of" in each.note for each in found) == noted
    assert totals(found) == {"USD": sum(payable)}


def test_a_year_begins_where_the_issuer_says_and_what_lies_before_the_window_counts() -> None:
    own = portfolio(
        accepted("pace", date(2026, 5, 1)),
        accepted("talk", date(2026, 6, 30)),
        accepted("show", date(2026, 7, 1)),
    )
    limit = StipendLimit(Stipend(300, "USD"), month=7, day=1)
    assert [each.payable for each in lines(world(own, limit=limit))] == [250, 50, 250]
    assert [each.payable for each in lines(world(own, limit=limit), since=date(2026, 6, 1))] == [50, 250]


def test_another_currency_is_not_limited() -> None:
    own = portfolio(accepted("pace", date(2026, 5, 1)))
    (line,) = lines(world(own, limit=StipendLimit(Stipend(10, "EUR"))))
    assert line.payable == 250


def test_a_year_that_begins_on_the_29th_of_february() -> None:
    limit = StipendLimit(USD_250, month=2, day=29)
    assert limit.year_of(date(2026, 3, 1)) == date(2026, 3, 1)
    assert limit.year_of(date(2026, 2, 28)) == date(2025, 3, 1)
    assert limit.year_of(date(2028, 2, 29)) == date(2028, 2, 29)


def test_a_finished_pathway_pays_under_its_award_title() -> None:
    way = replace(pathway("lead", all_of("pace")), award=PathwayAward("Teacher leader", 0, THOUSAND))
    own = portfolio(accepted("pace", date(2026, 3, 1)))
    found = lines(world(own, pathways=[way]))
    assert [(each.kind, each.title, each.payable) for each in found] == [
        ("pathway", "Teacher leader", 1000),
        ("micro-credential", "PACE", 250),
    ]

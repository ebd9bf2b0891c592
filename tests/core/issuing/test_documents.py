"""What is built for signing: the parts that no door shows well."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.core.awarding.builders import (
    TODAY,
    accepted,
    all_of,
    any_of,
    at_least,
    competency,
    credential,
    district,
    framework,
    micro_credential,
    pathway,
    portfolio,
    review,
    select,
    submission,
)

from proofolio.core.awarding.decide import decide
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.issuing.credential import Desk, Obstacle, unsigned, with_status
from proofolio.core.issuing.due import due
from proofolio.core.issuing.learner_record import in_record, is_current, learner_record
from proofolio.core.issuing.recipient import hashed_email
from proofolio.core.issuing.rule import rule_in_words
from proofolio.core.issuing.tidy import plain, tidy
from proofolio.core.model.district import District
from proofolio.core.model.history import History
from proofolio.core.model.issuer import Issuer
from proofolio.core.model.requirement import Facet
from proofolio.core.model.revocation import Revocation

ISSUER = Issuer("town", "Town Schools", "https://town.example.org", {}, Pointer("competencies/issuer.yml"))


def desk(world: District, today: date = TODAY) -> Desk:
    whole = replace(world, issuer=ISSUER)
    return Desk(whole, decide(whole, {}, today), History(), today)


def made(at: Desk) -> dict[str, object]:
    (one,) = due(at.district, at.progress, at.today)
    document = unsigned(at, one)
    assert isinstance(document, dict)
    return document


def test_blind_reviewers_stay_unnamed() -> None:
    asked = micro_credential("pace")
    blind = replace(asked, review=replace(asked.review, blind=True))
    for each, name in ((asked, "Rosa Diaz"), (blind, "Reviewers of Town Schools")):
        document = made(desk(district(portfolio(accepted("pace")), micro_credentials=[each])))
        assert document["credentialSubject"]["source"]["name"] == name  # type: ignore[index]
        assert "rosa" not in str(document["credentialSubject"]["source"]["id"])  # type: ignore[index]


def test_the_lowest_level_of_all_reviewers_is_the_result() -> None:
    work = submission("work", "pace", review(clear="exemplary"), review("tomas", clear="proficient"))
    document = made(desk(district(portfolio(work))))
    (result,) = document["credentialSubject"]["result"]  # type: ignore[index]
    assert result["achievedLevel"].endswith("#clear-proficient")


def test_what_would_share_an_address_is_not_issued() -> None:
    clash = competency("pacing", criteria=("hours",))
    work = submission("work", "pace", review(hours="proficient"))
    world = district(
        portfolio(work), frameworks=[framework(clash)], micro_credentials=[micro_credential("pace", hours=3)]
    )
    at = desk(world)
    (one,) = due(at.district, at.progress, TODAY)
    found = unsigned(at, one)
    assert isinstance(found, Obstacle)
    assert "the same address" in found.why


def test_nobody_off_the_roster_and_nothing_that_is_over_is_issued() -> None:
    world = district(portfolio(accepted("pace")), people=[])
    assert due(world, decide(district(portfolio(accepted("pace"))), {}, TODAY), TODAY)[0].why_not
    over = district(
        portfolio(accepted("pace", date(2024, 1, 5))),
        micro_credentials=[micro_credential("pace", expires="P1Y")],
    )
    at = desk(over)
    (one,) = due(at.district, at.progress, TODAY)
    assert one.why_not == "it was valid until 2025-01-05 only, and nobody issued it by then"


def test_pathways_without_an_award_give_nothing() -> None:
    rule = all_of("pace")
    world = district(
        portfolio(accepted("pace"), credentials=[credential("pace")]),
        pathways=[pathway("bare", rule), pathway("full", rule, hours=2)],
    )
    at = desk(world)
    assert [each.achievement for each in due(at.district, at.progress, TODAY)] == ["full"]


def test_each_bit_is_taken_once() -> None:
    first = with_status({"id": "https://town.example.org/a.json"}, ISSUER.url, frozenset())
    index = int(first["credentialStatus"]["statusListIndex"])
    again = with_status({"id": "https://town.example.org/a.json"}, ISSUER.url, frozenset({index}))
    assert int(again["credentialStatus"]["statusListIndex"]) == index + 1


def test_a_record_holds_what_is_valid_and_is_always_later_than_the_one_before() -> None:
    ledger = [
        replace(credential(name), document={"id": f"urn:{name}"}) for name in ("pace", "feedback", "over")
    ]
    ledger[2] = replace(ledger[2], valid_until=date(2026, 11, 1))
    world = replace(district(portfolio(credentials=ledger)), issuer=ISSUER)
    held = in_record(world, "amina", TODAY)
    assert [each.id for each in held] == ["urn:feedback", "urn:pace"]
    first = learner_record(ISSUER, world.people["amina"], held, None)
    assert first["validFrom"] == "2026-10-20T00:00:00Z"
    assert is_current(first, held)
    assert not is_current(first, held[:1])
    assert is_current(None, ())
    later = learner_record(ISSUER, world.people["amina"], held[:1], first)
    assert later["validFrom"] == "2026-10-20T00:00:01Z"
    gone = {"urn:pace": Revocation("urn:pace", TODAY, "why", Pointer("x"))}
    assert len(in_record(replace(world, revocations=gone), "amina", TODAY)) == 1


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("a\x0bb", "a b"),
        ("a\tb\nc", "a b\nc"),
        ("a\r\nb", "a\nb"),
        ("a\x7f\x85b", "a  b"),
        ("Ⓡ “é”", "Ⓡ “é”"),
    ],
)
def test_control_characters_become_spaces(given: str, wanted: str) -> None:
    assert plain(given) == wanted


def test_nothing_empty_is_signed() -> None:
    given = {"a": None, "b": [], "c": {"d": ""}, "e": [{}, "x"], "f": False, "g": 0}
    assert tidy(given) == {"e": ["x"], "f": False, "g": 0}


def test_an_address_is_hashed_as_wallets_do() -> None:
    found = hashed_email(" A@Example.com ", "Kosher").hash
    assert found == hashed_email("a@example.com", "Kosher").hash
    assert len(found) == len("sha256$") + 64


def test_a_rule_is_told_in_words() -> None:
    rule = all_of("pace", any_of("a", "b"), at_least(2, select(Facet.THEME, "equitable")))
    assert rule_in_words(district(), rule).splitlines() == [
        "- All of these:",
        "    - PACE",
        "    - One of these:",
        "        - a",
        "        - b",
        "    - At least 2 of these:",
        "        - any of the theme equitable",
    ]

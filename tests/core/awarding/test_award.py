"""Awards: from reviews, from the ledger, and from both."""

from __future__ import annotations

from datetime import date, timedelta

from tests.core.awarding.builders import (
    TODAY,
    accepted,
    all_of,
    amina,
    credential,
    district,
    gap,
    micro_credential,
    pathway,
    portfolio,
    review,
    submission,
)

from proofolio.core.model.standing import Award, Standing


def test_an_award_is_from_the_day_of_the_decision_and_ends_as_defined() -> None:
    world = district(portfolio(accepted("pace")), micro_credentials=[micro_credential("pace", expires="P3Y")])
    found = amina(world)
    assert found.awards == {
        "pace": Award("amina", "pace", date(2026, 10, 5), date(2029, 10, 5), "for-pace", issued=False)
    }
    assert found.decisions["for-pace"].expires_on == date(2029, 10, 5)


def test_the_ledger_goes_first() -> None:
    world = district(portfolio(accepted("pace"), credentials=[credential("pace", until=date(2030, 1, 1))]))
    assert amina(world).awards["pace"] == Award(
        "amina", "pace", date(2026, 10, 20), date(2030, 1, 1), "for-pace", issued=True
    )


def test_a_credential_from_elsewhere_is_an_award() -> None:
    found = amina(district(portfolio(credentials=[credential("pace"), credential("unheard-of")])))
    assert {name: each.submission for name, each in found.awards.items()} == {
        "pace": None,
        "unheard-of": None,
    }


def test_the_ledger_keeps_what_is_incomplete_today() -> None:
    found = amina(district(portfolio(accepted("pace"), credentials=[credential("pace")])), gap())
    decision = found.decisions["for-pace"]
    assert (decision.standing, decision.complete, decision.competent) == (Standing.EARNED, False, False)
    assert (
        decision.because[1] == "Ratings, evidence or rubric have changed since; what was earned stays earned."
    )
    assert decision.criteria["clear"].level == "proficient"


def test_of_several_bids_the_earliest_decided_gives_the_award() -> None:
    bids = [
        accepted("pace", date(2026, month, 1), slug=slug) for slug, month in (("a", 9), ("b", 3), ("c", 6))
    ]
    assert amina(district(portfolio(*bids))).awards["pace"].submission == "b"


def test_a_bid_that_holds_goes_before_one_that_has_expired() -> None:
    asked = [micro_credential("pace", expires="P1Y")]
    bids = [accepted("pace", date(year, 1, 1), slug=f"bid-{year}") for year in (2020, 2026)]
    found = amina(district(portfolio(*bids), micro_credentials=asked))
    assert found.awards["pace"].submission == "bid-2026"
    assert found.decisions["bid-2020"].standing == "expired"


def test_an_expired_award_is_still_shown() -> None:
    asked = [micro_credential("pace", expires="P1Y")]
    found = amina(district(portfolio(accepted("pace", date(2020, 1, 1))), micro_credentials=asked))
    assert found.awards["pace"].until == date(2021, 1, 1)


def test_a_definition_that_grows_longer_does_not_revive_an_expired_credential() -> None:
    past = credential("pace", date(2025, 10, 20), date(2026, 10, 20))
    found = amina(district(portfolio(accepted("pace", date(2025, 10, 5)), credentials=[past])))
    assert found.awards["pace"].until == date(2026, 10, 20)
    assert found.decisions["for-pace"].standing == "expired"


def test_one_award_opens_the_way_to_the_next_in_any_order() -> None:
    asked = [
        micro_credential("a", requires=("b",)),
        micro_credential("b", requires=("c",)),
        micro_credential("c"),
    ]
    found = amina(district(portfolio(*map(accepted, "abc")), micro_credentials=asked))
    assert list(found.awards) == ["a", "b", "c"]
    found = amina(district(portfolio(*map(accepted, "ab")), micro_credentials=asked))
    assert (found.awards, found.decisions["for-a"].because) == ({}, ("First earn “B”.",))


def test_micro_credentials_that_require_each_other_open_nothing() -> None:
    asked = [micro_credential("a", requires=("b",)), micro_credential("b", requires=("a",))]
    assert amina(district(portfolio(*map(accepted, "ab")), micro_credentials=asked)).awards == {}
    outside = portfolio(*map(accepted, "ab"), credentials=[credential("a")])
    assert list(amina(district(outside, micro_credentials=asked)).awards) == ["a", "b"]


def test_a_prerequisite_must_have_held_on_the_day() -> None:
    asked = [micro_credential("a", requires=("b",)), micro_credential("b", expires="P1Y")]
    work = (accepted("a", date(2023, 6, 1)), accepted("b", date(2023, 1, 1)))
    assert "a" in amina(district(portfolio(*work), micro_credentials=asked)).awards
    work = (accepted("a", date(2025, 6, 1)), accepted("b", date(2023, 1, 1)))
    assert "a" not in amina(district(portfolio(*work), micro_credentials=asked)).awards


def test_an_award_holds_on_its_last_day() -> None:
    asked = [micro_credential("a", requires=("b",)), micro_credential("b", expires="P1Y")]
    work = (accepted("a", date(2024, 1, 1)), accepted("b", date(2023, 1, 1)))
    assert "a" in amina(district(portfolio(*work), micro_credentials=asked)).awards
    late = portfolio(credentials=[credential("a", until=TODAY)])
    way = pathway("way", all_of("a"))
    assert amina(district(late, pathways=[way])).pathways["way"].met
    assert not amina(district(late, pathways=[way]), today=TODAY + timedelta(days=1)).pathways["way"].met


def test_practice_and_other_peoples_reviews_earn_nothing() -> None:
    practice = submission("one", "pace", review(), practice=True)
    own = submission("two", "pace", review("amina"))
    assert amina(district(portfolio(practice, own))).awards == {}

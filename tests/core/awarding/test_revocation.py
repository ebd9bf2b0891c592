"""Revoked credentials count for nothing, corrected ones once, and renewed ones on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.core.awarding.builders import (
    HERE,
    TODAY,
    accepted,
    credential,
    district,
    micro_credential,
    portfolio,
    review,
    submission,
)

from proofolio.core.awarding.decide import decide
from proofolio.core.model.credential import Credential
from proofolio.core.model.progress import PersonProgress
from proofolio.core.model.revocation import Revocation
from proofolio.core.model.submission import Submission

ON = date(2026, 11, 1)


def decided(*work: Submission, ledger: list[Credential], revoked: tuple[str, ...] = ()) -> PersonProgress:
    folder = portfolio(*work)
    folder = replace(folder, credentials={each.file_name: each for each in ledger})
    world = district(folder, micro_credentials=[micro_credential("pace", hours=15, expires="P3Y")])
    revocations = {each: Revocation(each, ON, "it was issued by mistake", HERE) for each in revoked}
    return decide(replace(world, revocations=revocations), {}, TODAY)["amina"]


def test_a_revoked_credential_counts_for_nothing_and_says_why() -> None:
    progress = decided(accepted("pace"), ledger=[credential("pace")], revoked=("urn:pace",))
    decision = progress.decisions["for-pace"]
    assert decision.standing == "revoked"
    assert decision.because == ("The credential was revoked on 1 November 2026: It was issued by mistake.",)
    assert decision.next_step is not None
    assert (dict(progress.awards), progress.hours.total) == ({}, 0)


def test_the_decision_that_led_to_it_does_not_bring_it_back_but_a_later_one_does() -> None:
    before = submission("for-pace", "pace", review(on=date(2026, 10, 5)), review("tomas", on=ON))
    assert decided(before, ledger=[credential("pace")], revoked=("urn:pace",)).awards == {}
    anew = submission("for-pace", "pace", review(on=date(2026, 11, 9)))
    progress = decided(anew, ledger=[credential("pace")], revoked=("urn:pace",))
    assert progress.decisions["for-pace"].standing == "met"
    assert not progress.awards["pace"].issued
    other = submission("other", "pace", review(on=date(2026, 11, 9)))
    progress = decided(accepted("pace"), other, ledger=[credential("pace")], revoked=("urn:pace",))
    assert progress.awards["pace"].submission == "other"


def test_a_review_since_is_looked_at_again() -> None:
    work = submission("for-pace", "pace", review(on=date(2026, 11, 9), clear="developing"))
    progress = decided(work, ledger=[credential("pace", on=date(2026, 10, 20))], revoked=("urn:pace",))
    assert progress.decisions["for-pace"].standing == "revise"


def test_of_two_only_the_revoked_one_falls() -> None:
    second = replace(credential("pace"), id="urn:second", source=_file("pace.2026-10-20"))
    progress = decided(accepted("pace"), ledger=[credential("pace"), second], revoked=("urn:second",))
    assert progress.awards["pace"].issued


def test_a_correction_takes_the_place_of_what_it_corrects() -> None:
    first = credential("pace", until=date(2029, 10, 20))
    mended = replace(
        first,
        valid_from=date(2026, 11, 10),
        awarded_on=first.valid_from,
        source=_file("pace.2026-11-10"),
        valid_until=date(2028, 10, 20),
    )
    progress = decided(accepted("pace"), ledger=[mended, first])
    award = progress.awards["pace"]
    assert (award.on, award.until) == (date(2026, 10, 20), date(2028, 10, 20))
    assert progress.decisions["for-pace"].because[0].startswith("Earned; the credential of 20 October 2026")
    assert progress.hours.total == 15
    assert decided(ledger=[mended, first], revoked=("urn:pace",)).awards == {}, "one id is one credential"


def test_a_renewal_goes_on_from_what_it_renews() -> None:
    over = credential("pace", on=date(2023, 10, 1), until=date(2026, 10, 1))
    renewed = replace(
        credential("pace", on=date(2026, 10, 5), until=date(2029, 10, 5)),
        id="urn:renewed",
        source=_file("pace.2026-10-05"),
    )
    progress = decided(accepted("pace"), ledger=[over, renewed])
    assert progress.awards["pace"].until == date(2029, 10, 5)
    assert progress.decisions["for-pace"].standing == "earned"
    assert progress.awards["pace"].on == date(2026, 10, 5)
    told = [(each.on, each.hours) for each in progress.hours.entries]
    assert told == [(date(2023, 10, 1), 15), (date(2026, 10, 5), 15)], "the hours of both are history"


def test_a_revoked_renewal_gives_no_hours_and_what_overlaps_gives_them_once() -> None:
    over = credential("pace", on=date(2023, 10, 1), until=date(2026, 10, 1))
    renewed = replace(
        credential("pace", on=date(2026, 10, 5), until=date(2029, 10, 5)),
        id="urn:renewed",
        source=_file("pace.2026-10-05"),
    )
    progress = decided(ledger=[over, renewed], revoked=("urn:renewed",))
    assert [each.on for each in progress.hours.entries] == [date(2023, 10, 1)]
    progress = decided(ledger=[over, renewed], revoked=("urn:pace",))
    assert [each.on for each in progress.hours.entries] == [date(2026, 10, 5)]
    twice = replace(renewed, valid_from=date(2025, 10, 5), awarded_on=date(2025, 10, 5))
    progress = decided(accepted("pace"), ledger=[over, twice])
    assert progress.awards["pace"].until == date(2029, 10, 5), "the one that lasts longer is shown"
    assert progress.hours.total == 15


def test_work_that_renews_has_hours_of_its_own_before_it_is_signed() -> None:
    over = credential("pace", on=date(2023, 10, 1), until=date(2026, 10, 1))
    anew = submission("anew", "pace", review(on=date(2026, 10, 9)))
    progress = decided(anew, ledger=[over])
    assert not progress.awards["pace"].issued
    assert [each.on for each in progress.hours.entries] == [date(2023, 10, 1), date(2026, 10, 9)]


def _file(name: str) -> object:
    return replace(HERE, file=f"portfolios/amina/credentials/{name}.json")

"""A transcript adds up, and tells every state of what was earned."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.core.awarding.builders import (
    HERE,
    TODAY,
    accepted,
    all_of,
    amina,
    credential,
    district,
    entry,
    micro_credential,
    pathway,
    portfolio,
)

from proofolio.core.model.progress import HoursFor
from proofolio.core.model.revocation import Revocation
from proofolio.core.recording.transcript import Holds, Transcript, transcript


def made(since: date | None = None, until: date | None = None) -> Transcript:
    old = credential("old", date(2024, 1, 10), date(2025, 1, 10))
    gone = credential("gone", date(2026, 1, 10))
    own = portfolio(
        accepted("pace", date(2026, 3, 1)),
        accepted("talk", date(2026, 4, 1)),
        credentials=[credential("pace", date(2026, 3, 2)), old, gone],
        log=(entry(date(2026, 2, 1), 1.5, category="content"), entry(date(2026, 5, 1), 0)),
    )
    asked = [micro_credential(each, hours=10, category="content") for each in ("pace", "old", "gone")]
    talk = micro_credential("talk", hours=4.25)
    way = pathway("way", all_of("pace", "talk"), hours=20)
    found = district(own, micro_credentials=[*asked, talk], pathways=[way])
    found = replace(
        found, revocations={gone.id: Revocation(gone.id, date(2026, 2, 2), "Issued twice.", HERE)}
    )
    return transcript(found, amina(found), TODAY, since, until)


def test_every_state_is_told_with_its_day() -> None:
    told = {each.title: (each.holds, each.on, each.why) for each in made().credentials}
    assert told["old"] == (Holds.EXPIRED, date(2024, 1, 10), "")
    assert told["pace"] == (Holds.VALID, date(2026, 3, 2), "")
    assert told["gone"] == (Holds.REVOKED, date(2026, 1, 10), "Issued twice.")
    assert told["TALK"] == (Holds.NOT_ISSUED, date(2026, 4, 1), "")
    assert told["way"] == (Holds.NOT_ISSUED, date(2026, 4, 1), "")


def test_a_correction_takes_the_place_of_what_it_corrects() -> None:
    first = credential("pace", date(2026, 3, 2))
    later = replace(first, valid_from=date(2026, 5, 2), name="Pace, corrected")
    own = replace(portfolio(), credentials={"pace": first, "pace.2026-05-02": later})
    found = district(own)
    titles = [each.title for each in transcript(found, amina(found), TODAY).credentials]
    assert titles == ["Pace, corrected"]


def test_hours_are_the_sum_of_their_lines() -> None:
    whole = made()
    assert whole.total == round(sum(each.hours for each in whole.hours), 2)
    assert sum(hours for _, hours in whole.by_category) == whole.total
    assert all(each.hours for each in whole.hours)
    kinds = {each.kind for each in whole.hours}
    assert kinds == {HoursFor.MICRO_CREDENTIAL, HoursFor.PATHWAY, HoursFor.LOG}


def test_a_window_bounds_credentials_and_hours() -> None:
    part = made(date(2026, 3, 1), date(2026, 3, 31))
    assert [each.title for each in part.credentials] == ["pace"]
    assert [each.title for each in part.hours] == ["PACE"]
    assert part.total == 10

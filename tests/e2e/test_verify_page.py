"""The page that checks credentials: it accepts what holds, and refuses everything that was tampered with."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from tests.e2e.baked import gzipped, png, svg
from tests.e2e.issued import EMAIL, INDEX, PERSON, SALT, SITE, UNSIGNED, Json, Organisation, written
from tests.e2e.tampering import mutations
from tests.e2e.visitor import COPY, DID, FACTS, LIST, RECORD, Visitor, published, visits

pytestmark = pytest.mark.slow

CEDAR = Organisation()
GOOD = CEDAR.badge()
MALLORY = Organisation(13)
Open = Callable[..., Visitor]


@pytest.fixture
def visit(browser: Any, address: str) -> Iterator[Open]:
    """Opens the page of a site that publishes the sound badge."""
    yield from visits(browser, address, published(CEDAR, **{COPY: GOOD}))


FORMS = {
    "badge.json": written(GOOD),
    "badge.jsonld": b"\xef\xbb\xbf\r\n " + written(GOOD),
    "badge.png": png(written(GOOD)),
    "badge.svg": svg(written(GOOD)),
}


@pytest.mark.parametrize("name", FORMS)
def test_a_sound_badge_is_accepted_in_every_form(visit: Open, name: str) -> None:
    visitor = visit().give(FORMS[name], name)
    assert visitor.verdict == "Accepted"
    states = visitor.checks()
    assert states.pop("recipient") == "unknown"
    assert set(states.values()) == {"holds"}
    assert ("baked" in states) is name.endswith(("png", "svg"))
    assert visitor.last == (
        "Accepted: “Pace a unit for mastery”, awarded to Amina Yusuf by "
        "Cedar Valley Unified School District on 20 October 2026."
    )
    assert visitor.trouble == []


def test_the_badges_of_the_site_itself_are_accepted(visit: Open, site: Path) -> None:
    visitor = visit({"nothing": None})
    visitor.page.click(".pf-try >> nth=0")
    visitor.page.wait_for_selector(".pf-outcome__tally")
    assert visitor.verdict == "Accepted"
    folder = site / "portfolios" / "amina-yusuf" / "credentials"
    for name in ("pace-a-unit.json", "pace-a-unit.png", "pace-a-unit.svg", "record.clr.json"):
        assert visitor.give((folder / name).read_bytes(), name).verdict == "Accepted", name
    assert visitor.trouble == []


def test_it_can_be_pasted_and_named_by_address_and_dropped(visit: Open) -> None:
    visitor = visit()
    visitor.page.click(".pf-paste summary")
    visitor.page.fill("#pf-paste", written(GOOD).decode())
    visitor.page.click("text=Check this text")
    visitor.page.wait_for_selector("text=From what you pasted")
    assert visitor.verdict == "Accepted"
    dropped = """text => {
      const data = new DataTransfer();
      data.items.add(new File([text], "dropped.json"));
      document.querySelector("h1").dispatchEvent(
        new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    }"""
    visitor.page.evaluate(dropped, written(GOOD).decode())
    visitor.page.wait_for_selector("text=From the file dropped.json")
    assert visitor.verdict == "Accepted"
    for given in (f"../{COPY}", f"{SITE}/{COPY}"):
        named = visit(query=f"?credential={given}")
        named.page.wait_for_selector(".pf-outcome__tally")
        assert named.verdict == "Accepted"


@pytest.mark.parametrize(
    "given", ["https://evil.example/a.json", "//evil.example/a.json", "javascript:x", "data:,x"]
)
def test_no_other_address_is_opened(visit: Open, given: str) -> None:
    visitor = visit(query=f"?credential={given}")
    visitor.page.wait_for_selector("text=opens only addresses of this site")
    assert all(each.url.startswith(visitor.address) for each in visitor.requests)


def test_nothing_is_sent_and_no_other_site_is_asked(visit: Open) -> None:
    visitor = visit()
    before = len(visitor.requests)
    visitor.page.fill("#pf-asked", EMAIL)
    visitor.give(png(written(GOOD)), "my-secret-name.png")
    assert visitor.checks()["recipient"] == "holds"
    asked = visitor.requests[before:]
    assert {each.method for each in asked} == {"GET"}
    assert [each.post_data for each in asked if each.post_data] == []
    paths = {each.url.removeprefix(visitor.address) for each in asked}
    verifier = {
        "assets/proofolio/verify/verify-worker.js",
        "assets/proofolio/verify/vendor/jsonld.esm.min.js",
    }
    assert paths - verifier == {DID, LIST, FACTS, COPY}
    assert visitor.page.evaluate("[localStorage.length, document.cookie].join()").endswith(",")


def test_every_single_change_is_refused(visit: Open) -> None:
    # without the published copy, which would give all of them away
    visitor = visit(published(CEDAR))
    changed = dict(mutations(GOOD))
    assert len(changed) > 1000
    assert [each["verdict"] for each in visitor.check_all([GOOD])] == ["accepted"]
    found = visitor.check_all(list(changed.values()))
    survived = [name for name, each in zip(changed, found, strict=True) if each["verdict"] != "refused"]
    assert survived == []
    reasons = {each["because"] for each in found}
    assert reasons <= {"readable", "signature", "key", "status", "shape", "nothing-unsigned", "issuer"}
    assert visitor.trouble == []


def test_the_command_says_the_same_of_every_change(visit: Open) -> None:
    from tests.e2e.command import told

    changed = dict(list(mutations(GOOD))[::9])
    files = published(CEDAR)
    found = visit(files).check_all(list(changed.values()))
    for (name, document), here in zip(changed.items(), found, strict=True):
        there = told(document, files)
        assert here["verdict"] == there.verdict, name
        states = {(each["name"], each["state"]) for each in here["checks"]}
        assert states ^ {(each.name, each.state) for each in there.checks} == set(), name


def _badge(**changes: Any) -> Json:
    return CEDAR.badge(**changes)


def _subject(**changes: Any) -> Json:
    return {**deepcopy(UNSIGNED["credentialSubject"]), **changes}


def _stolen() -> Json:
    """Signed with another key, in the name of the issuer's own."""
    made = MALLORY.badge()
    made["proof"][0]["verificationMethod"] = CEDAR.method
    return made


def _list(**changes: Any) -> Json:
    made = CEDAR.revocations()
    made["credentialSubject"] |= changes
    return made


_NEWER = CEDAR.badge(validFrom="2026-10-29T00:00:00Z")
ATTACKS: dict[str, tuple[Json, dict[str, object], str, str]] = {
    "another key in the issuer's name": (_stolen(), {}, "signature", "fails"),
    "a key that is not listed": (MALLORY.badge(), {}, "key", "fails"),
    "a key that was taken off the list": (GOOD, {DID: MALLORY.document()}, "key", "fails"),
    "no list of keys": (GOOD, {DID: None}, "issuer", "fails"),
    "somebody else's keys": (GOOD, {DID: CEDAR.document() | {"id": "did:web:x"}}, "issuer", "fails"),
    "ended": (_badge(validUntil="2026-10-30T00:00:00Z"), {}, "dates", "fails"),
    "not begun": (_badge(validFrom="2290-01-01T00:00:00Z"), {}, "dates", "fails"),
    "signed in the future": (CEDAR.sign(UNSIGNED, "2290-01-01T00:00:00Z"), {}, "dates", "fails"),
    "revoked": (GOOD, {LIST: CEDAR.revocations(3, INDEX)}, "status", "fails"),
    "no list of revocations": (GOOD, {LIST: None}, "status", "unknown"),
    "an altered list": (
        GOOD,
        {LIST: _list(encodedList=CEDAR.revocations(9)["credentialSubject"]["encodedList"])},
        "status",
        "fails",
    ),
    "a list by somebody else": (GOOD, {LIST: MALLORY.revocations()}, "status", "fails"),
    "a list of something else": (GOOD, {LIST: GOOD}, "status", "fails"),
    "an endless list": (
        GOOD,
        {
            LIST: CEDAR.revocations(
                credentialSubject=_list(encodedList=gzipped(bytes(40_000_000)))["credentialSubject"]
            )
        },
        "status",
        "fails",
    ),
    "evidence that was changed": (GOOD, {FACTS: {"digest": "sha256:" + "00" * 32}}, "evidence", "fails"),
    "corrected since": (GOOD, {COPY: _NEWER}, "copy", "fails"),
    "another one published": (GOOD, {COPY: _badge(name="Another")}, "copy", "fails"),
    "a level below what was asked": (
        _badge(
            credentialSubject=_subject(
                result=[
                    {
                        **UNSIGNED["credentialSubject"]["result"][0],
                        "achievedLevel": UNSIGNED["credentialSubject"]["result"][0]["achievedLevel"].replace(
                            "proficient", "emerging"
                        ),
                    }
                ]
            )
        ),
        {},
        "shape",
        "fails",
    ),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_attacks_fail_by_name(visit: Open, name: str) -> None:
    document, changes, check, state = ATTACKS[name]
    visitor = visit(published(CEDAR, **changes)).give(written(document))
    assert visitor.verdict.startswith("Not accepted")
    assert visitor.checks()[check] == state
    assert visitor.last.startswith("Not accepted")


def test_what_may_be_unknown_does_not_stand_in_the_way(visit: Open) -> None:
    visitor = visit(published(CEDAR, **{FACTS: None})).give(written(GOOD))
    assert visitor.verdict == "Accepted"
    assert [visitor.checks()[each] for each in ("evidence", "copy")] == ["unknown", "unknown"]


def test_another_issuer_is_named_and_not_accepted(visit: Open) -> None:
    other = Organisation(5, "did:web:badges.elsewhere.example:issuer").badge(
        issuer={"id": "did:web:badges.elsewhere.example:issuer", "type": ["Profile"], "name": "Elsewhere"},
        credentialStatus=None,
    )
    visitor = visit(published(CEDAR)).give(written(other))
    assert visitor.verdict.startswith("Not accepted")
    assert [visitor.checks()[each] for each in ("issuer", "key", "signature")] == ["unknown"] * 3
    assert "Elsewhere (badges.elsewhere.example)" in visitor.last
    assert all(each.url.startswith(visitor.address) for each in visitor.requests)


def test_it_is_for_whom_it_is_for(visit: Open) -> None:
    visitor = visit().give(written(GOOD))
    for asked, state in (
        (f"  {EMAIL.upper()} ", "holds"),
        ("mallory@example.org", "fails"),
        ("amina  yusuf", "holds"),
        ("Mallory", "fails"),
        ("", "unknown"),
    ):
        visitor.page.fill("#pf-asked", asked)
        visitor.page.press("#pf-asked", "Tab")
        visitor.page.wait_for_selector(f"[data-check=recipient][data-state={state}]")
        assert visitor.verdict == ("Not accepted" if state == "fails" else "Accepted")
    assert not any(part in each.url for each in visitor.requests for part in ("mallory", EMAIL, SALT))


def test_a_learner_record_and_each_badge_in_it(visit: Open) -> None:
    second = CEDAR.badge(id=f"{PERSON}credentials/second.json")
    record = CEDAR.record(GOOD, second)
    assert visit(published(CEDAR, **{RECORD: record})).give(written(record)).verdict == "Accepted"
    revoked = visit(published(CEDAR, **{LIST: CEDAR.revocations(INDEX)})).give(written(record))
    assert revoked.verdict == "Not accepted"
    assert revoked.checks()["badges"] == "fails"
    foreign = CEDAR.badge(credentialSubject=_subject(id=f"{SITE}/portfolios/mallory/"))
    assert visit().give(written(CEDAR.record(GOOD, foreign))).checks()["badges"] == "fails"
    tampered = json.loads(json.dumps(record))
    tampered["credentialSubject"]["verifiableCredential"][1]["name"] = "Mallory"
    assert visit().give(written(tampered)).verdict == "Not accepted"
    shorter = deepcopy(record)
    del shorter["credentialSubject"]["verifiableCredential"][0]
    assert visit().give(written(shorter)).checks()["signature"] == "fails"

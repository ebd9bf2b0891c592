"""A table of attacks and misfortunes: each row names the check that has to fail."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from tests.adapters.verifying.builder import (
    BADGE,
    COMMIT,
    DID,
    DID_ADDRESS,
    DIGEST,
    EMAIL,
    INDEX,
    KEY,
    LIST,
    METHOD,
    NOW,
    OTHER_KEY,
    PAGE,
    PERSON,
    SIGNED,
    SIGNED_LIST,
    SITE,
    WORK,
    badge,
    changed,
    did_document,
    failing,
    look,
    record,
    sign,
    states,
    status_list,
)

from proofolio.core.verifying.check import Name
from proofolio.core.verifying.verification import Verdict
from proofolio.core.verifying.world import Expectation

OTHER_DID = "did:web:valley.example.org:issuer"
OTHER_METHOD = f"{OTHER_DID}#{OTHER_KEY.multibase}"
SUBJECT = "credentialSubject"


def list_of_other() -> dict[str, Any]:
    return sign(changed(status_list(), "issuer", to=OTHER_DID), OTHER_KEY, OTHER_METHOD)


def made(*path: str | int, to: Any) -> dict[str, Any]:
    """A badge that its issuer made otherwise, and signed."""
    return sign(changed(badge(), *path, to=to))


def listed(*path: str | int, to: Any) -> dict[str, Any]:
    """A list that its issuer made otherwise, and signed."""
    return sign(changed(status_list(), *path, to=to))


def without(document: dict[str, Any], name: str) -> dict[str, Any]:
    return {each: value for each, value in document.items() if each != name}


def swapped_signature() -> dict[str, Any]:
    other = sign({**badge(), "name": "Another badge"})
    return changed(SIGNED, "proof", 0, "proofValue", to=other["proof"][0]["proofValue"])


Row = tuple[str, Any, dict[str, Any], str]
ROWS: list[Row] = [
    # words that mean something else
    (
        "a context of its own",
        changed(SIGNED, "@context", 2, to={"name": "https://x.example/"}),
        {},
        "contexts",
    ),
    ("an unknown context", changed(SIGNED, "@context", 2, to="https://x.example/c.json"), {}, "contexts"),
    ("contexts in another order", {**SIGNED, "@context": SIGNED["@context"][::-1]}, {}, "contexts"),
    ("a word that no context knows", {**SIGNED, "rank": "best"}, {}, "nothing-unsigned"),
    ("a word below", changed(SIGNED, SUBJECT, "achievement", "rank", to="1"), {}, "nothing-unsigned"),
    # another person's, another level, another name
    ("another name", {**SIGNED, "name": "Head teacher"}, {}, "signature"),
    ("another recipient", changed(SIGNED, SUBJECT, "id", to=f"{SITE}/portfolios/eve/"), {}, "signature"),
    (
        "another level",
        changed(SIGNED, SUBJECT, "result", 0, "achievedLevel", to=f"{PERSON}x"),
        {},
        "shape",
    ),
    ("without an end", without(SIGNED, "validUntil"), {}, "signature"),
    # keys and issuers
    ("signed with another key", sign(badge(), OTHER_KEY, METHOD), {}, "signature"),
    ("signature of another badge", swapped_signature(), {}, "signature"),
    ("key that is not listed", sign(badge(), OTHER_KEY, f"{DID}#{OTHER_KEY.multibase}"), {}, "key"),
    ("key of another issuer", sign(badge(), OTHER_KEY, OTHER_METHOD), {}, "key"),
    ("key taken off the list", SIGNED, {DID_ADDRESS: did_document(DID, OTHER_KEY)}, "key"),
    (
        "key listed for another purpose",
        SIGNED,
        {DID_ADDRESS: changed(did_document(DID, KEY, OTHER_KEY), "assertionMethod", 0, to=DID)},
        "key",
    ),
    ("no keys at all", SIGNED, {DID_ADDRESS: None}, "issuer"),
    ("somebody else's list of keys", SIGNED, {DID_ADDRESS: did_document(OTHER_DID)}, "issuer"),
    ("signature taken off", without(SIGNED, "proof"), {}, "signature"),
    ("two signatures", {**SIGNED, "proof": SIGNED["proof"] * 2}, {}, "signature"),
    ("another purpose", changed(SIGNED, "proof", 0, "proofPurpose", to="authentication"), {}, "signature"),
    ("no known kind of signature", changed(SIGNED, "proof", 0, "cryptosuite", to="none"), {}, "signature"),
    # dates
    ("over", sign({**badge(), "validUntil": "2026-11-22T11:59:59Z"}), {}, "dates"),
    ("not yet", sign({**badge(), "validFrom": "2026-11-22T12:00:01Z"}), {}, "dates"),
    ("ends before it begins", sign({**badge(), "validUntil": "2025-01-01T00:00:00Z"}), {}, "dates"),
    # revocation
    ("revoked", SIGNED, {LIST: sign(status_list(INDEX))}, "status"),
    ("list was changed", SIGNED, {LIST: changed(SIGNED_LIST, "name", to="List")}, "status"),
    (
        "a bit taken out of the list",
        SIGNED,
        {LIST: {**sign(status_list(INDEX)), SUBJECT: status_list()[SUBJECT]}},
        "status",
    ),
    ("list without a signature", SIGNED, {LIST: status_list()}, "status"),
    ("list of another issuer", SIGNED, {LIST: list_of_other()}, "status"),
    ("list for another purpose", SIGNED, {LIST: listed(SUBJECT, "statusPurpose", to="x")}, "status"),
    ("list of another address", SIGNED, {LIST: sign({**status_list(), "id": f"{LIST}x"})}, "status"),
    ("list that is over", SIGNED, {LIST: listed("validUntil", to="2026-06-01T00:00:00Z")}, "status"),
    ("list with another key", SIGNED, {LIST: sign(status_list(), OTHER_KEY)}, "status"),
    ("list that unpacks to nothing", SIGNED, {LIST: listed(SUBJECT, "encodedList", to="uH4sI")}, "status"),
    ("a badge in place of the list", SIGNED, {LIST: SIGNED}, "status"),
    ("no place in the list", made("credentialStatus", "statusListIndex", to="131072"), {}, "status"),
    ("no number in the list", made("credentialStatus", "statusListIndex", to="-1"), {}, "status"),
    # evidence
    ("evidence changed", SIGNED, {f"{WORK}evidence.json": {"digest": "sha256:" + "00" * 32}}, "evidence"),
    # its own address
    ("another one is shown", SIGNED, {BADGE: sign({**badge(), "name": "Another"})}, "copy"),
    ("a list is shown", SIGNED, {BADGE: SIGNED_LIST}, "copy"),
    ("something of no kind is shown", SIGNED, {BADGE: {**SIGNED, "type": ["Thing"]}}, "copy"),
    ("a correction is shown", SIGNED, {BADGE: made("validFrom", to="2026-04-01T00:00:00Z")}, "copy"),
    # what was asked for
    (
        "below the level asked for",
        made(SUBJECT, "result", 0, "achievedLevel", to=f"{PAGE}#planning-emerging"),
        {},
        "shape",
    ),
    ("too few hours", made(SUBJECT, "result", 1, "value", to="14.5"), {}, "shape"),
    (
        "result of something else",
        made(SUBJECT, "result", 0, "resultDescription", to=f"{PERSON}x"),
        {},
        "shape",
    ),
    (
        "required level of something else",
        made(SUBJECT, "achievement", "resultDescription", 0, "requiredLevel", to=f"{PERSON}x"),
        {},
        "shape",
    ),
    ("an unknown schema", made("credentialSchema", 0, "id", to="https://x.example/s.json"), {}, "shape"),
    (
        "its issuer's address is another site's",
        made("issuer", "url", to="https://valley.example.org"),
        {},
        "issuer",
    ),
    (
        "its issuer's address is a neighbour's",
        made("issuer", "url", to="https://hill.example.org/x"),
        {},
        "issuer",
    ),
]


def test_the_untouched_badge_is_accepted() -> None:
    found = look(SIGNED)
    assert found.verdict is Verdict.ACCEPTED
    assert failing(found) == set()
    assert states(found)["recipient"] == "unknown"


@pytest.mark.parametrize(
    ("document", "shown", "check"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS]
)
def test_a_row_is_refused_by_its_check(document: dict[str, Any], shown: dict[str, Any], check: str) -> None:
    found = look(document, more=shown)
    assert found.verdict is Verdict.REFUSED
    assert check in failing(found)
    assert all(each.words for each in found.checks)


@pytest.mark.parametrize(
    ("expected", "holds"),
    [
        (Expectation(email=EMAIL), True),
        (Expectation(email=f"  {EMAIL.upper()} "), True),
        (Expectation(email="eve@hill.example.org"), False),
        (Expectation(subject=PERSON), True),
        (Expectation(subject=PERSON, email=EMAIL), True),
        (Expectation(subject=f"{SITE}/portfolios/eve/"), False),
        (Expectation(subject=f"{SITE}/portfolios/eve/", email=EMAIL), False),
    ],
)
def test_the_recipient(expected: Expectation, holds: bool) -> None:
    found = look(SIGNED, expected)
    assert states(found)["recipient"] == ("holds" if holds else "fails")
    assert found.accepted is holds


def test_a_badge_without_an_address_is_not_for_an_address() -> None:
    document = badge()
    del document[SUBJECT]["identifier"][1]
    found = look(sign(document), Expectation(email=EMAIL))
    assert "recipient" in failing(found)


@pytest.mark.parametrize(
    ("expected", "check"),
    [
        (Expectation(issuer=OTHER_DID), "issuer"),
        (Expectation(place=f"{SITE}/portfolios/ada-okoro/credentials/other.json"), "copy"),
    ],
)
def test_it_lies_where_it_does_not_belong(expected: Expectation, check: str) -> None:
    assert check in failing(look(SIGNED, expected))


def test_the_record_of_revocations_counts_before_the_list_is_signed_again() -> None:
    found = look(SIGNED, revoked={BADGE: "Issued to the wrong person."})
    assert failing(found) == {"status"}


@pytest.mark.parametrize(
    ("shown", "state"),
    [
        ({f"{WORK}evidence.json": None}, "unknown"),
        ({f"{WORK}evidence.json": {"digest": 7}}, "unknown"),
        ({f"{WORK}evidence.json": [1]}, "unknown"),
        ({f"{WORK}evidence.json": {"digest": DIGEST}}, "holds"),
    ],
)
def test_evidence_that_is_gone_or_not_public_takes_nothing_away(shown: dict[str, Any], state: str) -> None:
    found = look(SIGNED, more=shown)
    assert states(found)["evidence"] == state
    assert found.accepted


@pytest.mark.parametrize(("works", "state"), [(frozenset({DIGEST}), "holds"), (frozenset({"x"}), "unknown")])
def test_evidence_that_was_not_public_is_known_by_its_digest(works: frozenset[str], state: str) -> None:
    narrative = f"Reviewed in the issuer's repository. Reviewed as {DIGEST} at commit {COMMIT}."
    document = sign({**badge(), "evidence": [{"type": ["Evidence"], "narrative": narrative}]})
    found = look(document, more={BADGE: document}, works=works)
    assert states(found)["evidence"] == state
    assert found.accepted


def test_a_later_copy_than_the_one_shown_is_fine() -> None:
    document = made("validFrom", to="2026-04-01T00:00:00Z")
    assert look(document).accepted


def test_an_older_key_that_is_still_listed_is_fine() -> None:
    assert look(SIGNED, more={DID_ADDRESS: did_document(DID, KEY, OTHER_KEY)}).accepted


def test_another_issuer_whose_keys_nobody_has_is_undecided() -> None:
    document = badge()
    document["issuer"] = {"id": OTHER_DID, "type": ["Profile"], "name": "Valley"}
    document["id"] = "https://valley.example.org/badge.json"
    del document["credentialStatus"]
    found = look(sign(document, OTHER_KEY, OTHER_METHOD))
    assert found.verdict is Verdict.UNDECIDED
    assert {"issuer", "key", "signature"} <= {
        name for name, state in states(found).items() if state == "unknown"
    }


@pytest.mark.parametrize("suite", ["ecdsa-sd-2023", "eddsa-jcs-2022"])
def test_another_suite_is_never_accepted_and_never_refused_for_that(suite: str) -> None:
    found = look(changed(SIGNED, "proof", 0, "cryptosuite", to=suite))
    assert states(found)["signature"] == "unknown"
    assert not found.accepted


def test_a_key_alone_is_nobody_in_particular() -> None:
    document = badge()
    did = f"did:key:{OTHER_KEY.multibase}"
    document["issuer"] = {"id": did, "type": ["Profile"], "name": "Hill Schools"}
    del document["credentialStatus"]
    found = look(sign(document, OTHER_KEY, f"{did}#{OTHER_KEY.multibase}"))
    assert states(found)["signature"] == "holds"
    assert states(found)["issuer"] == "unknown"
    assert found.verdict is Verdict.REFUSED  # the address is the issuer's, and it shows something else


def foreign() -> dict[str, Any]:
    return made(SUBJECT, "id", to=f"{SITE}/portfolios/eve/")


def expired() -> dict[str, Any]:
    return sign({**badge(), "validUntil": "2026-06-01T00:00:00Z"})


@pytest.mark.parametrize(
    ("badges", "check"),
    [
        (lambda: [SIGNED], None),
        (lambda: [foreign()], "badges"),
        (lambda: [SIGNED, foreign()], "badges"),
        (lambda: [expired()], "badges"),
        (lambda: [changed(SIGNED, "name", to="Head teacher")], "badges"),
        (lambda: [SIGNED_LIST], "badges"),
    ],
)
def test_a_record_holds_when_every_badge_in_it_does(
    badges: Callable[[], list[dict[str, Any]]], check: str | None
) -> None:
    found = look(sign(record(*badges())))
    assert failing(found) >= ({check} if check else set())
    assert found.accepted is (check is None)


def test_a_badge_taken_out_of_a_record() -> None:
    second = sign({**badge(), "id": f"{BADGE}2"})
    whole = sign(record(SIGNED, second))
    assert look(whole).accepted
    cut = copy.deepcopy(whole)
    del cut[SUBJECT]["verifiableCredential"][1]
    assert "signature" in failing(look(cut))


def test_a_revoked_badge_in_a_record() -> None:
    found = look(sign(record(SIGNED)), more={LIST: sign(status_list(INDEX))})
    assert "badges" in failing(found)
    assert failing(found.parts[0]) == {"status"}


@pytest.mark.parametrize(
    "document", [None, [], "text", 7, {}, {"type": "OpenBadgeCredential"}, {"type": [[]]}]
)
def test_what_is_no_credential_is_refused(document: object) -> None:
    assert failing(look(document)) == {"readable"}


def test_the_hour_counts() -> None:
    assert look(SIGNED, now=datetime(2029, 2, 28, tzinfo=UTC)).accepted
    assert "dates" in failing(look(SIGNED, now=datetime(2029, 3, 1, tzinfo=UTC)))
    assert "dates" in failing(look(SIGNED, now=datetime(2026, 2, 28, tzinfo=UTC)))
    assert NOW.tzinfo is UTC


def test_a_verification_without_a_check() -> None:
    found = look(SIGNED, more={f"{WORK}evidence.json": {"digest": "sha256:" + "00" * 32}})
    assert not found.accepted
    assert found.without(Name.EVIDENCE).accepted

"""The small parts: times, kinds, addresses hashed, sentences with digests, what nobody would notice."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import Any

import pytest

from proofolio.adapters.signing import contexts as signing
from proofolio.core.verifying import contexts
from proofolio.core.verifying.check import Check, Name, State
from proofolio.core.verifying.evidence import reviewed_digest
from proofolio.core.verifying.forms import CLOSED, NODES
from proofolio.core.verifying.guard import exactly, loose_ends
from proofolio.core.verifying.kind import Kind, kind_of
from proofolio.core.verifying.moment import moment
from proofolio.core.verifying.recipient import matches
from proofolio.core.verifying.results import result_trouble
from proofolio.core.verifying.verification import Verdict, Verification

DIGEST = "sha256:" + "0f" * 32


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("2026-03-01T00:00:00Z", 0),
        ("2026-03-01T02:00:00+02:00", 0),
        ("2026-03-01T00:00:00.123456789Z", 0),
        ("2026-03-01T05:30:00.5+00:00", 5),
        ("2026-03-01T00:00:00", None),
        ("2026-03-01", None),
        ("2026-02-30T00:00:00Z", None),
        ("2026-03-01T00:00:00z", None),
        ("٢٠٢٦-03-01T00:00:00Z", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("", None),
        (7, None),
        (None, None),
    ],
)
def test_moments(text: object, hour: int | None) -> None:
    found = moment(text)
    assert (found.hour if found else None) == hour
    assert found is None or found.date() == datetime(2026, 3, 1, tzinfo=UTC).date()


@pytest.mark.parametrize(
    ("document", "kind"),
    [
        ({"type": ["VerifiableCredential", "OpenBadgeCredential"]}, Kind.BADGE),
        ({"type": ["VerifiableCredential", "AchievementCredential"]}, Kind.BADGE),
        ({"type": ["VerifiableCredential", "ClrCredential"]}, Kind.RECORD),
        ({"type": ["OpenBadgeCredential"]}, Kind.OTHER),
        ({"type": ["VerifiableCredential", "OpenBadgeCredential", "ClrCredential"]}, Kind.OTHER),
        ({"type": "Assertion", "@context": "https://w3id.org/openbadges/v2"}, Kind.HOSTED_ASSERTION),
        ({"type": "Assertion"}, Kind.OTHER),
        ({}, Kind.OTHER),
        ([], Kind.OTHER),
    ],
)
def test_kinds(document: object, kind: Kind) -> None:
    assert kind_of(document) is kind


@pytest.mark.parametrize(
    ("narrative", "digest"),
    [
        (f"Reviewed as {DIGEST}.", DIGEST),
        (f"Reviewed as {DIGEST} at commit {'ab' * 20}.", DIGEST),
        (f"Reviewed in the issuer's repository. Reviewed as {DIGEST}.", DIGEST),
        (f"Seen as {DIGEST}.", None),
        (f"Reviewed as {DIGEST[:-1]}.", None),
        (f"Reviewed as {DIGEST}0.", None),
        (f"Reviewed as {DIGEST.upper()}.", None),
        ("", None),
        (7, None),
    ],
)
def test_the_digest_in_a_sentence(narrative: object, digest: str | None) -> None:
    assert reviewed_digest(narrative) == digest


def test_the_published_example_of_a_hashed_address() -> None:
    kept = "sha256$" + hashlib.sha256(b"a@example.comKosher").hexdigest()
    assert matches(kept, "Kosher", True, "a@example.com")
    assert matches(kept, "Kosher", True, " A@Example.com\n")
    assert not matches(kept, "Salt", True, "a@example.com")
    assert not matches(kept, None, True, "a@example.com")
    assert not matches(kept, "Kosher", False, "a@example.com")
    assert not matches("", "", True, "")
    assert not matches("sha256$", "", True, "\ud800")


@pytest.mark.parametrize(
    ("document", "places"),
    [
        ({"a": "x", "b": [1, "1", True, {"c": 1}, {"c": True}]}, []),
        ({"a": None}, ["a"]),
        ({"a": []}, ["a"]),
        ({"a": {"b": [{"c": []}]}}, ["a.b[0].c"]),
        ({"a": [["x"]]}, ["a[0]"]),
        ({"a": ["x", "x"]}, ["a[1]"]),
        ({"a": [{"b": 1, "c": 2}, {"c": 2, "b": 1}]}, ["a[1]"]),
        ({"@id": "x"}, ["@id"]),
        ({"a": {"@context": []}}, ["a.@context"]),
        ({"https://schema.org/name": "x"}, ["https://schema.org/name"]),
        ({"a": {"id": "_:b0"}}, ["a.id"]),
    ],
)
def test_what_a_signature_would_not_notice(document: dict[str, Any], places: list[str]) -> None:
    assert [place for place, _ in loose_ends(document)] == places


def test_equal_is_equal_in_kind_too() -> None:
    assert exactly({"a": 1, "b": [True]}) == exactly({"b": [True], "a": 1})
    assert len({exactly(1), exactly(1.0), exactly(True), exactly("1")}) == 4


def reached(level: str) -> dict[str, Any]:
    return {"resultDescription": "d", "achievedLevel": level}


def levels(*names: str, needed: str = "b") -> dict[str, Any]:
    described = {
        "id": "d",
        "resultType": "RubricCriterionLevel",
        "requiredLevel": needed,
        "rubricCriterionLevel": [{"id": each} for each in names],
    }
    return {"resultDescription": [described]}


@pytest.mark.parametrize(
    ("subject", "found"),
    [
        ({"achievement": levels("a", "b", "c"), "result": [reached("b")]}, 0),
        ({"achievement": levels("a", "b", "c"), "result": [reached("a")]}, 1),
        ({"achievement": levels("a", "b", "c"), "result": [reached("x")]}, 1),
        ({"achievement": levels("a", "b"), "result": [{"resultDescription": "d"}]}, 1),
        ({"achievement": levels("a", "b"), "result": [{"resultDescription": "x"}]}, 1),
        ({"achievement": levels("a", "b"), "result": [{"achievedLevel": "b"}]}, 1),
        ({"achievement": levels("a", needed="b"), "result": []}, 1),
        ({"achievement": {"resultDescription": [{"id": "d", "requiredValue": "15"}]},
          "result": [{"resultDescription": "d", "value": "15.0"}]}, 0),
        ({"achievement": {"resultDescription": [{"id": "d", "requiredValue": "15"}]},
          "result": [{"resultDescription": "d", "value": "nan"}]}, 1),
        ({"achievement": {"resultDescription": [{"id": "d", "resultType": "Status"}]},
          "result": [{"resultDescription": "d"}]}, 1),
        ({"achievement": 7, "result": 7}, 0),
        ({"achievement": {"resultDescription": [[], 7]}, "result": [[], {"resultDescription": []}]}, 1),
    ],
)  # fmt: skip
def test_results_answer_to_what_was_asked(subject: dict[str, Any], found: int) -> None:
    assert len(list(result_trouble(subject))) == found


def test_every_form_in_the_table_is_one() -> None:
    known = {"text", "address", "moment", "number", "flag", "type", "any-type", "types", "object", *NODES}
    forms = {form.rstrip("!").strip("[]") for members in NODES.values() for form in members.values()}
    assert forms <= known
    assert set(NODES) >= CLOSED


def test_the_contexts_are_those_that_signing_carries() -> None:
    assert contexts.CREDENTIALS_2 == signing.CREDENTIALS_V2
    assert contexts.OPEN_BADGES_3 == signing.OPEN_BADGES_3
    assert contexts.EXTENSIONS == signing.OPEN_BADGES_EXTENSIONS
    assert contexts.CLR_2 == signing.CLR_2


NEEDED = (Name.SIGNATURE, Name.ISSUER, Name.STATUS, Name.DATES)


@pytest.mark.parametrize("missing", NEEDED)
@pytest.mark.parametrize("state", [State.UNKNOWN, None])
def test_nothing_is_accepted_without_what_it_rests_on(missing: Name, state: State | None) -> None:
    states = dict.fromkeys(NEEDED, State.HOLDS) | {missing: state}
    checks = tuple(Check(name, each, "") for name, each in states.items() if each is not None)
    assert Verification(Kind.BADGE, "", checks).verdict is Verdict.UNDECIDED
    refused = (*checks, Check(Name.COPY, State.FAILS, ""))
    assert Verification(Kind.BADGE, "", refused).verdict is Verdict.REFUSED


def test_the_worst_of_several_states_counts() -> None:
    states = (State.HOLDS, State.UNKNOWN, State.FAILS)
    checks = tuple(Check(Name.EVIDENCE, each, "") for each in states)
    assert Verification(Kind.BADGE, "", checks).state(Name.EVIDENCE) is State.FAILS
    assert Verification(Kind.BADGE, "", checks[:2]).state(Name.EVIDENCE) is State.UNKNOWN
    assert Verification(Kind.BADGE, "", ()).state(Name.EVIDENCE) is None


@pytest.mark.parametrize(
    ("name", "genuine"),
    [
        (Name.STATUS, True),
        (Name.DATES, True),
        (Name.EVIDENCE, True),
        (Name.SIGNATURE, False),
        (Name.ISSUER, False),
        (Name.RECIPIENT, False),
        (Name.SHAPE, False),
        (Name.COPY, False),
    ],
)
def test_what_is_over_can_still_be_genuine(name: Name, genuine: bool) -> None:
    states = dict.fromkeys(NEEDED, State.HOLDS) | {name: State.FAILS}
    checks = tuple(Check(each, state, "") for each, state in states.items())
    found = Verification(Kind.BADGE, "", checks)
    assert found.genuine is genuine
    assert found.verdict is Verdict.REFUSED

"""Whatever stands where something else is meant: an answer in words, never a crash, never accepted."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.adapters.verifying.builder import (
    BADGE,
    DID_ADDRESS,
    LIST,
    SIGNED,
    SIGNED_LIST,
    WORK,
    did_document,
    look,
    record,
    sign,
)
from tests.adapters.verifying.mutants import members

from proofolio.adapters.verifying.as_json import as_json
from proofolio.adapters.verifying.as_text import as_text
from proofolio.core.verifying.verification import Verification

SIGNED_RECORD = sign(record(SIGNED))
scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
anything = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "type", "@context", "@id", "proof", "x"]), inner, max_size=3)
    ),
    max_leaves=8,
)
quickly = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def with_something_at(document: dict[str, Any], at: int, value: Any) -> dict[str, Any]:
    paths = [path for path, _ in members(document)]
    path = paths[at % len(paths)]
    result = copy.deepcopy(document)
    place: Any = result
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return result


def shown(found: Verification) -> None:
    assert found.checks
    as_json([("x", found, None)]).encode()
    text = as_text([("x", found, None)])
    text.encode()
    assert "\x1b" not in text


@quickly
@given(st.sampled_from([SIGNED, SIGNED_LIST, SIGNED_RECORD]), st.integers(0, 10_000), anything)
def test_anything_in_a_document(document: dict[str, Any], at: int, value: Any) -> None:
    mutant = with_something_at(document, at, value)
    found = look(mutant)
    shown(found)
    assert not found.accepted or mutant == document


@quickly
@given(
    st.sampled_from([(DID_ADDRESS, did_document()), (LIST, SIGNED_LIST), (BADGE, SIGNED)]),
    st.integers(0, 10_000),
    anything,
)
def test_anything_in_what_a_document_leads_to(shelf: tuple[str, dict[str, Any]], at: int, value: Any) -> None:
    address, document = shelf
    shown(look(SIGNED, more={address: with_something_at(document, at, value)}))


@quickly
@given(st.sampled_from([DID_ADDRESS, LIST, BADGE, f"{WORK}evidence.json"]), anything)
def test_anything_in_place_of_it(address: str, value: Any) -> None:
    found = look(SIGNED, more={address: value})
    shown(found)
    if address == LIST:
        assert not found.accepted


@quickly
@given(anything)
def test_anything_in_place_of_the_document(value: Any) -> None:
    assert not look(value).accepted

"""Files given to the page that checks credentials which are none, or are made to trip it."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

import pytest
from tests.e2e.baked import png, svg
from tests.e2e.issued import Json, Organisation, written
from tests.e2e.visitor import COPY, Visitor, published, visits

pytestmark = pytest.mark.slow

CEDAR = Organisation()
GOOD = CEDAR.badge()
Open = Callable[..., Visitor]


@pytest.fixture
def visit(browser: Any, address: str) -> Iterator[Open]:
    """Opens the page of a site that publishes the sound badge."""
    yield from visits(browser, address, published(CEDAR, **{COPY: GOOD}))


def _poison() -> Json:
    """Nameless nodes that all look alike: telling them apart takes for ever."""
    made = deepcopy(GOOD)
    made["termsOfUse"] = [{"type": ["Profile"]} for _ in range(3)]
    ring = [
        {"type": "IdentityObject", "hashed": True, "identityHash": f"{each}", "identityType": "name"}
        for each in range(4000)
    ]
    made["credentialSubject"]["identifier"] = ring
    return made


TWICE = written(GOOD).decode().replace('"name":', '"name": "Mallory", "name":', 1).encode()
UNREADABLE = {
    "words.txt": (b"hello", "readable"),
    "nothing.json": (b"", "readable"),
    "list.json": (b"[1]", "readable"),
    "page.html": (b"<!doctype html><script>1</script>", "readable"),
    "twice.json": (TWICE, "readable"),
    "deep.json": (b'{"a":' * 5000 + b"1" + b"}" * 5000, "readable"),
    "photo.jpg": (b"\xff\xd8\xff\xe0" + bytes(99), "readable"),
    "binary.json": (b"\x80\x81\x82", "readable"),
    "other.json": (b'{"type": "Thing"}', "readable"),
    "screenshot.png": (png(), "baked"),
    "baked-twice.png": (png(written(GOOD), written(GOOD)), "baked"),
    "compressed.png": (png(written(GOOD), compressed=True), "baked"),
    "damaged.png": (png(written(GOOD), damaged=True), "baked"),
    "cut.png": (png(written(GOOD))[:-9], "baked"),
    "plain.svg": (svg(), "baked"),
    "other-place.svg": (svg(more="<g>" + svg(written(GOOD)).decode() + "</g>"), "baked"),
    "baked-twice.svg": (svg(written(GOOD), written(GOOD)), "baked"),
    "entities.svg": (b"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + svg(written(GOOD)), "baked"),
    "jwt.json": (
        b"eyJhbGciOiJSUzI1NiJ9." + base64.urlsafe_b64encode(b"{}").rstrip(b"=") + b".c2ln",
        "signature",
    ),
    "poison.json": (written(_poison()), "signature"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_is_refused_in_words(visit: Open, name: str) -> None:
    data, check = UNREADABLE[name]
    visitor = visit().give(data, name)
    assert visitor.verdict.startswith("Not accepted")
    assert visitor.checks()[check] != "holds"
    assert visitor.trouble == []


def test_a_file_of_twenty_megabytes_is_refused_at_once(visit: Open) -> None:
    visitor = visit()
    visitor.page.evaluate("""() => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(20_000_000).fill(120)], "large.json"));
      const drop = new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true });
      document.body.dispatchEvent(drop);
    }""")
    visitor.page.wait_for_selector('.pf-outcome__tally:has-text("large.json")')
    assert visitor.last == "Not accepted: It is far too large for a credential."

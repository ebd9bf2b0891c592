"""What is handed in may be anything: it is read in one way only, or refused with a reason."""

from __future__ import annotations

import json
import sys

import pytest
from tests.adapters.verifying.builder import SIGNED, failing, world

from proofolio.adapters.verifying.verify import verify_bytes
from proofolio.core.verifying.verification import Verdict

TEXT = json.dumps(SIGNED)


def nested(depth: int) -> str:
    return '{"type":' + "[" * depth + "]" * depth + "}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("[]", "not a JSON object"),
        ('"text"', "not a JSON object"),
        (TEXT[:-1] + ', "name": "A strong start"}', "twice"),
        (TEXT.replace('"hashed": false', '"hashed": false, "hashed": false'), "twice"),
        (TEXT.replace("1.5", "NaN"), "not a number"),
        (TEXT.replace("1.5", "-Infinity"), "not a number"),
        (TEXT.replace("1.5", "1" * 5000), "cannot be read"),
        (nested(60), "too deep"),
        (nested(sys.getrecursionlimit() * 50), "too deep"),
        ('{"a":[' + ",".join("0" * 3000) + "]}", "too many"),
        ('{"a":' + "[" + ",".join(["[0]"] * 200_000) + "]}", "too many"),
        (" " * 3_000_000, "too large"),
    ],
)
def test_text_that_is_not_read(text: str, words: str) -> None:
    found = verify_bytes(text.encode(), world())
    assert failing(found) == {"readable"}
    assert words in found.checks[0].words


@pytest.mark.parametrize("data", [b"\xff\xfe{}", b"\x00" * 50, TEXT.encode("utf-16")])
def test_bytes_that_are_no_text(data: bytes) -> None:
    assert failing(verify_bytes(data, world())) == {"readable"}


@pytest.mark.parametrize("name", ["\ud800", "a\x0bb", "\x7f"])
def test_characters_that_no_file_can_hold(name: str) -> None:
    found = verify_bytes(json.dumps({**SIGNED, "name": name}).encode(), world())
    assert found.verdict is Verdict.REFUSED
    assert failing(found) & {"nothing-unsigned", "readable"}


def test_a_token_is_told_as_such() -> None:
    found = verify_bytes(b"eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.c2ln\n", world())
    assert found.verdict is Verdict.UNDECIDED
    assert "JWT" in found.missing[0].words


def test_escapes_and_order_do_not_matter() -> None:
    turned = dict(sorted(SIGNED.items(), reverse=True))
    assert verify_bytes(json.dumps(turned, indent=3, ensure_ascii=False).encode(), world()).accepted

"""Plain text of any text, in a time that grows with its length only."""

from __future__ import annotations

import time

import pytest

from proofolio.core.converting.case.wording import plain
from proofolio.core.converting.plain import description


@pytest.mark.parametrize("text", ["<p>a</p>" + "<!--" * 60_000, "<p>a</p>" + "<p " * 60_000, "__a " * 30_000])
def test_nothing_unclosed_takes_long(text: str) -> None:
    began = time.perf_counter()
    plain(text)
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<p>5 < 6</p> a < b", "5 < 6 a < b"),
        ("<p>a<!-- hidden --> b</p> <!-- open", "a b < !-- open"),
        ("<p>a</p><b", "a < b"),
    ],
)
def test_what_never_closes_stays_readable(text: str, said: str) -> None:
    assert description(text) == said

"""Texts that would keep a search busy for ever: reading one takes no time at all."""

from __future__ import annotations

import time

import pytest

from proofolio.adapters.files.outline import outline
from proofolio.adapters.files.read import guard_body

TEXTS = {
    "brackets with a letter between them": "[a" * 59 + "x",
    "list marks with two blanks between them": "-  " * 39 + "x",
    "many links within one bracket": "[" + "[a](b) " * 60 + "x",
    "many links within one bracket that closes": "[" + "[a](b)" * 60 + "] x",
    "a link with an endless address": "[a](" + " " * 4_000 + "x",
    "opened and opened again": "[a](" * 1_000,
    "pictures that never close": "![" * 2_000,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_no_text_takes_for_ever(text: str) -> None:
    start = time.process_time()
    outline(text)
    guard_body(text, "index.md", 1)
    assert time.process_time() - start < 2


def test_many_links_within_one_bracket_are_all_found() -> None:
    assert [each.target for each in outline("[" + "[a](b.md) " * 30 + "]").links] == ["b.md"] * 30

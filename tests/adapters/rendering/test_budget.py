"""Texts that hang or crash a converter end within the limits, in plain words or fine."""

from __future__ import annotations

import time

import pytest

from proofolio.adapters.confined.process import Limits
from proofolio.adapters.rendering.markdown import MarkdownConverter, Rendered

QUICK = Limits(cpu_seconds=1, wall_seconds=4)
LONGEST = 60  # seconds; only to notice a hang: the machine may be busy

HANGING = {
    "brackets": "[\n" * 20_000,
    "note used over and over": ("[^1]" * 500 + "\n") * 40 + "\n[^1]: x",
}
EXPLODING = {
    "lists within lists": "\n".join("    " * depth + "- x" for depth in range(300)),
    "quotations within quotations": ">" * 4_000,
    "elements within elements": "<div>\n" * 20_000,
    "a long address used over and over": "[a]: /" + "x" * 4_900 + "\n\n" + ("[a]" * 1_000 + "\n") * 40,
}
ODD = {
    # hangs in some versions of Python's HTML parser and not in others
    "declarations": "<![CDATA[\n" * 1_800,
    "declaration": "<![ foo",
    "declaration in text": "text\n\n<![\n\nmore",
    "address": "[x](http://[::1/)",
    "sixteen kilobytes of one line": "<![CDATA[" * 1_800,
    "brackets in one line": "[" * 20_000,
    "unended tags": ("<a " * 1_500 + "\n") * 4,
    "unended comments": "<!-- " * 900,
    "stars and bars": "*a_" * 1_600,
    "many backticks": "\n".join("`" * count for count in range(1, 200)),
    "references": "[a][" * 1_000,
    "wiki marks": "[[a|" * 1_000,
    "a wide table": "|" * 4_000 + "\n" + "|-" * 2_000 + "\n" + "|" * 4_000,
    "half a character": "lone \ud800 surrogate",
    "controls": "".join(map(chr, range(32))) + "\x7f\u2028\u2029\ufeff\ufffe",
    "numbers for letters": "&#0; &#x110000; &#xD800; &#99999999999; &bogus; &",
}


def timed(text: str, limits: Limits = QUICK) -> Rendered:
    converter = MarkdownConverter(limits)
    converter.convert("warm up", lambda _: None)
    start = time.monotonic()
    rendered = converter.convert(text, lambda _: None)
    assert time.monotonic() - start < LONGEST
    if rendered.trouble:
        assert (rendered.html, rendered.headings, rendered.plain) == ("", (), "")
        assert rendered.trouble.endswith(".")
        assert not any(word in rendered.trouble for word in ("Error", "Traceback", "None", "recursion"))
    again = converter.convert("## Still *here*", lambda _: None)
    assert again.trouble is None
    assert "<em>here</em>" in again.html
    return rendered


@pytest.mark.parametrize("name", HANGING)
def test_what_hangs_is_stopped(name: str) -> None:
    assert "too long" in (timed(HANGING[name]).trouble or "")


@pytest.mark.parametrize("name", EXPLODING)
def test_what_explodes_is_stopped(name: str) -> None:
    assert timed(EXPLODING[name], Limits(cpu_seconds=3, wall_seconds=4)).trouble


@pytest.mark.parametrize("name", ODD)
def test_what_is_odd_ends_well(name: str) -> None:
    timed(ODD[name])


def test_a_declaration_is_only_text() -> None:
    assert timed("text\n\n<![ foo\n\nmore").plain == "text\n<![ foo\nmore"


def test_memory_has_a_limit() -> None:
    text = "[a]: /" + "x" * 4_900 + "\n\n" + ("[a]" * 1_000 + "\n") * 40
    rendered = timed(text, Limits(cpu_seconds=4, wall_seconds=5, memory_bytes=80 * 1024 * 1024))
    assert rendered.trouble


def test_too_much_is_refused_before_anything_is_tried() -> None:
    assert "200 KiB" in (timed("word \n" * 40_000).trouble or "")
    assert "Line 3" in (timed("a\n\n" + "b" * 5_001).trouble or "")
    assert timed("b" * 5_000).trouble is None
    assert "200 KiB" in (timed("é\n" * 70_000).trouble or "")  # bytes are counted, not letters


def test_trouble_is_remembered_so_that_it_costs_once(monkeypatch: pytest.MonkeyPatch) -> None:
    converter = MarkdownConverter(QUICK)
    converter.convert(HANGING["brackets"], lambda _: None)
    ran: list[bytes] = []
    monkeypatch.setattr(converter._confined, "run", lambda data: ran.append(data))
    assert converter.convert(HANGING["brackets"], lambda _: None).trouble
    assert ran == []

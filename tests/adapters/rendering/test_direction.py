"""Texts in scripts that run from right to left, alone and beside others."""

from __future__ import annotations

import re

import pytest

from proofolio.adapters.rendering.markdown import MarkdownConverter
from proofolio.adapters.rendering.monogram import initials, tone

MIXED = """## السياق

نص عربي مع Word واحدة.

An English paragraph.

- بند أول
- second item

> ציטוט בעברית

| العمود | B |
| --- | --- |
| ١ | 2 |
"""


@pytest.fixture(scope="module")
def converter() -> MarkdownConverter:
    return MarkdownConverter()


def blocks(html: str) -> list[tuple[str, bool]]:
    """Every opening tag of a block, and whether it says to lay itself out by its own letters."""
    tags = re.findall(r"<(h2|p|ul|li|blockquote|table|td|th)\b([^>]*)>", html)
    return [(name, 'dir="auto"' in rest) for name, rest in tags]


def test_in_a_mixed_text_each_block_has_its_own_direction(converter: MarkdownConverter) -> None:
    html = converter.convert(MIXED, lambda _: None).html
    assert blocks(html) == [
        ("h2", True), ("p", True), ("p", True), ("ul", True), ("li", False), ("li", False),
        ("blockquote", True), ("p", False), ("table", True), ("th", False), ("th", False),
        ("td", False), ("td", False),
    ]  # fmt: skip


def test_an_author_who_says_the_direction_is_heard(converter: MarkdownConverter) -> None:
    html = converter.convert('<p dir="ltr">نص</p>\n\nنص', lambda _: None).html
    assert '<p dir="ltr">' in html
    assert '<p dir="auto">' in html


def test_other_texts_stay_as_they_are(converter: MarkdownConverter) -> None:
    html = converter.convert("A paragraph, “quoted”, en español.", lambda _: None).html
    assert html.count("dir=") == 1


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Amina Yusuf", "AY"), ("rosa díaz", "RD"), ("Ana María de la Cruz", "AC"), ("Prince", "P"),
        ("محمد علي", "م"), ("山田 太郎", "山"), ("Élodie (Ms) O’Brien", "ÉO"), ("", "·"), ("42", "·"),
    ],
)  # fmt: skip
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters
    assert tone(name) == tone(name)
    assert 1 <= tone(name) <= 6

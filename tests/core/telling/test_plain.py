"""What a page does not show must not come to light in the story of its text."""

from __future__ import annotations

import pytest

from proofolio.core.telling.difference import difference
from proofolio.core.telling.passage import passages, tokens
from proofolio.core.telling.plain import plain

CASES = {
    "words stay": ("We **count** to *ten*.", "We **count** to *ten*."),
    "a comment": ("One <!-- Maria struggled --> two", "One  two"),
    "a comment that never ends": ("One <!-- Maria struggled", "One "),
    "a tag's attributes": ('One <span title="Maria">two</span>', "One two"),
    "a tag that never ends": ('One <span title="Maria\n\nNext', "One \n\nNext"),
    "a script": ("One <script>Maria</script> two", "One  two"),
    "a style that never ends": ("One <STYLE> Maria", "One "),
    "an address in signs": ("See <https://example.org/x>", "See https://example.org/x"),
    "a link within the site": ("See [my work](../maria/index.md)", "See my work"),
    "a link elsewhere": ('See [a film](https://www.example.org/x "Maria")', "See a film (example.org)"),
    "a link with brackets": ("[a](https://example.org/x_(y)) b", "a (example.org) b"),
    "a link that hides an address": ("[a](https://maria@example.org/) b", "a b"),
    "a picture": ("![A wall](maria.png)", "(picture: A wall)"),
    "a picture without words": ("![](maria.png)", "(picture)"),
    "a picture in a link": ("[![A wall](m.png)](https://example.org)", "(picture: A wall) (example.org)"),
    "a link by label": ("See [my work][m]\n\n[m]: ../maria/index.md\n", "See my work\n\n\n"),
    "a competency": ("[[mastery-approach]] and [[a|another]]", "mastery-approach and another"),
    "attributes": ("# Head {#maria .x}", "# Head "),
    "less than": ("If 3 < 4 and 5 > 4", "If 3 < 4 and 5 > 4"),
    "line ends": ("One\r\ntwo\rthree", "One\ntwo\nthree"),
}


@pytest.mark.parametrize(("given", "wanted"), CASES.values(), ids=CASES)
def test_it_reads_as_the_page_does(given: str, wanted: str) -> None:
    assert plain(given) == wanted


def test_sections_are_told_by_their_headings() -> None:
    body = "Before.\n\n## One\nA\n\n```\n## no heading\n```\n\nTwo\n---\nB\n\n### Deeper\n## **One** ##\nC"
    assert [(each.title, [t.word for t in each.tokens]) for each in passages(body)] == [
        ("", ["Before."]),
        ("One", ["A", "```", "##", "no", "heading", "```"]),
        ("Two", ["B", "###", "Deeper"]),
        ("One", ["C"]),
    ]


def test_what_is_between_words_is_told_by_its_meaning() -> None:
    text = "a\nwrapped  line\n\nnew\n- item\n1. first\n| cell |"
    assert [(each.gap, each.word) for each in tokens(text)] == [
        ("", "a"), (" ", "wrapped"), (" ", "line"), ("\n\n", "new"), ("\n", "-"), (" ", "item"),
        ("\n", "1."), (" ", "first"), ("\n", "|"), (" ", "cell"), (" ", "|"),
    ]  # fmt: skip


def test_what_only_rules_a_table_is_no_word() -> None:
    (table,) = passages("| a | b |\n|---|:-:|\n| 1 | 2 |")
    assert [each.word for each in table.tokens] == ["|", "a", "|", "b", "|", "|", "1", "|", "2", "|"]


def test_ideographs_are_words_of_their_own() -> None:
    assert [each.word for each in tokens("数学很好。Yes")] == ["数", "学", "很", "好", "。Yes"]


ENDLESS = ["[](a", "[](", "![](", "<a ", "<!--", "-", "- ", "|-", "\n", " \n", "## a\n", "{#", "`", "数"]


@pytest.mark.parametrize("piece", ENDLESS)
def test_no_text_is_read_for_ever(piece: str) -> None:
    """It would take hours where a search goes back over what it took."""
    text = piece * (200_000 // len(piece))
    assert difference(passages(f"x {text}"), passages(f"{text} y")) is not None

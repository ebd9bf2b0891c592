"""What is known of a body: sections, words, links, pictures, and what is not meant."""

from __future__ import annotations

import time

import pytest

from proofolio.adapters.files.mask import mask
from proofolio.adapters.files.outline import count_words, outline, slug


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("One two  three\nfour.", 4),
        ("It's a well-known 3.5-hour don’t", 5),
        ("**bold** _and_ `code` – … !", 3),
        ("see https://example.org/a/b?c=d now", 2),
        ("[two words](plan.pdf) and ![not these](a.png)", 3),
        ("日本語", 3),
        ("わたしは teacher です", 7),
        ("한국어", 3),
        ("re\u0301sume\u0301 résumé", 2),
        ("हिन्दी भाषा", 2),
        ("<b>tagged</b>", 1),
        ("4 < 5 and 6 > 5", 5),
        ("a_b", 2),
    ],
)
def test_words(text, words) -> None:
    assert count_words(text) == words


@pytest.mark.parametrize(
    ("title", "id_"),
    [
        ("Reflection", "reflection"),
        ("What I did & why?", "what-i-did-why"),
        ("**Bold** `code`", "bold-code"),
        ("Ben's unit", "bens-unit"),
        ("Überblick", "überblick"),
        ("考え", "考え"),
        ("Title {#own-id}", "title"),
        ("Ｆｕｌｌ width", "full-width"),
    ],
)
def test_slugs(title, id_) -> None:
    assert slug(title) == id_


def sections(text: str) -> list[tuple[str, int, int]]:
    return [(each.id, each.line, each.words) for each in outline(text, 10).sections]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Intro\n\n## One\n\na b\n\n## Two ##\nc", [("one", 12, 2), ("two", 16, 1)]),
        ("## One\n### Within\na b\n# Big\nc", [("one", 10, 3)]),
        ("##One\na", [("one", 10, 1)]),
        ("##   \na", []),
        ("####### Seven\n", []),
        ("One\n---\n\na b", [("one", 10, 2)]),
        ("\nOne\n-\na", [("one", 11, 1)]),
        ("a\nOne\n---\nb", []),
        ("a\n\n---\n\nb", []),
        ("a | b\n--- | ---\nc | d", []),
        ("```\n## No\n```\n## One\n", [("one", 13, 0)]),
        ("~~~ text\n```\n## No\n~~~\n## One\na", [("one", 14, 1)]),
        ("````\n```\n## No\n````\n## One", [("one", 14, 0)]),
        ("```\n## One\na", [("one", 11, 1)]),
        ("<!-- Say more\n## No\n-->\n## One\na <!-- not\nme --> b", [("one", 13, 2)]),
        ("`<!--` stays\n\n## One\na", [("one", 12, 1)]),
        ("<!-- never closed\n## One\na", [("one", 11, 1)]),
        ("## One\n```\nfenced words\n```\nb", [("one", 10, 1)]),
        ("## One\na\n## One\nb c", [("one", 10, 1), ("one", 12, 2)]),
    ],
)
def test_sections(text, found) -> None:
    assert sections(text) == found


def test_words_are_those_of_all_sections_and_of_what_stands_before() -> None:
    assert outline("a b\n\n## One\n\nc\n\n# Two\n\nd").words == 4


def links(text: str) -> list[tuple[str, int, int]]:
    return [(each.target, each.line, each.column) for each in outline(text, 1).links if not each.wiki]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[a](b.pdf)", [("b.pdf", 1, 5)]),
        ("x\n é [a](b.pdf), [c](d)", [("b.pdf", 2, 8), ("d", 2, 20)]),
        ("[a](my plan.pdf)", [("my plan.pdf", 1, 5)]),
        ("[a](<my plan.pdf>)", [("my plan.pdf", 1, 5)]),
        ("[a](plan_(final).pdf)", [("plan_(final).pdf", 1, 5)]),
        ('[a](b.pdf "a (good) title")', [("b.pdf", 1, 5)]),
        ("[a](b.pdf 'title')", [("b.pdf", 1, 5)]),
        ("[a]( b.pdf )", [("b.pdf", 1, 6)]),
        ("[a]()", [("", 1, 5)]),
        ("[one\ntwo](b.pdf)", [("b.pdf", 2, 6)]),
        ("[one\n\ntwo](b.pdf)", []),
        ("[a [b] c](d.pdf)", [("d.pdf", 1, 11)]),
        ("[[a]](b.pdf)", [("b.pdf", 1, 7)]),
        ("[![alt](p.png)](b.pdf)", [("b.pdf", 1, 17)]),
        ('[![alt](p.png "t (u)")](b.pdf "v")', [("b.pdf", 1, 25)]),
        ("[a]: b.pdf\n\n[a] and [c][A]", [("b.pdf", 1, 6)]),
        ("[unused]: b.pdf", [("b.pdf", 1, 11)]),
        ("[^1]: a note [a](b.pdf)", [("b.pdf", 1, 18)]),
        ("`[a](b)` and ``[a](`b)`` [c](d)", [("d", 1, 30)]),
        ("\\[a](b)", []),
        ("\\![a](b)", [("b", 1, 7)]),
        ("```\n[a](b)\n```", []),
        ("<!-- [a](b) -->", []),
        ("[a] (b)", []),
        ("[ ] a box, [x] ticked", []),
    ],
)
def test_links(text, found) -> None:
    assert links(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[[feedback]]", [("feedback", 1, 1)]),
        ("a [[basics/feedback|words]] [[b]]", [("basics/feedback", 1, 3), ("b", 1, 29)]),
        ("`[[feedback]]`", []),
        ("[[a](b.pdf)", []),
        ("[[a\nb]]", []),
    ],
)
def test_references_to_competencies(text, found) -> None:
    assert [(each.target, each.line, each.column) for each in outline(text).links if each.wiki] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("![A wall](w.png)", [("w.png", "A wall", 1, 1)]),
        ("![](w.png)", [("w.png", "", 1, 1)]),
        ("![ ](w.png)", [("w.png", "", 1, 1)]),
        ("![a\nwall](w.png)", [("w.png", "a wall", 1, 1)]),
        ('![a](w (1).png "t (u)")', [("w (1).png", "a", 1, 1)]),
        ("x [![a](w.png)](b.pdf)", [("w.png", "a", 1, 4)]),
        ("![A wall][w]\n\n[w]: w.png", [("w.png", "A wall", 1, 1)]),
        ("![][w]\n\n[W]: <w.png> 'title'", [("w.png", "", 1, 1)]),
        ("![w][]\n\n[w]: w.png", [("w.png", "w", 1, 1)]),
        ("![w]\n\n[w]: w.png", [("w.png", "w", 1, 1)]),
        ("![A wall][nowhere]", []),
        ("!\\[a](w.png)", []),
        ("`![a](w.png)`", []),
        ("`a\n```\n`![a](w.png)\n```", []),
        ("`a\n```\n`![a](w.png)", [("w.png", "a", 3, 2)]),
    ],
)
def test_pictures(text, found) -> None:
    pictures = outline(text).pictures
    assert [(each.target, each.alt, each.line, each.column) for each in pictures] == found


def test_a_definition_that_only_a_picture_uses_is_no_link() -> None:
    assert links("![a][w]\n\n[w]: w.png") == []
    assert links("![a][w] and [b][w]\n\n[w]: w.png") == [("w.png", 3, 6)]


def test_what_is_blanked_out_keeps_every_place() -> None:
    text = "a `b` <!-- c\nd --> \\* e\n```\nf\n```\ng"
    ends = [at for at, letter in enumerate(text) if letter == "\n"]
    masked = mask(text)
    for each in (masked.shown, masked.plain):
        assert len(each) == len(text)
        assert [at for at, letter in enumerate(each) if letter == "\n"] == ends
    assert masked.shown.split() == ["a", "`b`", "\\*", "e", "g"]
    assert masked.plain.split() == ["a", "e", "g"]


@pytest.mark.parametrize(
    "piece",
    [
        "[a ",
        "[a [b] ",
        "![a](",
        "[a]((",
        "```a\n",
        "`` ` ",
        "<!-- ",
        "<a ",
        "[a]: b\n",
        "[a][b]",
        "\\[",
        '[a](b "',
        "a\n-\n",
        "#",
    ],
)
def test_no_text_takes_long(piece) -> None:
    text = piece * (200_000 // len(piece))
    start = time.process_time()
    outline(text)
    assert time.process_time() - start < 5

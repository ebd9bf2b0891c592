"""What teachers ordinarily write must arrive."""

from __future__ import annotations

import pytest

from proofolio.adapters.rendering.links import Target
from proofolio.adapters.rendering.markdown import MarkdownConverter

ORDINARY = [
    ("plain words", "<p>plain words</p>"),
    ("*one* **two** ***three***", "<em>one</em> <strong>two</strong> <strong><em>three</em></strong>"),
    ("~~no longer~~", "<del>no longer</del>"),
    ("a `x < y` b", "<code>x &lt; y</code>"),
    ("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>"),
    ("3. three\n4. four", '<ol start="3">\n<li>three</li>'),
    ("I saw:\n- one\n- two", "<p>I saw:</p>\n<ul>\n<li>one</li>"),
    ("I saw:\n1. one\n2. two", "<p>I saw:</p>\n<ol>\n<li>one</li>"),
    ("In that year,\n2024. was long", "<p>In that year,\n2024. was long</p>"),
    ("- one\n    more\n- two", "<li>one\n    more</li>\n<li>two</li>"),
    ("- [ ] to do\n- [x] done", "<li>☐ to do</li>\n<li>☑ done</li>"),
    ("- a\n    - b", "<li>a<ul>\n<li>b</li>"),
    ("> said a learner", "<blockquote>\n<p>said a learner</p>"),
    ("| a | b |\n|:--|--:|\n| 1 | 2 |", '<td align="left">1</td>\n<td align="right">2</td>'),
    ("```python\nprint(1 < 2)\n```", '<pre><code class="language-python">print(1 &lt; 2)\n</code></pre>'),
    ("```\n- not a list\n```\ntext", "<pre><code>- not a list\n</code></pre>"),
    ("one  \ntwo", "<br>\ntwo"),
    ("---", "<hr>"),
    ("half[^1]\n\n[^1]: Of 26.", '<li id="user-content-fn:1">\n<p>Of 26.'),
    (
        "half[^1]\n\n[^1]: Of 26.",
        '<sup id="user-content-fnref:1"><a href="#user-content-fn:1" class="footnote-ref"',
    ),
    ("[plan](plan.pdf)", '<a href="/site/plan.pdf" rel="noopener nofollow ugc">plan</a>'),
    ("[my plan](<plan.pdf>)", ">my plan</a>"),
    ('[plan](plan.pdf "of May")', 'title="of May"'),
    ("[school](https://example.org/a?b=1&c=2#d)", 'href="https://example.org/a?b=1&amp;c=2#d"'),
    (
        "<https://example.org/>",
        '<a href="https://example.org/" rel="noopener nofollow ugc">https://example.org/</a>',
    ),
    ("<me@example.org>", '<a href="mailto:me@example.org" rel="noopener nofollow ugc">me@example.org</a>'),
    ("[s][1]\n\n[1]: https://example.org", '<a href="https://example.org" rel'),
    ("[up](#context)", '<a href="#user-content-context"'),
    ("[[mastery]]", '<a href="/site/mastery/" rel="noopener nofollow ugc">Mastery approach</a>'),
    ("[[mastery|the way we teach]]", ">the way we teach</a>"),
    ("[[mastery\\|x]] and `[[mastery]]`", "<code>[[mastery]]</code>"),
    ("[[nowhere]] stays", "<p>nowhere stays</p>"),
    ("[[nowhere|my words]]", "<p>my words</p>"),
    ("[gone](gone.pdf)", "<p>gone</p>"),
    (
        "![A wall of notes](wall.jpg)",
        '<img src="/site/wall.jpg" alt="A wall of notes" width="800" height="600" loading="lazy">',
    ),
    ("![A wall](gone.jpg)", '<span class="not-shown">(picture not shown: A wall)</span>'),
    ("![](https://example.org/x.png)", '<span class="not-shown">(picture not shown)</span>'),
    (
        "[![w](wall.jpg)](plan.pdf)",
        '<a href="/site/plan.pdf" rel="noopener nofollow ugc"><img src="/site/wall.jpg"',
    ),
    ("H<sub>2</sub>O, 10<sup>3</sup>, <kbd>Tab</kbd>, <mark>this</mark>", "H<sub>2</sub>O, 10<sup>3</sup>"),
    (
        "<details open><summary>More</summary>\n<p>inside</p></details>",
        '<details open=""><summary>More</summary>',
    ),
    ("<p lang=es dir=ltr>hola</p>", '<p lang="es" dir="ltr">hola</p>'),
    ("<ruby>漢<rt>kan</rt></ruby>", "<ruby>漢<rt>kan</rt></ruby>"),
    ("a &amp; b, 3 < 4, 5 > 4, AT&T &copy;", "a &amp; b, 3 &lt; 4, 5 &gt; 4, AT&amp;T ©"),
    ("تعلّمت أن أستمع", "تعلّمت أن أستمع"),
    ("\ufeffwith a mark\r\n\r\nand Windows lines\r\n", "<p>and Windows lines</p>"),
    ("before <!-- a prompt --> after", "<p>before  after</p>"),
    ("\\*not emphasis\\*", "<p>*not emphasis*</p>"),
    ("smile 😀 – “quoted”", "smile 😀 – “quoted”"),
]


def resolve(href: str) -> Target | None:
    known = {
        "plan.pdf": Target("/site/plan.pdf"),
        "wall.jpg": Target("/site/wall.jpg", width=800, height=600),
        "[[mastery]]": Target("/site/mastery/", "Mastery approach"),
    }
    return known.get(href)


@pytest.fixture(scope="module")
def converter() -> MarkdownConverter:
    return MarkdownConverter()


@pytest.mark.parametrize(("text", "expected"), ORDINARY)
def test_ordinary_writing_survives(converter: MarkdownConverter, text: str, expected: str) -> None:
    rendered = converter.convert(text, resolve)
    assert rendered.trouble is None
    assert expected in rendered.html


def test_right_to_left_and_left_to_right_lie_as_written(converter: MarkdownConverter) -> None:
    html = converter.convert("سلام", resolve).html
    assert html == '<div class="prose" dir="auto">\n<p dir="auto">سلام</p>\n</div>'


@pytest.mark.parametrize(
    ("wanted", "levels"), [(2, [2, 2, 3, 6]), (3, [3, 3, 4, 6]), (4, [4, 4, 5, 6]), (6, [6, 6, 6, 6])]
)
def test_headings_take_the_level_they_are_given(
    converter: MarkdownConverter, wanted: int, levels: list[int]
) -> None:
    rendered = converter.convert("# A\n## B\n### C\n###### D", resolve, heading_level=wanted)
    assert [each.level for each in rendered.headings] == levels
    assert f'<h{levels[2]} id="user-content-c">C</h{levels[2]}>' in rendered.html


def test_headings_are_listed_with_their_ids(converter: MarkdownConverter) -> None:
    text = "## What I *did*\n\nTitle\n-----\n## What I did\n## Où ça ?\n## \u00bf\n"
    rendered = converter.convert(text, resolve, prefix="user-content-review-2-")
    assert [(each.id, each.title) for each in rendered.headings] == [
        ("user-content-review-2-what-i-did", "What I did"),
        ("user-content-review-2-title", "Title"),
        ("user-content-review-2-what-i-did-2", "What I did"),
        ("user-content-review-2-où-ça", "Où ça ?"),
        ("user-content-review-2-section", "¿"),
    ]
    assert all(f' id="{each.id}">' in rendered.html for each in rendered.headings)


def test_headings_within_headings_come_out_whole(converter: MarkdownConverter) -> None:
    rendered = converter.convert("<h2><span><h3>inner</h3></span> outer</h2>", resolve)
    assert [each.title for each in rendered.headings] == ["inner", "inner outer"]
    assert rendered.html.count("<h") == rendered.html.count("</h")


def test_plain_has_the_words_and_nothing_else(converter: MarkdownConverter) -> None:
    text = (
        "## Context\n\nI *asked*[^1]\n[[mastery]].\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n![A wall](wall.jpg)\n\n[^1]: Twice."
    )
    assert converter.convert(text, resolve).plain.split("\n") == [
        "Context",
        "I asked Mastery approach.",
        "a b",
        "1 2",
        "A wall",
        "Twice.",
    ]


def test_nothing_comes_of_nothing(converter: MarkdownConverter) -> None:
    for text in ("", " \n", "<!-- only a prompt -->"):
        rendered = converter.convert(text, resolve)
        assert (rendered.html, rendered.plain, rendered.trouble) == ("", "", None)


def test_the_same_text_is_placed_anew_for_each_page(converter: MarkdownConverter) -> None:
    first = converter.convert("[plan](plan.pdf)", resolve).html
    second = converter.convert("[plan](plan.pdf)", lambda _: Target("../plan.pdf")).html
    assert 'href="/site/plan.pdf"' in first
    assert 'href="../plan.pdf"' in second


@pytest.mark.parametrize(
    ("level", "prefix"), [(1, "user-content-"), (7, "user-content-"), (2, ""), (2, "x-")]
)
def test_a_place_that_no_page_has_is_refused(converter: MarkdownConverter, level: int, prefix: str) -> None:
    with pytest.raises(ValueError, match="no such place"):
        converter.convert("x", resolve, level, prefix)

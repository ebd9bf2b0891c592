"""Review files as text: nothing breaks out of the front matter, nothing of a hand is lost."""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from proofolio.adapters.files.outline import outline
from proofolio.adapters.files.read import guard_body
from proofolio.adapters.files.text import decode, split
from proofolio.core.harvesting import prose
from proofolio.core.harvesting.file import Findings, replacing, review_file, sealed
from proofolio.core.harvesting.outcome import Result
from proofolio.core.model.review import Verdict

HERE = "https://github.com/cedar-valley/portfolios/pull/12#pullrequestreview-1"
DIGEST = "sha256:" + "ab" * 32


def made(text: str = "Good.", step: str = "show two learners", **changes: str) -> str:
    found = Findings(
        DIGEST, Verdict.REVISE, {"pacing": "developing"}, {"pacing": step}, changes.get("source", HERE)
    )
    return review_file(found, text)


@pytest.mark.parametrize(
    "step",
    ["a: b", "- a", "#x", "'", '"', "yes", "null", "{a}", "a\nverdict: met", "---", "12", "…", "\\", "a #b"],
)
def test_a_next_step_is_quoted_where_it_must_be(step: str) -> None:
    parts = split(made(step=step), "x.md")
    data = yaml.safe_load(parts.yaml)
    assert data["next_steps"]["pacing"] == " ".join(step.split())
    assert data["verdict"] == "revise"


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300), st.text(min_size=1, max_size=80))
def test_any_text_makes_a_file_that_loads(text: str, step: str) -> None:
    whole = made(text, step)
    decoded = decode(whole.encode("utf-8"), "x.md")
    assert isinstance(decoded, str)
    parts = split(decoded, "x.md")
    assert set(yaml.safe_load(parts.yaml)) == {"reviewed", "ratings", "next_steps", "verdict", "source"}
    assert guard_body(parts.body, "x.md", 1) == []


_LINKS = ["[a]", "(b)", "](", "[[x]]", "![", "!", "[", "]", ")", "[r]: x", "\n[r]: data:x\n", "![a][r]"]
_TAGS = ["<img src=x>", "<a href='javascript:x'>", "<!--", "-->", "<![CDATA[", "<b>", "https://x.example/a"]
_ROWS = [
    "\n",
    "---\n",
    "# h\n",
    "> ",
    "- ",
    "`",
    "```\n",
    "~~~\n",
    "    ",
    "|a|b|\n",
    "\t",
    "\\",
    "&#106;",
    "é",
]
_PIECES = st.sampled_from([*_LINKS, *_TAGS, *_ROWS])


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES, max_size=25).map("".join))
@example("`[a]```\n```\n[r]: data:x\n`[r]: x")
@example("`\n[r]: data:x\n```\n`<img src=x>")
def test_a_body_links_nowhere_but_to_the_web_and_shows_no_picture(text: str) -> None:
    found = outline(prose.body(text))
    assert found.pictures == ()
    assert all(link.target.startswith("https://") and not link.wiki for link in found.links)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Big\n### Bigger", "#### Big\n###### Bigger"),
        ("a\n---\nb", "a\n* * *\nb"),
        ("Title\n=====", "Title\n* * *"),
        ("Thanks @amina-y, see a@b.example", "Thanks amina-y, see a@b.example"),
        ("![wall](https://x.example/a.png)", "[wall](https://x.example/a.png)"),
        ('<img width="1" alt="wall" src="https://x.example/a.png">', "[wall](https://x.example/a.png)"),
        ("<b>x</b> and 1 < 2", "&lt;b>x&lt;/b> and 1 < 2"),
        ("[a](javascript:alert(1))", "[a] (javascript:alert(1))"),
        ("[a](../secret.md) [b](https://b.example)", "a [b](https://b.example)"),
        ("[![x](https://a.example/i.png)](javascript:y)", "[ [x](https://a.example/i.png)] (javascript:y)"),
        ("[[nothing]]", "[ [nothing]]"),
        ("[[[x]]", "[ [ [x]]"),
        ("![r]: javascript:x", "[r] : javascript:x"),
        ("<!--```\nx\n```\n<img src=x>", "&lt;!--''\nx\n```\n<img src=x>\n```"),
        ("`a` *b* **c**", "`a` *b* **c**"),
        ("```\n@amina <b>\n```", "```\n@amina <b>\n```"),
        ("```\nnever closed", "```\nnever closed\n```"),
        ("a\u202eb\x00c\u200bd", "abcd"),
        ("a\r\n\r\n\r\n\r\nb", "a\n\nb"),
    ],
)
def test_a_body_stays_markdown_and_breaks_nothing(text: str, expected: str) -> None:
    assert prose.body(text) == expected


def test_a_body_is_cut_with_its_fence_closed() -> None:
    cut = prose.body("```\n" + "line\n" * 10_000)
    assert len(cut.encode()) <= prose.LONGEST_BODY
    assert cut.endswith("```\n… (the rest was left out)")


def test_a_step_is_one_plain_line() -> None:
    assert prose.step(" a\n<b>@amina\x00 \u202e") == "a ‹b>amina"


@pytest.mark.parametrize("address", ["javascript:x", "https://x y", 'https://x"', "", "https://x\n---", None])
def test_an_odd_address_is_left_out(address: str | None) -> None:
    assert "source" not in made(source=address)  # type: ignore[arg-type]


def test_a_file_is_replaced_only_as_it_was_harvested() -> None:
    old, new = sealed(made("Old.")), sealed(made("New."))
    assert replacing(None, new, {HERE}) == (Result.WRITTEN, new)
    assert replacing(new, new, {HERE})[0] is Result.UNCHANGED
    assert replacing(new.replace("\n", "\r\n"), new, {HERE})[0] is Result.UNCHANGED
    assert replacing(old, new, {HERE}) == (Result.WRITTEN, new)
    assert replacing(old, new, {HERE + "2"})[0] is Result.KEPT
    assert replacing(made("By hand."), new, {HERE})[0] is Result.KEPT
    assert replacing(old.replace("Old.", "Older."), new, {HERE})[0] is Result.KEPT
    body = sealed(made(f"source: {HERE}", source="https://elsewhere.example/1"))
    assert replacing(body, new, {HERE})[0] is Result.KEPT


def test_the_rubric_of_the_ratings_stays() -> None:
    def of(rubric: str, text: str) -> str:
        found = Findings(DIGEST, Verdict.MET, {"pacing": "proficient"}, {}, HERE, "sha256:" + rubric * 64)
        return sealed(review_file(found, text))

    assert replacing(of("1", "Old."), of("2", "Old."), {HERE})[0] is Result.UNCHANGED
    result, text = replacing(of("1", "Old."), of("2", "New."), {HERE})
    assert result is Result.WRITTEN
    assert text == of("1", "New.")
    assert re.search(r"New\.", text)

"""A text of one's own stays as it was typed, and within its section."""

from __future__ import annotations

import re
import time
from html import unescape

import pytest
from tests.core.drafting.texts import MARKDOWN, NASTY

from proofolio.adapters.files.mask import mask
from proofolio.adapters.files.outline import outline
from proofolio.adapters.files.read import guard_body
from proofolio.core.drafting.answers import clean
from proofolio.core.drafting.placed import placed

KEPT = (
    "Plain words.",
    "- one\n- two\n  1. deeper",
    "*loud* **louder** [words](https://a.example) ![what one sees](pace.png) [[agency|their choice]]",
    "| a | b |\n| --- | --- |\n| 1 | 2 |",
    "> said a learner",
    "```py\n## not a heading\n<b>\n```",
    "Write `<p>` for a paragraph.",
    "2 < 3, and <3 too",
    "trailing  \nspaces make a line end",
    "### A heading below the section's\n\nwords",
    "https://a.example/b?c=d&e",
    "<https://a.example>",
)


@pytest.mark.parametrize("text", KEPT)
def test_markdown_is_its_authors(text: str) -> None:
    assert placed(text) == text


CHANGED = {
    "## Mine": "### Mine",
    "# Mine": "### Mine",
    "#hashtag": "\\#hashtag",
    "words\n---": "words\n\n---",
    "words\n===": "words\n\n===",
    "<div>": "&lt;div>",
    "<!-- said and never closed": "&lt;!-- said and never closed",
    "\\<b>": "\\&lt;b>",
    "a ` b <i> ` c": "a ` b <i> ` c",
    "a ` b <i>": "a ` b &lt;i>",
    "```\nnever closed": "\\```\nnever closed",
    "```\n````": "\\```\n\\````",
    "one\r\ntwo\rthree\x00\u202e": "one\ntwo\nthree",
    "\n\nwords\n\n": "words",
}


@pytest.mark.parametrize("text", CHANGED)
def test_what_would_reach_further_becomes_text(text: str) -> None:
    assert placed(text) == CHANGED[text]


def test_a_starter_that_was_left_as_it_is_counts_no_words_and_stays_to_be_seen() -> None:
    starter = "I knew -- when …"
    made = placed(f"Mine.\n  I knew  -- when …\n{starter} they said so.", [starter])
    assert made == f"Mine.\n\n<!-- I knew – when … -->\n\n{starter} they said so."
    assert outline(f"## A\n\n{made}\n").sections[0].words == 7


@pytest.mark.parametrize(
    "text", [*MARKDOWN, *NASTY, *("\n\n".join((*MARKDOWN[at:], "end")) for at in range(0, 50, 7))]
)
def test_nothing_leaves_its_section_and_nothing_is_lost(text: str) -> None:
    body = f"## One\n\n{placed(text)}\n\n## Two\n\nafter\n"
    assert [each.title for each in outline(body).sections] == ["One", "Two"]
    assert mask(body).shown.rstrip().endswith("## Two\n\nafter")
    assert guard_body(body, "index.md", 1) == []
    assert _letters(text) in _letters(body)


def test_no_text_takes_long() -> None:
    began = time.perf_counter()
    for text in (
        "```x\n" * 6_000,
        "`" * 30_000,
        "` `` " * 6_000,
        "<a" * 15_000,
        "~~~\n```\n" * 3_000,
        "[" * 30_000,
    ):
        placed(text)
    assert time.perf_counter() - began < 5


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", unescape(clean(text)))

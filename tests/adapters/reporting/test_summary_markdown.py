"""The comment: it reads like a colleague's, and whatever a stranger wrote stays text."""

from __future__ import annotations

import os
import re
from pathlib import Path

import markdown
import pytest
from tests.adapters.reporting.summaries import (
    EVIL_OFFER,
    HOSTILE,
    SITUATIONS,
    hostile,
    summary,
    trouble,
    work,
)

from proofolio.adapters.reporting.summary_markdown import MOST, summary_markdown

GOLDEN = Path(__file__).parent / "golden"
SITE = "https://cedar-valley.example.org/"
FILES = "https://github.com/cedar/valley/blob/" + "b" * 40
FORGE = 65_536


@pytest.mark.parametrize("name", SITUATIONS)
def test_golden(name: str) -> None:
    text = summary_markdown(SITUATIONS[name], SITE, FILES)
    golden = GOLDEN / f"{name}.md"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SITUATIONS)
def test_the_next_step_comes_first_and_complete_is_never_shown_as_competent(name: str) -> None:
    given = SITUATIONS[name]
    text = summary_markdown(given)
    assert text.startswith("## N")
    for row in re.findall(r"A machine looked\. \| (.*) \|", text):
        assert not re.search(r"competent|mastery|\bmet\b", row, re.IGNORECASE)
    if not any(each.competent for each in given.works):
        assert "Competent:" not in text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    made = summary_markdown(hostile(text), SITE, FILES)
    outside = _without_offer(made).replace("&#8203;", "\u200b")
    assert not re.search(r"@[\w-]|#\d|\bGH-\d|!\[", outside)
    assert not re.search(r"(?<!<)https?://(?!cedar-valley|github\.com/cedar)|www\.", outside)
    html = markdown.markdown(outside, extensions=["tables"])
    tags = set(re.findall(r"<([a-z0-9]+)", html))
    assert tags <= {*("h2", "h3", "p", "ul", "li", "a", "strong", "em", "code", "hr", "br"), *_TABLE, *_FOLD}
    for address in re.findall(r'href="([^"]*)"', html):
        assert address.startswith((SITE, FILES))
    assert html.count("<h2") == 1
    assert html.count("<h3") == 4
    assert not any(line.lstrip().startswith("::") for line in made.splitlines())
    assert "##[" not in outside


_TABLE = ("table", "thead", "tbody", "tr", "th", "td")
_FOLD = ("details", "summary")


def _without_offer(text: str) -> str:
    """The text with the fenced block taken out, which must be the only one and whole."""
    fence = "`" * 6
    before, _, rest = text.partition(f"{fence}text\n")
    block, end, after = rest.partition(f"\n{fence}\n")
    assert end, "the fence is closed"
    assert fence not in block
    assert [line.strip().replace(": :", "::") for line in block.split("\n")] == [
        line.strip() for line in EVIL_OFFER.split("\n")
    ]
    assert fence not in before + after
    return f"{before}{after}"


def test_no_text_of_the_report_becomes_an_address() -> None:
    text = summary_markdown(hostile("https://evil.example"), None, None)
    assert "](" not in text


@pytest.mark.parametrize("path", ["a b/(c).md", "ä/ü.md", "a%2f..%2f.md", "x>y<z.md", "q?x#y.md"])
def test_addresses_of_files_are_quoted(path: str) -> None:
    text = summary_markdown(summary(findings=(trouble(file=path),)), SITE, FILES)
    (address,) = re.findall(r"\]\(<(https://github[^>]*)>\)", text)
    assert re.fullmatch(r"[A-Za-z0-9/:.%#_~-]+", address)
    assert address.count("#") == 1


def test_two_hundred_findings_are_twenty_and_a_number() -> None:
    text = summary_markdown(SITUATIONS["many"])
    assert text.count("did you mean pacing?") == 20
    assert "- and 180 more\n" in text


def test_it_always_fits() -> None:
    wide = "Ü*" * 190
    found = summary(
        works=tuple(work(title=wide, missing=(wide,) * 20, offer="x" * 4_000) for _ in range(20)),
        findings=tuple(trouble(message=wide, hint=wide) for _ in range(40)),
        refused=tuple(trouble(message=wide, hint=wide) for _ in range(40)),
    )
    text = summary_markdown(found, SITE, FILES)
    assert len(text) <= MOST < FORGE
    assert "There is more than fits here" in text
    assert text.count("`" * 3) % 2 == 0
    assert text.count("<details>") == text.count("</details>")

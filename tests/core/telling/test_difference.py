"""The difference between two texts reads like English, and is exact."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.telling.versions import shown

from proofolio.core.model.story import SectionChange, Span
from proofolio.core.telling.difference import difference, kept
from proofolio.core.telling.fold import fold
from proofolio.core.telling.passage import passages

ONE = "I taught the unit in ten lessons. The class liked the cook. We priced a menu."

READABLE = {
    "nothing": (ONE, ONE, None),
    "only wrapped": (ONE, ONE.replace(" The", "\nThe"), None),
    "only line ends": ("One\n\ntwo", "One\r\n\r\ntwo", None),
    "one word": (
        ONE,
        ONE.replace("ten", "fourteen"),
        "I taught the unit in [-ten-] {+fourteen+} lessons. The class liked the cook. We priced a menu.",
    ),
    "a number": ("It rose to 65 percent.", "It rose to 78%.", "It rose to [-65 percent.-] {+78%.+}"),
    "a sentence added": (
        ONE,
        ONE.replace("We priced", "They asked for more. We priced"),
        "I taught the unit in ten lessons. The class liked the cook. "
        "{+They asked for more.+} We priced a menu.",
    ),
    "a sentence moved": (
        "First this. Then that one. At last the end.",
        "Then that one. First this. At last the end.",
        "[-First this.-] Then that one. {+First this.+} At last the end.",
    ),
    "a paragraph added": ("One.\n\nTwo.", "One.\n\nNew here.\n\nTwo.", "One. ¶ {+New here.+} ¶ Two."),
    "a paragraph like its neighbour": (
        "The class met the cook.\n\nThe class priced a menu.",
        "The class met the cook.\n\nThe class ate.\n\nThe class priced a menu.",
        "The class met the cook. ¶ {+The class ate.+} ¶ The class priced a menu.",
    ),
    "a paragraph removed": ("One.\n\nGone here.\n\nTwo.", "One.\n\nTwo.", "One. ¶ [-Gone here.-] ¶ Two."),
    "an item added": ("- one\n- two", "- one\n- new\n- two", "- one / {+- new+} / - two"),
    "a link's words": (
        "See [the plan](plan.pdf) here.",
        "See [the new plan](plan.pdf) here.",
        "See the {+new+} plan here.",
    ),
    "a link elsewhere": (
        "See [it](https://one.example.org/x).",
        "See [it](https://two.example.org/x).",
        "See it [-(one.example.org).-] {+(two.example.org).+}",
    ),
    "islands are no help": (
        "The date sets the pace and I help the slow ones at my table.",
        "A learner moves when ready and I watch over all of them from afar.",
        "[-The date sets the pace and I help the slow ones at my table.-] "
        "{+A learner moves when ready and I watch over all of them from afar.+}",
    ),
    "from nothing": ("", "All of it.", "{+All of it.+}"),
    "to nothing": ("All of it.", "", "[-All of it.-]"),
    "everything": ("One two three.", "Four five.", "[-One two three.-] {+Four five.+}"),
    "accents": ("Élève était là.", "Élève est là.", "Élève [-était-] {+est+} là."),
    "right to left": ("הילד קרא ספר טוב", "הילד קרא ספר רע", "הילד קרא ספר [-טוב-] {+רע+}"),
    "ideographs": ("学生喜欢数学课", "学生喜欢语文课", "学生喜欢[-数学-]{+语文+}课"),
    "emphasis": ("It was good.", "It was **good**.", "It was [-good.-] {+**good**.+}"),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after", "wanted"), READABLE.values(), ids=READABLE)
def test_it_reads_like_english(before: str, after: str, wanted: str | None) -> None:
    found = difference(passages(before), passages(after))
    assert [shown(each.words) for each in found] == ([] if wanted is None else [wanted])


def told(before: str, after: str) -> list[tuple[str, str | None, str]]:
    return [
        (each.title, each.before, shown(each.words)) for each in difference(passages(before), passages(after))
    ]


def test_only_sections_that_changed_are_told_in_reading_order() -> None:
    before = "## Context\nSame.\n\n## Reflection\nOld words."
    after = "## Context\nSame.\n\n## What I did\nNew.\n\n## Reflection\nNew words."
    assert told(before, after) == [
        ("What I did", None, "{+New.+}"),
        ("Reflection", None, "[-Old-] {+New+} words."),
    ]


def test_a_section_with_another_name_is_the_same_section() -> None:
    before = "## Thoughts\nI would ask each learner once.\n\n## Gone\nBye now."
    after = "## Reflection\nI would ask each learner twice."
    assert told(before, after) == [
        ("Reflection", "Thoughts", "I would ask each learner [-once.-] {+twice.+}"),
        ("Gone", None, "[-Bye now.-]"),
    ]


def test_two_sections_of_one_name_stay_apart() -> None:
    before = "## Day\nOne.\n\n## Day\nTwo."
    assert told(before, before.replace("Two", "Three")) == [("Day", None, "[-Two.-] {+Three.+}")]


def test_words_are_counted_and_signs_are_not() -> None:
    (found,) = difference(passages("a - b c d e f"), passages("a b c d e f"))
    assert (found.added, found.removed) == (0, 0)
    (found,) = difference(passages(ONE), passages(ONE.replace("ten", "about twelve")))
    assert (found.added, found.removed) == (2, 1)


LINE = " ".join(f"word{number}" for number in range(60))


def test_what_stayed_is_folded_but_for_its_edges() -> None:
    (found,) = difference(passages(f"Old. {LINE} Old."), passages(f"New. {LINE} New."))
    text = shown(fold(found.words))
    assert text.startswith("[-Old.-] {+New.+} word0 word1")
    assert text.endswith("word58 word59 [-Old.-] {+New.+}")
    assert text.count("…") == 1
    assert len(text.split()) < 30


def test_a_fold_keeps_whole_sentences_and_paragraphs() -> None:
    (found,) = difference(
        passages(f"Start. {LINE}.\n\nIt is Old."), passages(f"Start. {LINE}.\n\nIt is New.")
    )
    assert shown(fold(found.words)) == "… ¶ It is [-Old.-] {+New.+}"


def test_words_that_did_not_stay_are_known() -> None:
    early, present = "One canary two. Kept here.", "Three. Kept here."
    flags = kept(passages(early), passages(present))
    (change,) = difference(passages(""), passages(early), flags, (), frozenset())
    assert [(each.text.strip(), each.stands) for each in change.words] == [
        ("One canary two.", False),
        ("Kept here.", True),
    ]


WORDS = st.sampled_from(
    [
        "the",
        "a",
        "pace",
        "class",
        "moved.",
        "I",
        "and",
        "Maria",
        "\n\n",
        "\n- so",
        "数学",
        "؟",
        "é",
        "|",
        "**x**",
    ]
)
TEXTS = st.lists(WORDS, max_size=60).map(" ".join)


def squeezed(text: str) -> str:
    return "".join(text.split())


def joined(change: SectionChange, *spans: Span) -> str:
    return squeezed("".join(each.text for each in change.words if each.span in spans))


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS)
def test_same_and_added_are_the_new_text_same_and_removed_the_old(before: str, after: str) -> None:
    found = difference(passages(before), passages(after))
    if squeezed(before) == squeezed(after):
        return
    (change,) = found
    assert joined(change, Span.SAME, Span.ADDED) == squeezed(after)
    assert joined(change, Span.SAME, Span.REMOVED) == squeezed(before)


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS)
def test_a_fold_loses_nothing_that_changed(before: str, after: str) -> None:
    for change in difference(passages(before), passages(after)):
        folded = fold(change.words)
        for span in (Span.ADDED, Span.REMOVED):
            assert [each for each in folded if each.span is span] == [
                each for each in change.words if each.span is span
            ]


@pytest.mark.parametrize("kind", ["random", "shuffled", "every seventh", "one word", "two words"])
def test_long_texts_are_told_exactly(kind: str) -> None:
    dice = random.Random(kind)
    words = [dice.choice(ONE.split()) for _ in range(5_000)]
    other = {
        "random": [dice.choice(ONE.split()) for _ in range(5_000)],
        "shuffled": sorted(words),
        "every seventh": [each if at % 7 else f"new{at}" for at, each in enumerate(words)],
        "one word": ["a"] * 5_000,
        "two words": ["a", "the"] * 2_500,
    }[kind]
    (change,) = difference(passages(" ".join(words)), passages(" ".join(other)))
    assert joined(change, Span.SAME, Span.ADDED) == "".join(other)
    assert joined(change, Span.SAME, Span.REMOVED) == "".join(words)

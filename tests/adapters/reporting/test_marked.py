"""Changed words in a terminal: told apart with and without colours, wrapped, and harmless."""

from __future__ import annotations

import re

import pytest

from proofolio.adapters.reporting.marked import marked
from proofolio.adapters.reporting.visible import width
from proofolio.core.model.story import Span, Words

SAME, ADDED, REMOVED = Span.SAME, Span.ADDED, Span.REMOVED
RUNS = (
    Words(SAME, "We met"),
    Words(REMOVED, " once a week."),
    Words(ADDED, " every day.\n\nAnd then again."),
)


def test_signs_stand_around_each_run_in_each_paragraph() -> None:
    assert list(marked(RUNS, 80, colour=False)) == [
        "We met [-once a week.-] {+every day.+}",
        "",
        "{+And then again.+}",
    ]


def test_colours_underline_and_strike() -> None:
    first, _, last = marked(RUNS, 80, colour=True)
    assert first == "We met \x1b[31;9monce a week.\x1b[0m \x1b[32;4mevery day.\x1b[0m"
    assert last == "\x1b[32;4mAnd then again.\x1b[0m"


@pytest.mark.parametrize("colour", [True, False])
def test_lines_are_wrapped_to_the_terminal(colour: bool) -> None:
    runs = [Words(span, " word" * 30) for span in (SAME, ADDED, REMOVED)]
    lines = [re.sub("\x1b\\[[0-9;]*m", "", each) for each in marked(runs, 30, colour)]
    assert max(map(width, lines)) <= 30
    assert " ".join(lines).count("word") == 90


def test_runs_that_differ_only_in_what_stands_are_one() -> None:
    runs = (Words(ADDED, "one", stands=False), Words(ADDED, " two"))
    assert list(marked(runs, 80, colour=False)) == ["{+one two+}"]


def test_list_items_begin_lines() -> None:
    assert list(marked([Words(SAME, "- one\n- two")], 80, colour=False)) == ["- one", "- two"]


def test_nothing_in_a_text_moves_the_cursor() -> None:
    (line,) = marked([Words(ADDED, "a\x1b[2Jb\u202ec")], 80, colour=False)
    assert line == "{+a\ufffd[2Jb\ufffdc+}"

"""What a reviewer answers is what is kept, whichever way it goes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.drafting.said import DIGEST, TEXTS, WORK, demo, reviews

from proofolio.adapters.files.documents.review import ReviewDocument
from proofolio.adapters.files.outline import outline
from proofolio.adapters.files.read import guard_body
from proofolio.adapters.files.text import decode, split
from proofolio.adapters.files.yaml_reader import read_yaml
from proofolio.core.checking.body import check_body
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.drafting.reviewed import BELOW, ReviewAnswers, comment, reviewed
from proofolio.core.drafting.worded import step, worded
from proofolio.core.harvesting import prose
from proofolio.core.harvesting.block import Block
from proofolio.core.harvesting.lines import WORDS
from proofolio.core.harvesting.part import parts
from proofolio.core.harvesting.saying import Saying
from proofolio.core.harvesting.vocabulary import vocabulary
from proofolio.core.model.review import Review

DISTRICT = demo()
ASKED = sorted(DISTRICT.micro_credentials)
FILE = "portfolios/amina-yusuf/menu-maths/reviews/2026-11-22-rosa-diaz.md"


def read(asked: str, text: str) -> Block:
    """What harvesting reads in a comment."""
    words = vocabulary(DISTRICT, asked)
    assert words is not None
    saying = Saying(("review", 1), None, datetime(2026, 11, 22, tzinfo=UTC), None, text, "c0ffee", None)
    found = parts(saying, {WORK: words})
    assert found.unplaced == []
    assert found.text == []
    return found.blocks[WORK]


def loaded(text: str) -> Review:
    """The file as the loader reads it."""
    decoded = decode(text.encode(), FILE)
    assert isinstance(decoded, str), decoded
    whole = split(decoded, FILE)
    assert not hasattr(whole, "rule"), whole
    assert guard_body(whole.body, FILE, whole.body_line) == []
    data = read_yaml(whole.yaml, FILE)
    assert data.findings == []
    made = ReviewDocument.model_validate(data.data)
    return made.model(date(2026, 11, 22), "rosa-diaz", outline(whole.body, whole.body_line), Pointer(FILE))


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_comment_is_harvested_to_exactly_what_was_answered(data: st.DataObject) -> None:
    asked = DISTRICT.micro_credentials[data.draw(st.sampled_from(ASKED))]
    answers = data.draw(reviews(DISTRICT, asked))
    block = read(asked.id, comment(DISTRICT, asked, answers))
    recused = answers.verdict == "recused"
    given_ = {} if recused else {key: each for key, each in answers.ratings.items() if each}
    steps = {} if recused else {key: step(each) for key, each in answers.next_steps.items() if step(each)}
    assert block.ratings == given_
    assert {key: prose.step(each) for key, each in block.next_steps.items()} == steps
    assert block.version == DIGEST.removeprefix("sha256:")[:12]
    assert (block.verdict.value if block.verdict else "") == ("" if recused else answers.verdict)
    assert (block.recused is not None) == recused
    assert block.slips == []
    assert block.confirmed is None
    assert block.unclear is False
    for criterion, text in answers.strengths.items():
        if worded(text) and not recused:
            assert f"**{criterion}** – {worded(text)}" in block.text


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_the_file_says_what_the_comment_says(data: st.DataObject) -> None:
    asked = DISTRICT.micro_credentials[data.draw(st.sampled_from(ASKED))]
    answers = data.draw(reviews(DISTRICT, asked))
    answers = replace(answers, verdict=answers.verdict or "revise")
    block = read(asked.id, comment(DISTRICT, asked, answers))
    file = loaded(reviewed(DISTRICT, asked, answers))
    assert dict(file.ratings) == block.ratings
    assert dict(file.next_steps) == block.next_steps
    assert file.verdict.value == answers.verdict
    assert prose.body(block.text) == prose.body(file.body.text.strip("\n"))
    assert list(check_body(DISTRICT, file.body, Pointer(FILE))) == []


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_nothing_is_left_to_tame(text: str) -> None:
    assert prose.body(worded(text)) == worded(text)
    assert prose.step(step(text)) == step(text)
    assert step(step(text)) == step(text)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Show *two* learners", "Show two learners"),
        ("Ask: “Why?”", 'Ask: "Why?"'),
        ("“Ask why.”", "Ask why."),
        ("a\n  b", "a b"),
        ("…", ""),
        ("Write to @amina-y", "Write to amina-y"),
        ("x | y", "x / y"),
        ("2 * 3 = 6", "2 * 3 = 6"),
    ],
)
def test_a_next_step_is_one_plain_line(typed: str, kept: str) -> None:
    assert step(typed) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("A *fine* wall\n\n- one\n- two", "A *fine* wall\n\n- one\n- two"),
        ("see [the wall](https://a.example/w)", "see [the wall](https://a.example/w)"),
        ("see [plan](../plan.md) and [[x]]", "see \\[plan\\] (../plan.md) and \\[\\[x\\]\\]"),
        ("![wall](https://a.example/w.png)", "!\\[wall\\] (https://a.example/w.png)"),
        ("# Big", "\\# Big"),
        ("a\n---", "a\n* * *"),
        ("<b>x</b>", "&lt;b>x&lt;/b>"),
    ],
)
def test_words_stay_words(typed: str, kept: str) -> None:
    assert worded(typed) == kept


def test_both_name_the_same_line() -> None:
    assert BELOW.startswith(WORDS)


def test_a_second_block_below_the_words_of_the_first_is_read() -> None:
    asked = DISTRICT.micro_credentials[ASKED[0]]
    criteria = [each.id for each in DISTRICT.criteria_of(asked)]
    first = ReviewAnswers(
        work="/".join(WORK), ratings={criteria[0]: "proficient"}, words="Proficient, all of it"
    )
    second = ReviewAnswers(work="/".join(WORK), ratings={criteria[1]: "emerging"}, words="agency: emerging")
    block = read(asked.id, comment(DISTRICT, asked, first) + "\n" + comment(DISTRICT, asked, second))
    assert block.ratings == {criteria[0]: "proficient", criteria[1]: "emerging"}
    assert block.slips == []


def test_ratings_written_among_the_words_are_asked_about_when_there_are_no_others() -> None:
    criterion = next(iter(DISTRICT.criteria_of(DISTRICT.micro_credentials[ASKED[0]]))).id
    block = read(ASKED[0], f"{BELOW}\n\n{criterion}: proficient")
    assert block.ratings == {}
    assert [each.line for each in block.hints] == [f"{criterion}: proficient"]

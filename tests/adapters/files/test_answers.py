"""Answers from JSON: what they become loads, loses nothing, and lacks exactly what was not answered."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.checking.builders import district
from tests.core.drafting.test_bid import ASKED
from tests.core.drafting.texts import MARKDOWN, NASTY, answers, finished

from proofolio.adapters.files.answers import read_answers
from proofolio.adapters.files.documents.submission import SubmissionDocument
from proofolio.adapters.files.outline import outline
from proofolio.adapters.files.read import read_sheet
from proofolio.adapters.files.tree import SourceFile
from proofolio.adapters.files.validate import validate
from proofolio.core.checking.completeness import gaps
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.drafting.answers import clean
from proofolio.core.drafting.bid import bid
from proofolio.core.drafting.filled import plain
from proofolio.core.model.micro_credential import ArtifactsAsked, SectionAsked
from proofolio.core.model.submission import Submission

PATH = "portfolios/amina-yusuf/menu/index.md"
WANTED = {
    "context": SectionAsked("context", "Context", min_words=20),
    "practice": SectionAsked("practice", "What I did", min_words=1),
    "reflection": SectionAsked("reflection", "Reflection", min_words=60, stems=("I can …",)),
}


def asked() -> Any:
    from dataclasses import replace

    return replace(
        ASKED,
        sections=WANTED,
        artifacts=ArtifactsAsked(2, {"video": 1}),
        impact_required=True,
        competency="x",
    )


def written(given: dict[str, Any]) -> str:
    return bid(asked(), read_answers(json.dumps(given).encode()))


def load(text: str) -> Submission:
    data = text.encode()
    sheet, findings = read_sheet(SourceFile(PATH, len(data), "0" * 40, data))
    assert sheet is not None, (findings, text)
    document, wrong = validate(sheet, SubmissionDocument)
    assert document is not None, (wrong, text)
    assert not [*findings, *wrong], text
    body = outline(sheet.body, sheet.body_line)
    return document.model(("amina-yusuf", "menu"), body, (), "sha256:", (), Pointer(PATH))


def lacking(given: dict[str, Any]) -> list[str]:
    made = district(micro_credentials={"pace-a-unit": asked()})
    return [each.message for each in gaps(made, load(written(given)))]


def texts(given: Any) -> Iterator[str]:
    if isinstance(given, dict):
        for key, each in given.items():
            if key == "commentary":
                yield from map(note_of, clean(each).split("\n"))
                continue
            yield from texts(each) if key not in ("kind", "consent", "better", "status", "visibility") else ()
    elif isinstance(given, list):
        for each in given:
            yield from texts(each)
    else:
        yield given


def note_of(line: str) -> str:
    """The end of a line of commentary, behind its time and who speaks: that much stays in one piece."""
    return re.sub(r"^.*\d:\d\d\W+", "", line).rpartition(":")[2]


def letters(text: str) -> str:
    return re.sub(r"[\W_]", "", unescape(clean(text)))


@pytest.mark.parametrize("seed", range(60))
def test_any_answers_load_and_none_is_lost(seed: int) -> None:
    given = answers(seed, (*WANTED, "older"))
    text = written(given)
    work = load(text)
    assert work.title == (plain(clean(given["title"])) or "Pace a unit")
    assert work.status.value == (given["status"] or "draft")
    assert work.problem_of_practice == (plain(clean(given["problem_of_practice"])) or None)
    kept = letters(text)
    for each in texts(given):
        if each != given["applied"]["learners"]:  # 007 becomes 7
            assert letters(plain(each) if "\n" not in each else each).lstrip("0") in kept, each


words = st.one_of(st.sampled_from(NASTY), st.text(max_size=40))
bodies = st.lists(
    st.one_of(st.sampled_from(MARKDOWN), st.sampled_from(NASTY), st.text(max_size=60)), max_size=6
)


@settings(max_examples=60, deadline=None)
@given(
    title=words,
    place=words,
    licence=words,
    measure=words,
    before=words,
    because=words,
    sections=st.dictionaries(st.sampled_from(tuple(WANTED)), bodies.map("\n".join)),
)
def test_whatever_is_typed_loads(
    title: str, place: str, licence: str, measure: str, before: str, because: str, sections: dict[str, str]
) -> None:
    given = {
        "title": title,
        "artifacts": [{"place": place, "title": title, "licence": licence}],
        "impact": [{"measure": measure, "unit": because, "before": before, "after": "1", "source": title}],
        "demonstrates": [{"competency": title, "because": because}],
        "applied": {"setting": licence, "date": place},
        "with": [measure],
        "sections": sections,
    }
    work = load(written(given))
    assert [each.title for each in work.body.sections] == [each.title for each in WANTED.values()]


def test_complete_answers_lack_nothing() -> None:
    assert lacking(finished()) == []


LACKING: dict[str, tuple[dict[str, Any], list[str]]] = {
    "a section": (
        {"sections": {**finished()["sections"], "context": ""}},
        ["the section 'Context' is still empty; 20 words are asked"],
    ),
    "words": (
        {"sections": {**finished()["sections"], "reflection": "Three words only.\nI can …"}},
        ["the section 'Reflection' has 3 words of 60: 57 more to go"],
    ),
    "a video": (
        {"artifacts": [{"place": "a.pdf"}, {"place": "b.pdf"}]},
        ["1 artifact of kind 'video' asked, none there yet"],
    ),
    "artifacts that can be read": (
        {"artifacts": [{"place": "https://", "kind": "video"}, {"title": "no place"}]},
        ["2 artifacts asked, none is there yet", "1 artifact of kind 'video' asked, none there yet"],
    ),
    "evidence in place of attendance": (
        {"artifacts": [{"place": "a.mp4", "kind": "video"}, {"place": "b.pdf", "kind": "attendance"}]},
        ["2 artifacts asked, only 1 is there yet"],
    ),
    "impact": ({"impact": []}, ["the impact on learners is asked for and not given yet"]),
    "a source and a number": (
        {"impact": [{"measure": "M", "unit": "points", "before": "1", "after": "2"}]},
        ["'M' does not say where its figures come from", "'M' does not say how many learners were measured"],
    ),
}


@pytest.mark.parametrize("case", LACKING)
def test_what_is_not_answered_is_what_is_missing(case: str) -> None:
    changed, messages = LACKING[case]
    assert lacking({**finished(), **changed}) == messages


REFUSED = {
    b"{": "JSON",
    b"\xff": "JSON",
    b"[]": "the whole",
    b'{"titel": "x"}': "title",
    b'{"title": ["x"]}': "title is a text",
    b'{"status": "done"}': "draft or submitted",
    b'{"sections": {"A B": "x"}}': "A B",
    b'{"artifacts": [{"plcae": "x"}]}': "place",
    b'{"artifacts": {"place": "x"}}': "a list",
    b'{"applied": {"date": true}}': "applied date is a text",
}


@pytest.mark.parametrize("data", REFUSED)
def test_answers_that_cannot_be_taken_say_which_and_why(data: bytes) -> None:
    with pytest.raises(ProofolioError) as caught:
        read_answers(data)
    assert REFUSED[data] in f"{caught.value.message} {caught.value.hint}"


def test_numbers_may_be_numbers() -> None:
    found = read_answers(b'{"impact": [{"before": 41.5, "n": 26}], "me": {"person": "amina-yusuf"}}')
    assert (found.impact[0].before, found.impact[0].n) == ("41.5", "26")

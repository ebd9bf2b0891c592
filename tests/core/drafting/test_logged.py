"""An entry of the log that is answered loads as it was answered, and checks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.drafting.said import demo, entries

from proofolio.adapters.files.documents.person import LogDocument
from proofolio.adapters.files.text import decode, split
from proofolio.adapters.files.yaml_reader import read_yaml
from proofolio.core.checking.log_entry import check_log_entry
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.drafting.answers import clean
from proofolio.core.drafting.filled import plain
from proofolio.core.drafting.logged import LogAnswers, logged
from proofolio.core.model.body import Body
from proofolio.core.model.log_entry import LogEntry, LogKind
from proofolio.core.publishing.write.log_words import log_words

DISTRICT = demo()
FILE = "portfolios/amina-yusuf/log/2026-11-22-x.md"


def loaded(answers: LogAnswers) -> LogEntry:
    text = decode(logged(answers).encode(), FILE)
    assert isinstance(text, str), text
    parts = split(text, FILE)
    found = read_yaml(parts.yaml, FILE)  # type: ignore[union-attr]
    assert found.findings == []
    body = Body(parts.body)  # type: ignore[union-attr]
    return LogDocument.model_validate(found.data).model(
        "amina-yusuf", "x", date(2026, 11, 22), body, Pointer(FILE)
    )


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_every_answer_comes_back_and_checks(data: st.DataObject) -> None:
    answers = data.draw(entries(DISTRICT))
    made = loaded(answers)
    assert made.title == (plain(clean(answers.title)) or made.kind.value)
    assert made.kind.value == (answers.kind if answers.kind not in ("", "party") else "practice")
    assert (made.follow_up or "") == plain(clean(answers.follow_up))
    assert (made.competency or "") == answers.competency
    assert (made.category or "") == answers.category
    assert made.hours == {"1,5": 1.5, "2": 2, "744": 744}.get(answers.hours, 0)
    assert (made.visibility or "") == answers.visibility
    assert made.observed == (answers.observed or None if made.kind.value == "observation" else None)
    assert list(check_log_entry(DISTRICT, made)) == []


def test_it_is_written_as_people_write_it() -> None:
    answers = LogAnswers(
        date="2026-11-22",
        kind="observation",
        title="Watched Ben: small groups",
        hours="01,50",
        category="content",
        competency="foundational/mastery-approach",
        course="pace-by-data",
        companions=("ben-okafor", " ", "ben-okafor"),
        observed="ben-okafor",
        follow_up="Talk it over,\nwith Rosa.",
        visibility="internal",
        text="He waited.\n\n# Then\n<b>he</b> asked.",
    )
    assert logged(answers) == (
        "---\n"
        'title: "Watched Ben: small groups"\n'
        "kind: observation\n"
        "hours: 1.50\n"
        "category: content\n"
        "competency: foundational/mastery-approach\n"
        "course: pace-by-data\n"
        "with: [ben-okafor]\n"
        "observed: ben-okafor\n"
        "follow_up: Talk it over, with Rosa.\n"
        "visibility: internal\n"
        "---\n"
        "\n"
        "He waited.\n\n### Then\n&lt;b>he&lt;/b> asked.\n"
    )


def test_what_cannot_be_read_is_kept_out_of_sight() -> None:
    answers = LogAnswers(
        kind="party", hours="-1", category="Not an id", competency="a/b/c", course="x\ny", observed="ben"
    )
    assert logged(answers) == (
        "---\n"
        "title: practice\n"
        "kind: practice\n"
        '# kind: "party"\n'
        '# hours: "-1"\n'
        '# category: "Not an id"\n'
        '# competency: "a/b/c"\n'
        '# course: "x y"\n'
        '# observed: "ben"\n'
        "---\n"
    )


@pytest.mark.parametrize(
    ("said", "line"), [("0", ""), ("0,0", ""), ("744", "hours: 744\n"), ("007", "hours: 7\n")]
)
def test_hours_are_a_number_of_hours(said: str, line: str) -> None:
    assert logged(LogAnswers(kind="course", hours=said)) == f"---\ntitle: course\nkind: course\n{line}---\n"


@pytest.mark.parametrize("said", ["744.1", "1,200", "two", "1e2", "9999"])
def test_what_is_no_number_of_hours_counts_for_nothing(said: str) -> None:
    assert f'# hours: "{said}"' in logged(LogAnswers(hours=said))


def test_the_form_says_what_check_says_of_somebody_who_was_watched() -> None:
    made = loaded(LogAnswers(kind="observation", title="x", observed="ben-okafor"))
    (finding,) = check_log_entry(DISTRICT, replace(made, kind=LogKind.PRACTICE))
    assert finding.message == str(log_words()["trouble.observed"]).format(kind="practice")

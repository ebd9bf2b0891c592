"""Surveys and their answers, as form tools and spreadsheets export them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proofolio.adapters.files.csv_reader import Table, read_csv
from proofolio.adapters.files.load import Loaded, load
from proofolio.adapters.files.place_of_finding import located
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.model.survey import Moment, Topic

FOLDER = "competencies/surveys"
SURVEY = """title: Pacing
scale: [Not at all, A little, Quite]
items:
  pace: My learners set the pace.
  plan: {text: I plan from what they know., about: practice}
"""
HEAD = "respondent,moment,pace,plan\n"


def loaded(root: Path, answers: str | bytes, survey: str = SURVEY) -> Loaded:
    folder = root / FOLDER
    folder.mkdir(parents=True)
    (folder / "pacing.yml").write_text(survey, encoding="utf-8")
    data = answers if isinstance(answers, bytes) else answers.encode()
    (folder / "pacing.csv").write_bytes(data)
    return load(root)


def findings(found: Loaded) -> list[tuple[str, int, int]]:
    """Rule, line and column of what is wrong below the surveys' folder."""
    mine = [each for each in found.findings if each.where.file.startswith(FOLDER)]
    return [(each.finding.rule.name, each.line, each.column) for each in located(found, mine)]


def test_a_survey_with_its_answers(tmp_path: Path) -> None:
    text = HEAD + "Green 7,before,1,A little\ngreen  7,After, QUITE ,\nblue,before,,3\n"
    survey = loaded(tmp_path, text).district.surveys["pacing"]
    assert [(each.id, each.topic) for each in survey.items.values()] == [
        ("pace", None),
        ("plan", Topic.PRACTICE),
    ]
    assert [(each.respondent, each.moment, dict(each.values)) for each in survey.answers] == [
        ("green 7", Moment.BEFORE, {"pace": 1, "plan": 2}),
        ("green 7", Moment.AFTER, {"pace": 3}),
        ("blue", Moment.BEFORE, {"plan": 3}),
    ]
    assert (survey.pairs("pace"), survey.pairs("plan")) == (((1, 3),), ())


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + HEAD + "a,before,1,2\n",
        (HEAD + "a,before,1,2\n").replace("\n", "\r\n"),
        (HEAD + "a,before,1,2\n").replace("\n", "\r"),
        (HEAD + "a,before,1,2\n").replace(",", ";"),
        HEAD + '"a","before","1","2"',
        HEAD + "\n,,,\na,before,1,2\n,,,\n\n",
        "plan,moment,pace,respondent\n2,before,1,a\n",
    ],
    ids=["mark", "windows", "old mac", "semicolons", "quotes", "empty rows", "another order"],
)
def test_the_ways_in_which_tables_are_exported(tmp_path: Path, text: str) -> None:
    found = loaded(tmp_path, text)
    assert findings(found) == []
    (answer,) = found.district.surveys["pacing"].answers
    assert (answer.respondent, dict(answer.values)) == ("a", {"pace": 1, "plan": 2})


def test_a_formula_is_only_text(tmp_path: Path) -> None:
    found = loaded(tmp_path, HEAD + "=1+1,before,1,2\n+a,before,=1+1,2\n")
    assert findings(found) == [("unknown-answer", 3, 11)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("malformed-csv", 1, 1)]),
        ("a,before,1,2\nb,before,1,2\n", [("malformed-csv", 1, 1)]),
        (HEAD + "a,before,1\n", [("malformed-csv", 2, 1)]),
        (HEAD + 'a,before,"1,2\n', [("malformed-csv", 2, 1)]),
        (HEAD + ",before,1,2\n", [("malformed-csv", 2, 1)]),
        ("respondent,moment,pace,plan,when\na,before,1,2,today\n", [("unknown-column", 1, 29)]),
        ("respondent,moment,pace,pace,plan\na,before,1,2,3\n", [("unknown-column", 1, 24)]),
        ("respondent,moment,pcae,plan\na,before,1,2\n", [("unknown-column", 1, 19)]),
        ("respondent,moment,My learners set the pace.,plan\na,before,1,2\n", [("unknown-column", 1, 19)]),
        ("respondent,pace,plan\na,1,2\n", [("missing-column", 1, 1)]),
        (HEAD + "a,befor,1,2\n", [("unknown-value", 2, 3)]),
        (HEAD + "a,before,4,2\n", [("unknown-answer", 2, 10)]),
        (HEAD + 'a,before,"x,\ny",0\n', [("unknown-answer", 2, 10), ("unknown-answer", 3, 4)]),
        (HEAD + "a,before,9,2\nb,before,9,2\nc,before,9,2\n", [("unknown-answer", 2, 10)]),
        (HEAD + "a,before,1,2\nA,before,2,2\n", [("answered-twice", 3, 1)]),
        ((HEAD + "é,before,1,2\n").encode("latin-1"), [("not-utf8", 2, 1)]),
        (HEAD + "a\u202e,before,1,2\n", [("hidden-character", 2, 2)]),
    ],
)
def test_what_does_not_fit_is_told_where_it_stands(
    tmp_path: Path, text: str | bytes, expected: list[tuple[str, int, int]]
) -> None:
    assert findings(loaded(tmp_path, text)) == expected


HINTS = [
    ("respondent,moment,My learners  set the PACE.,plan\n", "did you mean pace?"),
    (HEAD + "a,before,Quit,2\n", "did you mean Quite?"),
    (HEAD + "a,before,7,2\n", "write 1 to 3, or one of: Not at all, A little, Quite"),
]


@pytest.mark.parametrize(("text", "hint"), HINTS)
def test_hints(tmp_path: Path, text: str, hint: str) -> None:
    (found,) = (each for each in loaded(tmp_path, text).findings if each.where.file.startswith(FOLDER))
    assert found.hint == hint


def test_no_message_and_no_excerpt_repeats_what_stands_in_the_table(tmp_path: Path) -> None:
    text = "respondent,moment,pace,plan,name\nkey1,befor,word2,2,Ada\nkey1,before,word3,2,Ada\n"
    for each in (text, text.replace(",name", "").replace(",Ada", "")):
        found = loaded(tmp_path / str(len(each)), each)
        told = located(found, found.findings)
        assert told
        assert not any(secret in repr(told) for secret in ("key1", "word2", "word3", "Ada"))


def test_answers_without_a_survey_are_told_the_nearest(tmp_path: Path) -> None:
    folder = tmp_path / FOLDER
    folder.mkdir(parents=True)
    (folder / "pacing.yml").write_text(SURVEY, encoding="utf-8")
    (folder / "pacng.csv").write_text(HEAD, encoding="utf-8")
    found = [each for each in load(tmp_path).findings if each.where.file.startswith(FOLDER)]
    assert [(each.rule.name, each.hint) for each in found] == [
        ("answers-without-survey", "rename the file to pacing.csv")
    ]


def test_answers_of_a_broken_survey_have_no_second_finding(tmp_path: Path) -> None:
    found = loaded(tmp_path, HEAD, "titel: x\n")
    assert {each.where.file for each in found.findings if FOLDER in each.where.file} == {
        f"{FOLDER}/pacing.yml"
    }


def test_no_row_is_no_finding(tmp_path: Path) -> None:
    found = loaded(tmp_path, HEAD)
    assert (findings(found), found.district.surveys["pacing"].answers) == ([], ())


@given(st.text('a",;\n =', max_size=30))
def test_every_cell_is_where_it_says(text: str) -> None:
    table = read_csv(text, "a.csv")
    if isinstance(table, Finding):
        return
    assert isinstance(table, Table)
    lines = text.split("\n")
    parted = ";" if ";" in lines[0] and "," not in lines[0] else ","
    wanted = [
        [cell.strip() for cell in row]
        for row in csv.reader((f"{each}\n" for each in lines), delimiter=parted)
        if any(cell.strip() for cell in row)
    ]
    found = [row for row in (table.head, *table.rows) if row]
    assert [[cell.text for cell in row] for row in found] == wanted
    for cell in (each for row in found for each in row):
        assert cell.where.line is not None
        assert cell.where.column is not None
        before = lines[cell.where.line - 1][: cell.where.column - 1]
        assert not before or before[-1] == parted


def test_a_table_that_is_wrong_in_every_row_is_told_of_in_few_words(tmp_path: Path) -> None:
    wrong = HEAD + "".join(f"code-{at},before,wrong-{at}," + "\n" for at in range(60))
    found = loaded(tmp_path, wrong)
    told = [each for each in found.findings if each.where.file.startswith(FOLDER)]
    assert len(told) == 50
    assert told[-1].message.endswith("(10 more findings in this table are not told)")
    assert not any("not told" in each.message for each in told[:-1])


def test_a_table_with_far_too_many_columns_is_refused_at_once() -> None:
    told = read_csv(HEAD.strip() + "," * 500_000 + "\n", "x.csv")
    assert isinstance(told, Finding)
    assert (told.rule.name, told.where.line) == ("malformed-csv", 1)
    assert "500004 cells, and 200 are the most" in told.message

"""What the parser complains about is told in plain words, where the slip was made."""

from __future__ import annotations

import pytest

from proofolio.adapters.files.yaml_reader import read_yaml

CASES = [
    ('title: "Fair" shares', (1, 14), "something follows the closing quote"),
    ("title: 'don't'", (1, 13), "something follows the closing quote"),
    ('title: "Fair shares\nstatus: submitted\n', (1, 8), "the quote opened here is never closed"),
    ("a: b\ntitle: 'Fair shares\nstatus: x", (2, 8), "the quote opened here is never closed"),
    ("with: [ada, ben\nstatus: x", (1, 7), "the bracket opened here is never closed"),
    ("applied: {learners: 2", (1, 10), "the bracket opened here is never closed"),
    ("applied: {\n  learners: 2\nstatus: x", (1, 10), "the bracket opened here is never closed"),
    ("a:\n  - {title: Menu: ratios}", (2, 16), "between brackets a comma or the closing bracket is missing"),
    (
        "a:\n  - {b: 1,\n     c: 2 d: 3}",
        (3, 12),
        "between brackets a comma or the closing bracket is missing",
    ),
    ("with: [ada, , ben]", (1, 13), "a value is missing here"),
    ("a: b\n\tc: d", (2, 1), "indented with a tab"),
    ("a:\n\tc: d", (2, 1), "indented with a tab"),
    ("handle: @ada", (1, 9), "a text cannot start with this character"),
    ("share: %50", (1, 8), "a text cannot start with this character"),
    ("code: `x`", (1, 7), "a text cannot start with this character"),
    ('file: "C:\\plans"', (1, 10), "a backslash means something else"),
    ("title:Fair\nstatus: x", (1, 6), "a space is missing after this colon"),
    ("a: 1\ntitle:Fair\nstatus: x", (2, 6), "a space is missing after this colon"),
    ("title: Fair\nsome words\nstatus: x", (2, 1), "there is no key with a colon in this line"),
    ("a: |x\n  b", (1, 5), "nothing may follow | or >"),
    ("a: - b", (1, 4), "a list cannot start behind its key"),
    ("plan:\n  - goal: x\n   by: y", (3, 4), "this line does not line up with the list above"),
    ("a:\n  - b\n c: d", (3, 2), "this does not fit to what stands before it"),
    ("a: b\n  c: d", (2, 4), "or the line is indented too far"),
    ("a: b\n---\nc: d", (2, 1), "a line --- stands in the middle"),
    (
        "a: b\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> branch",
        (2, 1),
        "the marks of two versions that Git could not join",
    ),
]


@pytest.mark.parametrize(("text", "place", "words"), CASES)
def test_the_place_and_the_words(text, place, words) -> None:
    (finding,) = read_yaml(text, "a.yml").findings
    assert finding.rule.name == "malformed-yaml"
    assert words in finding.message
    assert finding.hint
    where = (finding.where.line, finding.where.column)
    assert where[0] == place[0]
    assert abs(where[1] - place[1]) <= 1, "some versions of the parser stop one character later"


def test_lines_count_from_the_first_line_of_the_file() -> None:
    (finding,) = read_yaml("a: [b", "a.md", first_line=2).findings
    assert (finding.where.line, finding.where.column) == (2, 4)


@pytest.mark.parametrize(
    "text",
    ["'", '"', "[", "{", "a: '\n", "- [", "a: |-5\n x", "\ta: b", "a:\n b\n- c", ":", "? ", "- - - a\n b"],
)
def test_nothing_makes_the_reader_fall_over(text) -> None:
    read_yaml(text, "a.yml")

"""The report for a terminal: the caret stands where the trouble is."""

from __future__ import annotations

import unicodedata

import pytest

from proofolio.adapters.reporting.text import TextReporter
from proofolio.adapters.reporting.window import AFTER, BEFORE, window

DOCS = "https://docs.example.org"


def test_a_whole_report(located) -> None:
    related = (("portfolios/roster.yml", 7, 3, "first named here"),)
    findings = [
        located(related=related),
        located(file="portfolios/b.md", line=120, snippet=None, hint=None, warning=True, rule="few-words"),
    ]
    assert TextReporter().report(findings, DOCS) == (
        "error[unknown-competency] → portfolios/amina-yusuf/menu-maths/index.md:3:19\n"
        "  there is no competency 'pace-a-unti'\n"
        " 3 | micro_credential: pace-a-unti\n"
        "   |                   ^\n"
        "   = hint: did you mean pace-a-unit?\n"
        "   = help: https://docs.example.org/findings/unknown-competency/\n"
        "   = see: portfolios/roster.yml:7:3: first named here\n"
        "\n"
        "warning[few-words] → portfolios/b.md:120:19\n"
        "  there is no competency 'pace-a-unti'\n"
        "     = help: https://docs.example.org/findings/few-words/\n"
        "\n"
        "1 error, 1 warning in 2 files.\n"
    )


def test_no_findings() -> None:
    report = TextReporter().report([], DOCS)
    assert report == "No findings. Everything that can be checked by machine is in order.\n"


def test_colour_only_when_asked(located) -> None:
    plain, coloured = (
        TextReporter().report([located()], DOCS),
        TextReporter(colour=True).report([located()], DOCS),
    )
    assert "\x1b" not in plain
    assert "\x1b[1;31merror[unknown-competency]\x1b[0m" in coloured
    assert "\x1b[1;33mwarning" in TextReporter(colour=True).report([located(warning=True)], DOCS)


def test_what_people_wrote_cannot_forge_lines(located) -> None:
    forged = "x\nerror[fake] → a.md:1:1\x1b[2J"
    report = TextReporter().report([located(message=forged, hint=forged, file=forged, snippet=forged)], DOCS)
    assert not any(line.startswith("error[fake]") for line in report.splitlines())
    assert "\x1b" not in report


def columns(text: str) -> int:
    """Terminal columns, counted apart from the code that is tested."""
    return sum(
        0 if unicodedata.combining(each) else 2 if unicodedata.east_asian_width(each) in "WF" else 1
        for each in text
    )


@pytest.mark.parametrize(
    "line",
    [
        "title: X marks it",
        "\ttitle:\tX",
        "title: 数学のX",
        "title: cafe\u0301 X",
        "title: e\u0301\u0302 ★ 한글\tX and more",
        "X",
        "a" * 49 + "X",
        "a" * 50 + "X",
        "a" * 51 + "X" + "b" * 500,
        "数" * 300 + "X" + "学" * 300,
        "\t" * 200 + "X",
        "e\u0301" * 200 + "X",
        "ee\u0301" * 133 + "X",
    ],
)
def test_the_caret_stands_below_the_place(line: str) -> None:
    piece, caret = window(line, line.index("X") + 1)
    assert "\t" not in piece
    assert columns(piece[: piece.index("X")]) == caret
    assert len(piece) <= 4 * (BEFORE + AFTER) + 2


def test_tabs_reach_to_the_next_stop() -> None:
    assert window("\ta:\tX", 5) == ("    a:  X", 8)


def test_a_cut_never_separates_a_letter_from_its_accent() -> None:
    piece, caret = window("e\u0301" * 100 + "X", 202)
    assert (piece[:2], caret) == ("…e", 26)


def test_a_long_line_shows_where_it_is_cut() -> None:
    piece, _ = window("a" * 5000 + "X" + "b" * 5000, 5001)
    assert piece == "…" + "a" * BEFORE + "X" + "b" * (AFTER - 1) + "…"


@pytest.mark.parametrize(("column", "caret"), [(0, 0), (-3, 0), (1, 0), (4, 3), (99, 3)])
def test_a_column_beside_the_line_stays_at_it(column: int, caret: int) -> None:
    assert window("abc\r\n", column) == ("abc", caret)


def test_hidden_characters_are_shown() -> None:
    assert window("a\u202eb\x07c\u200dd", 3) == ("a\ufffdb\ufffdc\u200dd", 2)

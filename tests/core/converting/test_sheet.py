from __future__ import annotations

import pytest
from hypothesis import given, settings
from tests.core.converting.frameworks import frameworks

from proofolio.core.converting.sheet import cells
from proofolio.core.converting.sheet.guide import example, remarks
from proofolio.core.converting.sheet.layout import HEAD, TABLE, is_sheet
from proofolio.core.converting.sheet.read import read
from proofolio.core.converting.sheet.write import write
from proofolio.core.converting.trouble import Unreadable
from proofolio.core.model.framework import Framework


def troubles(grid: list[list[str]]) -> list[str]:
    with pytest.raises(Unreadable) as caught:
        read(grid)
    return [each.sentence for each in caught.value.troubles]


@settings(max_examples=30, deadline=None)
@given(frameworks())
def test_what_is_written_is_read_back(framework: Framework) -> None:
    grid, report = write(framework)
    (found,) = read(grid)
    assert found.framework == framework
    assert not report.notes
    assert all(each[:1] not in tuple("=+-@\t\r") for row in grid for each in row if each)


def test_columns_in_any_order_and_only_those_that_are_needed() -> None:
    (found,) = read([["Title", "Mine", "Id"], ["Teach", "own", "t-1"], ["", "", ""], ["More", "", ""]])
    made = found.framework
    assert list(made.competencies) == ["more", "t-1"]
    assert made.competencies["t-1"].kept == {"sheet": {"Mine": "own"}}
    assert [each.title for each in made.levels][2:] == ["Proficient", "Exemplary"]
    (again,) = read(write(made)[0])
    assert again.framework.competencies["t-1"].kept == {"sheet": {"Mine": "own"}}


def test_levels_may_stand_in_the_table_alone() -> None:
    grid = [
        ["Framework", "F"],
        ["Title", "Criterion", "Low", "High *", "Top", "Related"],
        ["One", "a", "x", "y", "z", ""],
        ["", "b", "p", "q", "r", ""],
    ]
    (found,) = read(grid)
    assert [(each.id, each.mastery) for each in found.framework.levels] == [
        ("low", False),
        ("high", True),
        ("top", False),
    ]
    assert list(found.framework.competencies["one"].rubric.criteria) == ["a", "b"]


def test_merged_rows_repeat_the_competency() -> None:
    (found,) = read(
        [["Framework", "F"], ["Title", "Themes", "Indicator"], ["One", "a", "Sees"], ["One", "a", "Says"]]
    )
    one = found.framework.competencies["one"]
    assert (dict(one.indicators), one.themes) == ({"sees": "Sees", "says": "Says"}, ("a",))


def test_all_troubles_at_once_by_row_and_column() -> None:
    grid = [
        ["Framework", "F"],
        ["Levels", "Low", "High *"],
        ["Title", "Id", "Criterion", "Low", "High", "Alignments", "Exemplars"],
        ["One", "one", "a", "x", "X", "other | 1 | similar", "Film"],
        ["Two", "one", "a", "x", "", "", ""],
        ["", "", "a", "x", "y", "", ""],
    ]
    told = troubles(grid)
    assert [each.split(":")[0] for each in told] == [
        "row 5, column 'Competency id'",
        "row 4, column 'High'",
        "row 4, column 'Exemplars'",
        "row 4, column 'Alignments'",
        "row 5, column 'High'",
        "row 6, column 'Criterion'",
    ]
    assert troubles([["what", "ever"]]) == [
        "no row begins with “Framework” (write one with: proofolio import --template csv FILE)"
    ]
    assert "there is no table below" in troubles([["Framework", "F"]])[0]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@x", "'=1", "''-", "\t", "\r=", "'quoted'", "plain", ""]
)
def test_no_cell_is_calculated(text: str) -> None:
    assert cells.unsafe(cells.safe(text)) == text
    assert not cells.safe(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_the_example_uses_every_row_and_column() -> None:
    grid, _ = write(example())
    assert {each.header for each in HEAD} - {row[0] for row in grid if row} == {"Level ids"}
    header = next(row for row in grid if "Title" in row)
    filled = {
        name for name, *column in zip(header, *grid[grid.index(header) + 1 :], strict=True) if any(column)
    }
    assert {each.header for each in TABLE} - filled == {"Replaced by"}
    assert is_sheet([*remarks(), *grid])

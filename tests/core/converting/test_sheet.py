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


@settings(max_examples=60, deadline=None)
@given(frameworks())
def test_what_is_written_is_read_back(framework: Framework) -> None:
    grid, report = write(framework)
    (found,) = read(grid)
    assert found.framework == framework
    assert not report.notes
    assert all(not each[:1] in tuple("=+-@\t\r") for row in grid for each in row if each)

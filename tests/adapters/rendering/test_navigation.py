"""The menu has the bright spots while there are any, where their owner or the people are."""

from __future__ import annotations

from typing import Any

import pytest

from proofolio.adapters.rendering.navigation import celebrated
from proofolio.core.language.say import speaking
from proofolio.core.language.tongue import English

FRONT, ALL = {"Home": "index.md"}, {"People": "portfolios/index.md"}
HOME, PEOPLE, LIST = "index.md", "portfolios/index.md", "bright-spots/index.md"
ENTRY = {"Bright spots": LIST}


@pytest.mark.parametrize(
    ("nav", "there", "made"),
    [
        (
            [FRONT, ALL, "x.md"],
            True,
            [FRONT, ALL, ENTRY, "x.md"],
        ),
        ([HOME, PEOPLE, "x.md"], True, [HOME, PEOPLE, ENTRY, "x.md"]),
        ([FRONT, "x.md"], True, [FRONT, ENTRY, "x.md"]),
        ([{"We": [PEOPLE, {"Thanks": LIST}]}], True, [{"We": [PEOPLE, {"Thanks": LIST}]}]),
        ([LIST, HOME], True, [LIST, HOME]),
        ([{"We": [PEOPLE, {"Thanks": LIST}]}, LIST], False, [{"We": [PEOPLE]}]),
        ([FRONT, ALL], False, [FRONT, ALL]),
        (None, True, None),
        (None, False, None),
    ],
)
def test_the_menu(nav: Any, there: bool, made: Any) -> None:
    with speaking(English()):
        assert celebrated(nav, there) == made

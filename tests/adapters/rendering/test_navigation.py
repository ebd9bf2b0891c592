"""The menu has a way to bright spots and opportunities where there are any, and none where there are not."""

from __future__ import annotations

import pytest

from proofolio.adapters.rendering.navigation import furnished
from proofolio.core.model import address

HOME, WAYS = {"Home": "index.md"}, {"Pathways": address.PATHWAYS}
ROLES, HERS = {"Opportunities": address.OPPORTUNITIES}, {"Jobs": address.OPPORTUNITIES}
NESTED = {"More": [HERS]}


@pytest.mark.parametrize(
    ("nav", "there", "shown"),
    [
        ([HOME, WAYS, "more.md"], True, [HOME, WAYS, ROLES, "more.md"]),
        ([HOME, WAYS], False, [HOME, WAYS]),
        ([HERS, WAYS], True, [HERS, WAYS]),
        ([HERS, WAYS], False, [WAYS]),
        ([WAYS, NESTED], True, [WAYS, NESTED]),
        ([WAYS, NESTED], False, [WAYS]),
        ([{"More": [HOME, HERS]}], False, [{"More": [HOME]}]),
        ([address.PATHWAYS], True, [address.PATHWAYS, ROLES]),
        ([{"More": [address.PATHWAYS, address.OPPORTUNITIES]}], True, None),
        ([{"More": [address.PATHWAYS]}, HOME], True, [{"More": [address.PATHWAYS]}, ROLES, HOME]),
        ([HOME], True, [HOME]),
        (None, True, None),
    ],
)
def test_where_opportunities_stand_in_the_menu(nav: object, there: bool, shown: object) -> None:
    made = furnished(nav, lambda uri: there and uri == address.OPPORTUNITIES)
    assert made == (nav if shown is None else shown)


def test_each_such_page_stands_behind_its_neighbour() -> None:
    people = {"People": address.DIRECTORY}
    bright = {"Bright spots": address.BRIGHT_SPOTS}
    assert furnished([HOME, people, WAYS], lambda _: True) == [HOME, people, bright, WAYS, ROLES]
    assert furnished([bright, people, WAYS, ROLES], lambda _: False) == [people, WAYS]

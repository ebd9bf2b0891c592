"""The menu has a way to bright spots and opportunities where there are any, and none where there are not."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from proofolio.adapters.rendering.navigation import arranged, furnished, labels
from proofolio.core.model import address

SCAFFOLD = Path(__file__).parents[3] / "plugins/proofolio/adapters/demo/scaffold/mkdocs.yml"
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


def test_without_one_of_its_own_a_site_has_a_menu_of_what_is_there() -> None:
    there = {address.LANDING, address.DIRECTORY, address.BRIGHT_SPOTS, "guides/index.md", "guides/coach.md"}
    made = arranged(None, {*there, "about.md"}.__contains__, ["index.md", "about.md"], internal=False)
    assert made == [
        HOME,
        {"People": address.DIRECTORY},
        {"Bright spots": address.BRIGHT_SPOTS},
        {"Help": ["guides/index.md", {"For coaches": "guides/coach.md"}, "about.md"]},
    ]
    assert arranged(None, {"index.md"}.__contains__, (), internal=False) == [HOME]
    inside = arranged(None, {"index.md"}.__contains__, (), internal=True)
    assert [list(each) for each in inside] == [["Home"], ["Inside"]]


def test_somebodys_own_menu_stays() -> None:
    assert arranged([HERS], lambda _: True, ["more.md"], internal=False) == [HERS]
    assert arranged([], lambda _: True, ["more.md"], internal=False) == []


def test_the_menu_on_offer_leads_where_the_proposed_one_does() -> None:
    """The demo's settings name every tab; a page that is added there belongs here too."""
    proposed = yaml.safe_load(SCAFFOLD.read_text(encoding="utf-8"))["nav"]
    own = {"about.md"}
    everything = {uri for uri, _ in labels(proposed)} | {"guides/index.md"}
    made = arranged(None, everything.__contains__, sorted(own), internal=False)
    assert set(labels(made)) == {pair for pair in labels(proposed) if pair[0] not in own}

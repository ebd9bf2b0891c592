"""A district that did no more than the README asks for has a whole site: a menu, one search, a handbook."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.sites import build, newcomer

TAB = re.compile(r'<a href="([^"]+)" class="md-tabs__link">\s*([^<]*?)\s*</a>')
TABS = [
    "Home",
    "People",
    "Competencies",
    "Micro-credentials",
    "Pathways",
    "Courses",
    "Figures",
    "Write",
    "Help",
]
README = Path(__file__).parents[2] / "README.md"


def whole(site: Path, *, people: bool) -> None:
    front = (site / "index.html").read_text(encoding="utf-8")
    tabs = TAB.findall(front)
    assert [name for _, name in tabs] == TABS
    for where, name in tabs:
        assert (site / where / "index.html").is_file(), name
    assert "md-sidebar--primary" in front, "the menu on a phone"
    assert front.count('for="__search"') + front.count("md-search__input") == 0, "the theme's own search"
    assert not list(site.rglob("search_index.json"))
    assert (site / "search/index.html").is_file()
    assert (site / "portfolios/jane-doe/index.html").is_file() == people
    assert "fonts.g" not in front
    assert 'id="submission"' in (site / "guides/files/index.html").read_text(encoding="utf-8")


def test_the_readme_asks_for_what_is_tried_here(tmp_path: Path) -> None:
    settings = (newcomer(tmp_path / "district") / "mkdocs.yml").read_text(encoding="utf-8")
    for line in settings.splitlines()[1:]:
        assert f"`{line}`" in README.read_text(encoding="utf-8").replace("\n   ", " ")


def test_one_person(tmp_path: Path) -> None:
    said = build(newcomer(tmp_path / "district", plugins="search, proofolio"), tmp_path / "site")
    assert said.count("`search` can be left out") == 1
    whole(tmp_path / "site", people=True)


@pytest.mark.slow
def test_nobody_yet(tmp_path: Path) -> None:
    build(newcomer(tmp_path / "district", people=False), tmp_path / "site")
    whole(tmp_path / "site", people=False)


@pytest.mark.slow
def test_under_properdocs(tmp_path: Path) -> None:
    district = newcomer(tmp_path / "district", plugins="search, proofolio")
    build(district, tmp_path / "site", host="properdocs")
    whole(tmp_path / "site", people=True)

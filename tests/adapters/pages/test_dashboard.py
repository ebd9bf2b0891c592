"""What pages of figures carry: its own, pinned, for them alone, and without a word in it."""

from __future__ import annotations

import hashlib
import re
from importlib.resources import files
from pathlib import Path

import pytest

from proofolio.adapters.rendering.dashboard import CHARTS, FOLDER, SCRIPT, STYLE, dashboard
from proofolio.adapters.rendering.equipment import equip, equipment
from proofolio.adapters.rendering.stylesheet import assets
from proofolio.core.model import address

ROOT = files("proofolio.adapters.rendering")
PARTS = {each.name: each.read_text("utf-8") for each in (ROOT / "assets" / "figures").iterdir()}
HTML = "<html><head></head><body></body></html>"


@pytest.mark.parametrize("name", ["chartist.umd.js", "LICENSE.txt"])
def test_the_library_is_the_one_that_the_notice_names(name: str) -> None:
    folder = ROOT / "vendor" / "chartist"
    notice = (folder / "NOTICE.md").read_text("utf-8")
    row = next(line for line in notice.splitlines() if line.startswith(f"| `{name}`"))
    assert row.endswith(f"`{hashlib.sha256((folder / name).read_bytes()).hexdigest()}` |")


def test_the_library_goes_onto_the_site_with_its_licence() -> None:
    assert dashboard()[CHARTS] == (ROOT / "vendor" / "chartist" / "chartist.umd.js").read_bytes()
    assert b"Permission is hereby granted" in dashboard()[f"{FOLDER}chartist-LICENSE.txt"]


def test_only_pages_of_figures_load_any_of_it_and_only_one_of_them_the_library() -> None:
    def loaded(uri: str) -> set[str]:
        return {each for each in equipment() if equip(HTML, uri, lambda path: path).count(f'"{each}"')}

    assert loaded(address.FIGURES) == {STYLE, SCRIPT, CHARTS}
    for each in (address.QUEUE, address.PROGRESS, address.COACHES, address.AGREEMENT):
        assert loaded(each) == {STYLE, SCRIPT}
    assert not {STYLE, SCRIPT, CHARTS} & (loaded(address.LANDING) | loaded(address.DIRECTORY) | set(assets()))


def test_scripts_wait_for_the_content() -> None:
    html = equip(HTML, address.FIGURES, lambda path: path)
    assert len(re.findall(r"<script defer src=", html)) == len(re.findall("<script", html)) == 2


@pytest.mark.parametrize("name", [each for each in PARTS if each.endswith(".js")])
def test_nothing_becomes_markup_and_nothing_is_sent(name: str) -> None:
    text = PARTS[name]
    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|Function\(", text)
    assert not re.search(r"XMLHttpRequest|sendBeacon|WebSocket|localStorage|cookie|https?:", text)
    assert len(text.splitlines()) <= 300


def test_scripts_hold_no_word_that_somebody_reads() -> None:
    for name, text in PARTS.items():
        if name.endswith(".js"):
            code = re.sub(r"//[^\n]*", "", text)
            assert not re.findall(r"textContent = [\"'`][A-Za-z]", code), name


def test_every_hook_of_the_scripts_is_in_a_template() -> None:
    templates = Path(str(ROOT / "templates"))
    known = "\n".join(each.read_text("utf-8") for each in templates.rglob("*.html"))
    for hook in set(re.findall(r"\[(data-pf-[a-z]+)[\]=]", "\n".join(PARTS.values()))) - {"data-pf-drawn"}:
        assert hook in known, hook


def test_colours_are_those_of_the_site() -> None:
    for name in ("figures.css", "charts.css", "inside.css"):
        assert not re.search(r"#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(", PARTS[name]), name
        assert PARTS[name].count("{") == PARTS[name].count("}")
        assert len(PARTS[name].splitlines()) <= 300

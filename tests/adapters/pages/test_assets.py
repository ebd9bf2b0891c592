"""The style sheet and the script: whole, ours alone, and asking nobody else."""

from __future__ import annotations

import re
from importlib.resources import files

from proofolio.adapters.rendering.stylesheet import SCRIPT, STYLE, assets

FOLDER = files("proofolio.adapters.rendering")
WRITE = FOLDER / "assets" / "write"


def _asset(path: str) -> str:
    return assets()[path].decode("utf-8")


def _templates() -> str:
    folder = FOLDER / "templates"
    every = [*folder.iterdir(), *(folder / "components").iterdir()]
    return "\n".join(each.read_text("utf-8") for each in every if each.is_file())


def test_every_part_is_in_the_style_sheet() -> None:
    style = _asset(STYLE)
    every = [each for each in (FOLDER / "assets").iterdir() if each.name.endswith(".css")]
    parts = [each for each in every if each.name != "standalone.css"]  # it takes the theme's place
    assert parts
    for each in parts:
        text = each.read_text("utf-8")
        assert text in style, each.name
        assert len(text.splitlines()) <= 300, each.name


def test_nothing_is_fetched_from_elsewhere() -> None:
    for text in map(_asset, assets()):
        # Films have their address from the page, and its policy names their hosts: this only refuses others.
        text = text.replace('if (!src.startsWith("https://")) return;', "")
        assert not re.search(r"@import|url\(|https?://|fetch\(|new XMLHttp|eval\(|innerHTML", text)


def test_braces_match() -> None:
    for text in map(_asset, assets()):
        assert text.count("{") == text.count("}")


def test_every_class_in_the_style_sheet_is_used_somewhere() -> None:
    # Besides the templates these few write markup of their own.
    makers = (FOLDER / "heads.py", files("proofolio.adapters.searching") / "opener.py", WRITE / "errors.js")
    known = "\n".join((_templates(), *(each.read_text("utf-8") for each in makers)))
    for name in set(re.findall(r"\.(pf-[a-z0-9_-]+)", _asset(STYLE))):
        # Variants and kinds of page are put together by the templates; the stem must be there.
        stem = "pf-page-{%" if name.startswith("pf-page-") else name.partition("--")[0]
        assert stem in known, name


def test_the_page_works_without_the_script_and_the_script_finds_what_it_looks_for() -> None:
    script, templates = _asset(SCRIPT), _templates()
    for hook in ("data-pf-filter", "data-pf-item", "data-pf-group", "data-pf-count", "data-pf-clear"):
        assert hook in script
        assert hook in templates
    assert re.search(r"data-pf-filter[^>]* hidden>", templates)

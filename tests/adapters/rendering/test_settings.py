"""What the host and its theme are told where their owner said nothing."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from proofolio.adapters.rendering.settings import docs_within, extended, settle, silenced, unsafe

TABS = "navigation.tabs"


@pytest.mark.parametrize(
    ("nav", "given", "told"),
    [
        (None, None, [TABS]),
        (None, ["toc.follow"], ["toc.follow", TABS]),
        (None, [TABS], [TABS]),
        (["index.md"], ["toc.follow"], ["toc.follow"]),
    ],
)
def test_a_menu_of_ours_stands_in_tabs(nav: object, given: object, told: list[str]) -> None:
    theme: dict[str, object] = {"features": given, "font": {"text": "Roboto"}}
    settle(theme, nav)
    assert theme["features"] == told
    assert theme["font"] is False, "its letters would be another host's"


def test_the_handbook_has_what_it_is_written_in_once() -> None:
    once = extended(["toc"])
    assert once == ["toc", "attr_list", "pymdownx.superfences"]
    assert extended(once) == once


def test_the_themes_search_is_switched_off() -> None:
    theirs = SimpleNamespace(config={"enabled": True})
    assert silenced({"material/search": theirs})
    assert theirs.config == {"enabled": False}
    assert not silenced({"proofolio": theirs})


def test_features_that_run_text_are_told() -> None:
    assert unsafe([TABS, "content.tooltips"]) == ("content.tooltips",)


def test_where_the_docs_are(tmp_path: Path) -> None:
    assert docs_within(tmp_path.resolve(), str(tmp_path / "site/docs")) == "site/docs"
    assert docs_within(tmp_path.resolve() / "district", str(tmp_path / "docs")) == "."

"""The demo's site as a list of addresses: what is published, and so what is not."""

from __future__ import annotations

import os
from pathlib import Path

from tests.sites import pages

GOLDEN = Path(__file__).with_name("site-tree.txt")
THEME = tuple(
    f"assets/{each}/"
    for each in ("images", "javascripts", "stylesheets", "proofolio/find/0", "proofolio/find/help")
)
MANY = (*THEME, "findings/")


def test_the_published_tree_is_the_golden_one(site: Path) -> None:
    """The theme's and the search's own files are named by hashes, and findings are many: none is listed."""
    tree = "".join(f"{path}\n" for path in sorted(pages(site)) if not path.startswith(MANY))
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(tree, encoding="utf-8")
    assert tree == GOLDEN.read_text(encoding="utf-8")

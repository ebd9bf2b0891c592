"""The demo's site as a list of addresses: what is published, and so what is not."""

from __future__ import annotations

import os
from pathlib import Path

from tests.sites import pages

GOLDEN = Path(__file__).with_name("site-tree.txt")
THEME = ("assets/images/", "assets/javascripts/", "assets/stylesheets/", "findings/")


def test_the_published_tree_is_the_golden_one(site: Path) -> None:
    """The theme's own files carry hashes of its version, and findings are many: neither is listed."""
    tree = "".join(f"{path}\n" for path in sorted(pages(site)) if not path.startswith(THEME))
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(tree, encoding="utf-8")
    assert tree == GOLDEN.read_text(encoding="utf-8")

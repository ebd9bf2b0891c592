"""The handbook that comes with every site: guides, glossary, and a page for each kind of finding."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

PARTS = ("glossary.md", "guides", "findings")


@cache
def handbook() -> dict[str, str]:
    """The handbook's Markdown pages by their path in the site. They are ours, so the host renders them."""
    return dict(_pages(_home()))


def _home() -> Traversable:
    """Where the pages are: in the package when installed, in ``docs/`` in a checkout of the project.

    Their one source is ``docs/``; the wheel is built with a copy, an editable install has none.
    """
    shipped = files("proofolio.adapters.rendering") / "handbook"
    return shipped if shipped.is_dir() else Path(__file__).parents[4] / "docs"


def _pages(home: Traversable) -> Iterator[tuple[str, str]]:
    for part in PARTS:
        place = home / part
        if place.is_file():
            yield part, place.read_text(encoding="utf-8")
        elif place.is_dir():
            for page in sorted(place.iterdir(), key=lambda each: each.name):
                if page.name.endswith(".md"):
                    yield f"{part}/{page.name}", page.read_text(encoding="utf-8")

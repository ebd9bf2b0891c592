"""The one style sheet and the one script that every page asks for."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

STYLE = "assets/proofolio/proofolio.css"
SCRIPT = "assets/proofolio/proofolio.js"
"""Where the host puts them, from the site's root."""

# Later parts build on earlier ones. Kept apart to be read, put together to be fetched once.
_PARTS = (
    "tokens",
    "ground",
    "components",
    "lists",
    "tables",
    "mastery",
    "map",
    "progress",
    "pages",
    "landing",
    "work",
    "story",
    "filter",
    "actions",
    "frame",
    "print",
)


@cache
def assets() -> dict[str, bytes]:
    """What a site needs beside its pages: bytes by path from the site's root."""
    folder = files("proofolio.adapters.rendering") / "assets"
    style = "\n".join((folder / f"{part}.css").read_text("utf-8") for part in _PARTS)
    return {STYLE: style.encode(), SCRIPT: (folder / "proofolio.js").read_bytes()}

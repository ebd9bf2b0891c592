"""The one style sheet and the one script that every page asks for."""

from __future__ import annotations

import re
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
    "controls",
    "lists",
    "tables",
    "mastery",
    "map",
    "progress",
    "pages",
    "portfolio",
    "local",
    "board",
    "chart",
    "landing",
    "bright",
    "work",
    "embed",
    "commentary",
    "story",
    "credential",
    "opportunity",
    "filter",
    "actions",
    "frame",
    "seek",
    "print",
)


@cache
def assets() -> dict[str, bytes]:
    """What a site needs beside its pages: bytes by path from the site's root."""
    folder = files("proofolio.adapters.rendering") / "assets"
    style = "\n".join((folder / f"{part}.css").read_text("utf-8") for part in _PARTS)
    return {STYLE: style.encode(), SCRIPT: (folder / "proofolio.js").read_bytes()}


_SLATE = '[data-md-color-scheme="slate"]'
_DARK = re.compile(r"^" + re.escape(_SLATE) + r"[^{}]*\{[^{}]*\}", re.MULTILINE)


@cache
def standalone_style() -> bytes:
    """The style sheet of a site without a host: ours, with a frame, and dark where the reader likes it so."""
    folder = files("proofolio.adapters.rendering") / "assets"
    parts = ("standalone", *_PARTS)
    style = "\n".join((folder / f"{part}.css").read_text("utf-8") for part in parts)
    return _DARK.sub(lambda rule: _where_dark(rule[0]), style).encode()


def _where_dark(rule: str) -> str:
    """A rule for the theme's dark colours, for a page that no script tells which ones are wanted."""
    return (
        "@media screen and (prefers-color-scheme: dark) {\n"
        + rule.replace(_SLATE, "[data-md-color-scheme]")
        + "\n}"
    )

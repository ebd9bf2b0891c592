"""The pages of figures: their style, the script that filters, sorts and draws, and the library it draws with.

Pages without figures load none of it.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

FOLDER = "assets/proofolio/figures/"
"""Where the host puts them, from the site's root."""
STYLE, SCRIPT = f"{FOLDER}figures.css", f"{FOLDER}figures.js"
CHARTS = f"{FOLDER}chartist.umd.js"
"""The chart library, as its makers publish it."""

_STYLES = ("figures", "charts", "inside")
# In this order: later parts use earlier ones.
_SCRIPTS = ("sort", "charts", "fold", "narrow", "page")


@cache
def dashboard() -> dict[str, bytes]:
    """The files, by path from the site's root."""
    folder = files("proofolio.adapters.rendering")
    assets, vendored = folder / "assets" / "figures", folder / "vendor" / "chartist"
    script = "\n".join((assets / f"{name}.js").read_text("utf-8") for name in _SCRIPTS)
    return {
        STYLE: "\n".join((assets / f"{name}.css").read_text("utf-8") for name in _STYLES).encode(),
        SCRIPT: f'(() => {{\n"use strict";\n{script}}})();\n'.encode(),
        CHARTS: (vendored / "chartist.umd.js").read_bytes(),
        f"{FOLDER}chartist-LICENSE.txt": (vendored / "LICENSE.txt").read_bytes(),
    }


def scripts(*, charts: bool) -> tuple[str, ...]:
    """The scripts that such a page loads, in order; the library only where something is drawn."""
    return (CHARTS, SCRIPT) if charts else (SCRIPT,)

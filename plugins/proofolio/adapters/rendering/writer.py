"""The forms with which people write without Git: their style, their scripts, the library for previews.

A form's page loads the script of its own kind alone; the library comes when a preview is asked for.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from proofolio.adapters.rendering.bundle import asset, bundled
from proofolio.core.model import address

FOLDER = "assets/proofolio/write/"
"""Where the host puts them, from the site's root."""
STYLE = f"{FOLDER}write.css"

_FORMS = {
    "write/evidence/": "evidence",
    "write/review/": "review",
    "write/self-assessment/": "self-assessment",
    address.WRITE_PLAN: "plan",
    address.WRITE_LOG: "log",
}
"""Which form a page is, by how its address begins."""
_STYLES = ("write", "rating")
_VENDORED = ("markdown-it.umd.min.js", "LICENSE.txt")


@cache
def writer() -> dict[str, bytes]:
    """The files, by path from the site's root."""
    vendor = files("proofolio.adapters.rendering") / "vendor" / "markdown-it"
    scripts = {_script(each): bundled("write", each, "proofolioForm").encode() for each in _there()}
    vendored = {f"{FOLDER}vendor/{name}": (vendor / name).read_bytes() for name in _VENDORED}
    style = "\n".join(asset("write", f"{each}.css") for each in _STYLES)
    return {STYLE: style.encode(), **scripts, **vendored}


def form_of(uri: str) -> str | None:
    """The kind of form that a page is; None for every other page."""
    found = next((kind for start, kind in _FORMS.items() if uri.startswith(start)), None)
    return found if found in _there() else None


def scripts(uri: str) -> tuple[str, ...]:
    """The scripts that a page with a form loads."""
    kind = form_of(uri)
    return (_script(kind),) if kind else ()


def styled(uri: str) -> bool:
    """Whether a page belongs to those for writing, the one to choose from included."""
    return uri == address.WRITE or form_of(uri) is not None


@cache
def _there() -> tuple[str, ...]:
    folder = files("proofolio.adapters.rendering") / "assets" / "write"
    return tuple(each for each in _FORMS.values() if (folder / f"{each}.js").is_file())


def _script(kind: str) -> str:
    return f"{FOLDER}{kind}.js"

"""What a site needs of its host and theme, put in place where the owner's settings leave it out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, MutableMapping
from pathlib import Path
from typing import Any

from proofolio.adapters.rendering.menu import palette

_TABS = "navigation.tabs"
_HANDBOOK = ("attr_list", "pymdownx.superfences")
_UNSAFE = ("content.tooltips", "navigation.instant.preview")
"""Theme features that turn text into markup after it was sanitised."""
_SEARCH = "material/search"
"""The theme's own search, as the host calls it, whichever way it is written in the site's settings."""


def settle(theme: MutableMapping[str, Any], nav: Any) -> None:
    """Give the theme what our pages need; ``nav`` is the owner's navigation, None where there is none."""
    theme["palette"] = palette(theme.get("palette"))
    # It would ask another host for its letters, which the policy of our pages does not let it.
    theme["font"] = False
    features = list(theme.get("features") or ())
    # The navigation on offer stands in tabs: our pages have no column for it.
    theme["features"] = features if nav is not None or _TABS in features else [*features, _TABS]


def extended(given: Iterable[str]) -> list[str]:
    """The extensions of Markdown, with those that the handbook is written in."""
    kept = list(given)
    return [*kept, *(each for each in _HANDBOOK if each not in kept)]


def unsafe(given: Iterable[str]) -> tuple[str, ...]:
    """Those of the theme's features that would undo the sanitising."""
    return tuple(each for each in given if each in _UNSAFE)


def silenced(plugins: Mapping[str, Any]) -> bool:
    """Switch the theme's search off, if it is among the plugins; whether it was.

    It would be a second box beside the site's own, and an index of every word that each visitor loads.
    """
    theirs = plugins.get(_SEARCH)
    if theirs is None:
        return False
    theirs.config["enabled"] = False
    return True


def docs_within(root: Path, docs_dir: str) -> str:
    """Where the docs folder lies, from the repository's root; "." when it is elsewhere."""
    docs = Path(docs_dir).resolve()
    return docs.relative_to(root).as_posix() if docs.is_relative_to(root) else "."

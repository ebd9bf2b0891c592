"""The one setting for the language: ``theme.language`` in ``mkdocs.yml``, whoever asks for it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from proofolio.adapters.language.catalogue import tongue
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.language.tongue import English, Tongue

PLACE = "mkdocs.yml"
_LARGEST = 1_000_000


class _Lenient(yaml.SafeLoader):
    """Steps over what only the host understands, such as ``!ENV`` or the names of Python functions."""


_Lenient.add_multi_constructor("", lambda loader, suffix, node: None)


def site_tongue(root: Path) -> Tongue:
    """The language of the site whose ``mkdocs.yml`` is in ``root``; English where nothing says otherwise."""
    theme = _settings(root).get("theme")
    code = theme.get("language") if isinstance(theme, dict) else None
    try:
        return tongue(code) if isinstance(code, str) else English()
    except ProofolioError:
        return English()


def theme_language(code: str, folders: Iterable[str]) -> str:
    """What the theme in these folders is to be told: it knows ``es``, which is the same in every country."""
    plain, country, _ = code.replace("_", "-").partition("-")
    places = (Path(each) / "partials" / "languages" for each in folders)
    known = {each.stem for place in places for each in place.glob("*.html")}
    return plain if country and code not in known and plain in known else code


def _settings(root: Path) -> dict[str, Any]:
    file = root / PLACE
    try:
        if file.stat().st_size > _LARGEST:
            return {}
        found = yaml.load(file.read_text("utf-8"), _Lenient)
    except (OSError, ValueError, yaml.YAMLError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}

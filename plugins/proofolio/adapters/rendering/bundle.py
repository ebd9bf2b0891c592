"""Small ES modules put together as one plain script: kept apart to be read and tested, fetched once.

A plain script also runs on a page that was opened from a folder, where modules do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files

_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([a-z0-9-]+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?function\*?|class|const|let) (\w+)", re.MULTILINE)


def bundled(folder: str, entry: str, name: str) -> str:
    """The module ``entry`` of ``assets/<folder>`` and all that it needs, each in a scope of its own.

    The script's one name, ``name``, holds what each module exports. Raises ValueError when modules need
    one another in a circle.
    """
    parts: dict[str, str] = {}
    _add(folder, entry, parts, ())
    listed = ", ".join(_scope(each) for each in parts)
    return (
        f'const {name} = (() => {{\n"use strict";\n{"".join(parts.values())}return {{ {listed} }};\n}})();\n'
    )


def asset(folder: str, name: str) -> str:
    """The text of a file in ``assets/<folder>``."""
    return (files("proofolio.adapters.rendering") / "assets" / folder / name).read_text("utf-8")


def _add(folder: str, name: str, parts: dict[str, str], above: tuple[str, ...]) -> None:
    if name in above:
        raise ValueError(f"modules need one another in a circle: {' '.join((*above, name))}")
    if name in parts:
        return
    source = asset(folder, f"{name}.js")
    for found in _IMPORT.finditer(source):
        _add(folder, found[2], parts, (*above, name))
    exported = ", ".join(_exported(source))
    body = _EXPORT.sub(r"\1 \2", _IMPORT.sub(_taken, source))
    parts[name] = f"const {_scope(name)} = (() => {{\n{body}return {{ {exported} }};\n}})();\n"


def _exported(source: str) -> Iterator[str]:
    yield from (found[2] for found in _EXPORT.finditer(source))


def _taken(found: re.Match[str]) -> str:
    return f"const {{{found[1]}}} = {_scope(found[2])};\n"


def _scope(name: str) -> str:
    return f"${name.replace('-', '_')}"

"""The page on which visitors check a credential in their own browser: what it needs beside its HTML.

None of it is loaded by any other page. The scripts are kept apart to be read and tested, and put together
to be fetched once; they then also run on a page that was opened from a folder, where modules do not.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from proofolio.adapters.rendering.references import Link
from proofolio.adapters.signing.contexts import CLR_2, CONTEXTS, CREDENTIALS_V2, OPEN_BADGES_3
from proofolio.adapters.signing.contexts import OPEN_BADGES_EXTENSIONS as EXTENSIONS
from proofolio.core.language.say import Deferred, said
from proofolio.core.verifying.forms import CLOSED, EITHER, NODES

FOLDER = "assets/proofolio/verify/"
"""Where the host puts them, from the site's root."""
STYLE, SCRIPT = f"{FOLDER}verify.css", f"{FOLDER}verify.js"
DATA = f"{FOLDER}data.json"
"""The contexts, the forms and the sentences."""

_WORKER = f"{FOLDER}verify-worker.js"
_KNOWN = (CREDENTIALS_V2, OPEN_BADGES_3, EXTENSIONS, CLR_2)
_STYLES = ("desk", "report")
_VENDORED = ("jsonld.esm.min.js", "noble-ed25519.js", "LICENSES.txt")
_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([a-z0-9-]+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?function\*?|class|const|let) (\w+)", re.MULTILINE)
_HEAD_ENDS = re.compile(r"</head>", re.IGNORECASE)


def verifier() -> dict[str, bytes]:
    """The files, by path from the site's root, with what the page says in the spoken language."""
    return _fixed() | {DATA: json.dumps(data(), ensure_ascii=False, separators=(",", ":")).encode()}


@cache
def _fixed() -> dict[str, bytes]:
    root = files("proofolio.adapters.rendering")
    vendored = {f"{FOLDER}vendor/{name}": (root / "vendor" / name).read_bytes() for name in _VENDORED}
    return {
        STYLE: "\n".join(_source(f"{name}.css") for name in _STYLES).encode(),
        SCRIPT: _joined("page").encode(),
        _WORKER: _joined("worker").encode(),
        **vendored,
    }


def data() -> dict[str, object]:
    """What the script is told: what words mean, which members belong where, and what to say."""
    return {
        "contexts": {each: CONTEXTS[each] for each in _KNOWN},
        "forms": {"nodes": NODES, "closed": sorted(CLOSED), "either": sorted(EITHER)},
        # the messages of ``words.json`` stand in the catalogue, as those of every other source do
        "words": {key: said(Deferred(words)) for key, words in json.loads(_source("words.json")).items()},
    }


def equip(html: str, link: Link) -> str:
    """The page's HTML with its style and script in the head. ``link`` makes addresses from that page."""
    own = f'<link rel="stylesheet" href="{link(STYLE)}"><script defer src="{link(SCRIPT)}"></script>'
    return _HEAD_ENDS.sub(lambda end: own + end[0], html, count=1)


def _joined(entry: str) -> str:
    """The module and all that it needs as one plain script, each in a scope of its own."""
    parts: dict[str, str] = {}
    _add(entry, parts, ())
    name = {"page": "proofolioVerifier"}.get(entry, f"proofolio{entry.title()}")
    listed = ", ".join(_scope(each) for each in parts)
    return (
        f'const {name} = (() => {{\n"use strict";\n{"".join(parts.values())}return {{ {listed} }};\n}})();\n'
    )


def _add(name: str, parts: dict[str, str], above: tuple[str, ...]) -> None:
    if name in above:
        raise ValueError(f"modules need one another in a circle: {' '.join((*above, name))}")
    if name in parts:
        return
    source = _source(f"{name}.js")
    for found in _IMPORT.finditer(source):
        _add(found[2], parts, (*above, name))
    exported = ", ".join(_exported(source))
    body = _EXPORT.sub(r"\1 \2", _IMPORT.sub(_taken, source))
    parts[name] = f"const {_scope(name)} = (() => {{\n{body}return {{ {exported} }};\n}})();\n"


def _source(name: str) -> str:
    return (files("proofolio.adapters.rendering") / "assets" / "verify" / name).read_text("utf-8")


def _exported(source: str) -> Iterator[str]:
    yield from (found[2] for found in _EXPORT.finditer(source))


def _taken(found: re.Match[str]) -> str:
    return f"const {{{found[1]}}} = {_scope(found[2])};\n"


def _scope(name: str) -> str:
    return f"${name.replace('-', '_')}"

"""The page on which visitors check a credential in their own browser: what it needs beside its HTML.

None of it is loaded by any other page. The scripts are kept apart to be read and tested, and put together
to be fetched once; they then also run on a page that was opened from a folder, where modules do not.
"""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files

from proofolio.adapters.rendering.bundle import asset, bundled
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
        SCRIPT: bundled("verify", "page", "proofolioVerifier").encode(),
        _WORKER: bundled("verify", "worker", "proofolioWorker").encode(),
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


def _source(name: str) -> str:
    return asset("verify", name)

"""The search of one site: it learns the pages, then makes the indexes beside them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from pathlib import Path

from proofolio.adapters.searching.bucket import buckets
from proofolio.adapters.searching.entry import entry
from proofolio.adapters.searching.service import Entry, index, program
from proofolio.adapters.searching.settled import settled
from proofolio.adapters.searching.told import told
from proofolio.adapters.store import FOLDER as STORES
from proofolio.adapters.store import Store
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.model import address
from proofolio.core.publishing import facet
from proofolio.core.publishing.record import HELP, Record

FOLDER = "assets/proofolio/find/"
"""Where everything that searches is put, from the site's root."""
OPENER, PAGE, STYLE = f"{FOLDER}dialog.js", f"{FOLDER}page.js", f"{FOLDER}find.css"
CACHE = f"{STORES}/search"
"""Where indexes are kept, from the repository's root."""
_FORMAT = 1
_STYLES = ("found", "dialog", "page")
_LIBRARY = "pagefind.js"
_OF_AN_INDEX = (".pf_meta", ".pf_index", ".pf_filter", ".pf_fragment", "pagefind-entry.json")


@cache
def scripts() -> dict[str, bytes]:
    """Our own scripts and style, by path from the site's root."""
    folder = files("proofolio.adapters.searching") / "assets"
    every = {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}
    made = {f"{FOLDER}{name}": data for name, data in every.items() if name.endswith(".js")}
    return made | {STYLE: b"\n".join(every[f"{name}.css"] for name in _STYLES)}


class Finder:
    """Makes the search of one build. ``language`` is the site's, ``root`` the repository's root."""

    def __init__(self, root: Path, language: str) -> None:
        self._store = Store(root / CACHE)
        self._language = language.partition("-")[0]
        self._records: dict[str, Record] = {}
        self._texts: dict[str, str] = {}
        self.made = 0
        """How many indexes had to be made, the others being there from before."""

    def trouble(self) -> str | None:
        """Why there can be no search on this machine, or None."""
        try:
            program()
        except ProofolioError as error:
            return f"{error.message}: {error.hint}" if error.hint else error.message
        return None

    def learn(self, records: Iterable[Record]) -> None:
        """Take these pages into the search."""
        self._records.update((each.uri, each) for each in records)

    def read(self, uri: str, text: str) -> None:
        """What stands on a page, in plain words."""
        self._texts[uri] = text

    def help(self, uri: str, title: str, text: str) -> None:
        """Take in a page that is made from no portfolio or competency: a guide, one of the site's own."""
        self.learn([Record(uri, title, HELP, filters=(facet.tag("kind", (HELP,)),))])
        self.read(uri, text)

    def files(self, url: Callable[[str], str]) -> dict[str, bytes]:
        """The indexes and what reads them, by path from the site's root.

        ``url`` gives a page's address from the site's root. Raises ProofolioError.
        """
        made: dict[str, bytes] = {}
        keys = []
        every = buckets(self._records.values())
        for number, (name, records) in enumerate(every.items()):
            entries = [entry(each, url(each.uri), self._texts.get(each.uri, "")) for each in records]
            key = _key(entries, self._language)
            keys.append(key)
            for path, data in self._index(key, entries).items():
                place = _place(path, name, first=number == 0)
                if place is not None:
                    made[FOLDER + place] = data
        tag = hashlib.sha256("".join(keys).encode()).hexdigest()[:12]
        made[f"{FOLDER}find.json"] = told(every, url(address.SEARCH), tag)
        return made

    def _index(self, key: str, entries: list[Entry]) -> dict[str, bytes]:
        kept = self._store.find(key)
        if kept is not None:
            return kept
        made = settled(_wanted(index(entries, self._language)))
        self._store.keep(key, made)
        self.made += 1
        return made


def _wanted(files: dict[str, bytes]) -> dict[str, bytes]:
    """Pagefind also brings ready-made interfaces, and a program for every language that is none."""
    languages = json.loads(files["pagefind-entry.json"])["languages"].values()
    programs = {f"wasm.{each['wasm'] or 'unknown'}.pagefind" for each in languages}
    wanted = {_LIBRARY, *programs}
    return {path: data for path, data in files.items() if path.endswith(_OF_AN_INDEX) or path in wanted}


def _place(path: str, name: str, *, first: bool) -> str | None:
    """Where a file of the index ``name`` goes; what all of them share is there once."""
    if path == _LIBRARY:
        return path if first else None
    if path.startswith("wasm.") and not first:
        return None
    return f"{name}/{path}"


def _key(entries: list[Entry], language: str) -> str:
    """The key of an index: of all that goes into it, and of what makes it."""
    said = [_FORMAT, program()[1], language, [asdict(each) for each in entries]]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()

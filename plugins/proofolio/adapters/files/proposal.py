"""From an answered form to a file in the right folder, checked as if it were there already."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Callable, Collection, Iterable
from datetime import date
from pathlib import Path

from proofolio.adapters.files.load import Loaded, load_tree
from proofolio.adapters.files.outline import slug
from proofolio.adapters.files.tree import MAX_TEXT, SourceFile, Tree
from proofolio.adapters.files.write import ROSTER
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.model.address import RESERVED
from proofolio.core.model.digest import blob_of

_LONGEST_NAME = 40

Names = Callable[[str], Collection[str]]
"""What lies in a folder, by name; nothing when there is no such folder."""


def named(title: str, otherwise: str) -> str:
    """A folder's or file's name from a title: whole words, ASCII; ``otherwise`` for one without letters."""
    ascii_only = unicodedata.normalize("NFKD", slug(title)).encode("ascii", "ignore").decode()
    plain = "-".join(part for part in ascii_only.split("-") if part)
    if len(plain) > _LONGEST_NAME:
        plain = plain[:_LONGEST_NAME].rpartition("-")[0] or plain[:_LONGEST_NAME]
    return plain or otherwise


def free(wanted: str, taken: Iterable[str]) -> str:
    """The name, or with a number behind it when it is taken, whatever the letters' case."""
    known = {*RESERVED, *(each.casefold() for each in taken)}
    number, name = 1, wanted
    while name.casefold() in known:
        number += 1
        name = f"{wanted}-{number}"
    return name


def names_on_disk(root: Path) -> Names:
    """What lies in the folders below ``root``."""

    def names(folder: str) -> set[str]:
        try:
            return set(os.listdir(root / folder))
        except OSError:
            return set()

    return names


def with_file(tree: Tree, person: str, path: str, text: str) -> Loaded:
    """The definitions, the roster and one person's files, as they would be with this one."""
    data = text.encode("utf-8")
    file = SourceFile(path, len(data), blob_of(data), data if len(data) <= MAX_TEXT else None)
    near = ("competencies/", ROSTER, f"portfolios/{person}/")
    files = {key: each for key, each in tree.files.items() if key.startswith(near)}
    return load_tree(Tree(tree.root, dict(sorted({**files, path: file}.items()))))


def entry_day(said: date | None, today: date) -> date:
    """The day of a log entry: as written, or the day on which the form was sent; never one to come."""
    return said if said is not None and said <= today else today


def put(folder: Path, path: str, text: str) -> bool:
    """Write a file below ``folder``, following no link on the way; False when it says so already.

    Raises ProofolioError when something else than a folder or file is in the way.
    """
    here = folder
    for step in path.split("/")[:-1]:
        here = here / step
        try:
            state = os.lstat(here)
        except FileNotFoundError:
            here.mkdir()
            continue
        if not stat.S_ISDIR(state.st_mode):
            raise ProofolioError(f"{step} in {path} is not a folder", "nothing was written")
    target = folder / path
    data = text.encode("utf-8")
    if os.path.lexists(target):
        if not stat.S_ISREG(os.lstat(target).st_mode):
            raise ProofolioError(f"{path} is not an ordinary file", "nothing was written")
        if target.read_bytes() == data:
            return False
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(target, flags, 0o644), "wb") as stream:
        stream.write(data)
    return True

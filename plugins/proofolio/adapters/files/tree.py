"""Opening the contributed tree as data: no links followed, nothing executed, everything measured."""

from __future__ import annotations

import hashlib
import math
import os
import stat
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from proofolio.adapters.files.content_type import ALLOWED, matches
from proofolio.adapters.files.secret import holds_private_key
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.diagnostics.finding import Finding, Related
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules import reading
from proofolio.core.diagnostics.rules.credential import PRIVATE_KEY
from proofolio.core.diagnostics.rules.history import NESTED_REPOSITORY

REFUSED = (reading.SYMBOLIC_LINK, reading.SPECIAL_FILE, reading.UNREADABLE_FILE, reading.BAD_NAME)
"""Rules whose files are there, but were not taken in."""
ROOTS = ("competencies", "portfolios")
TEXTS = (".yml", ".md", ".json")
TABLES = "competencies/surveys/"
"""Where tables are read: elsewhere a CSV file is an artifact."""
PASSED_OVER = (".git", "__pycache__")
"""Names of files and folders that are never looked at."""
MAX_TEXT = 200 * 1024
MAX_ARTIFACT = 20 * 1024 * 1024
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{n}{i}" for n in ("com", "lpt") for i in range(1, 10))})
CHUNK = 1 << 20
"""Bytes read at once; an artifact's type is told from the first of them."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One regular file: path from the root, size in bytes, Git blob id, and the text's bytes.

    ``data`` is None for artifacts (they are hashed, not kept) and for texts that are too large.
    """

    path: str
    size: int
    blob: str
    data: bytes | None


@dataclass(slots=True)
class Tree:
    """All regular files below ``competencies/`` and ``portfolios/``, by path, and what was refused."""

    root: Path
    files: dict[str, SourceFile] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    _paths: list[str] = field(default_factory=list, repr=False)

    def below(self, folder: str) -> Iterator[SourceFile]:
        """Every file below a folder, in sorted order (found by halving: there may be many)."""
        if len(self._paths) != len(self.files):
            self._paths = sorted(self.files)
        prefix = folder + "/"
        for path in self._paths[bisect_left(self._paths, prefix) :]:
            if not path.startswith(prefix):
                return
            yield self.files[path]


def read_tree(root: Path) -> Tree:
    """Read the repository at ``root``. Raises ProofolioError when there is nothing to read."""
    if not root.is_dir():
        raise ProofolioError(
            f"there is no folder {root}", "name the folder that holds competencies/ and portfolios/"
        )
    if not any((root / name).is_dir() for name in ROOTS):
        raise ProofolioError(
            f"{root} holds neither competencies/ nor portfolios/",
            "run this in the top folder of your repository, or name that folder with --root",
        )
    tree = Tree(root)
    for name in ROOTS:
        if os.path.lexists(root / name):
            _visit(tree, name)
    tree.files = dict(sorted(tree.files.items()))
    add_clashes(tree)
    return tree


def open_source(root: Path, path: str) -> bytes:
    """A file's bytes, opened without following a link in its last step. Raises OSError."""
    descriptor = os.open(root / path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as stream:
        return stream.read()


def _visit(tree: Tree, path: str) -> None:
    """Take in one path, whatever it is."""
    here = tree.root / path
    try:
        state = os.lstat(here)
        if stat.S_ISLNK(state.st_mode):
            tree.findings.append(Finding(reading.SYMBOLIC_LINK, "a symbolic link, not a file", Pointer(path)))
        elif stat.S_ISDIR(state.st_mode):
            for name in sorted(os.listdir(here)):
                if name == ".git":
                    message = "this folder is a repository of its own, so its files are in no commit here"
                    tree.findings.append(Finding(NESTED_REPOSITORY, message, Pointer(path)))
                if name not in PASSED_OVER and name_is_fine(tree, path, name):
                    _visit(tree, f"{path}/{name}")
        elif stat.S_ISREG(state.st_mode):
            tree.files[path] = _take(tree, path, state.st_size)
        else:
            tree.findings.append(Finding(reading.SPECIAL_FILE, "not an ordinary file", Pointer(path)))
    except OSError as error:
        message = f"the file cannot be opened: {error.strerror or error}"
        tree.findings.append(Finding(reading.UNREADABLE_FILE, message, Pointer(path)))


def _take(tree: Tree, path: str, size: int) -> SourceFile:
    """Hash a regular file; keep a text's bytes; judge an artifact's size and type."""
    readable = is_readable(path, size)
    hashed = hashlib.sha1(b"blob %d\0" % size, usedforsecurity=False)
    kept: list[bytes] = []
    descriptor = os.open(
        tree.root / path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    )
    with os.fdopen(descriptor, "rb") as stream:
        while chunk := stream.read(CHUNK):
            hashed.update(chunk)
            if not kept or readable:
                kept.append(chunk)
    file = SourceFile(path, size, hashed.hexdigest(), b"".join(kept) if readable else None)
    judge_file(tree, file, b"".join(kept))
    return file


def is_readable(path: str, size: int) -> bool:
    """Whether a file is a text that is read; everything else is an artifact, or too large."""
    return _is_text(path) and size <= text_limit(path)


def _is_text(path: str) -> bool:
    return path.endswith(TEXTS) or (path.startswith(TABLES) and path.endswith(".csv"))


def judge_file(tree: Tree, file: SourceFile, head: bytes) -> None:
    """Findings about a file as a file: too large, of a type that is not published, disguised."""
    name, where = file.path.rsplit("/", 1)[-1], Pointer(file.path)
    if holds_private_key(head):
        tree.findings.append(Finding(PRIVATE_KEY, "there is a private key in this file", where))
    if name.startswith("."):
        return
    if _is_text(file.path):
        if file.size > text_limit(file.path):
            limit = text_limit(file.path) // 1024
            message = f"the file is too large: {-(-file.size // 1024)} KiB (at most {limit} KiB)"
            hint = "move tables and long quotations into files of their own, and list them under artifacts"
            tree.findings.append(Finding(reading.FILE_TOO_LARGE, message, where, hint))
        return
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if ending in ("yaml", "markdown"):
        return  # a misplaced definition, and said so where places are known
    if file.size > MAX_ARTIFACT:
        limit = MAX_ARTIFACT // (1024 * 1024)
        size = math.ceil(file.size * 10 / (1024 * 1024)) / 10
        message = f"the file is too large: {size} MiB (at most {limit} MiB)"
        tree.findings.append(Finding(reading.FILE_TOO_LARGE, message, where))
        return
    if ending not in ALLOWED:
        message = f"files of type '.{ending}' are not published" if ending else "a file without an ending"
        hint = f"allowed: {', '.join(sorted(ALLOWED))}"
        tree.findings.append(Finding(reading.FILE_TYPE_NOT_ALLOWED, message, where, hint))
    elif not matches(name, head):
        message = f"the file is named .{ending} but its content is something else"
        tree.findings.append(Finding(reading.CONTENT_DIFFERS, message, where))


def text_limit(path: str) -> int:
    """How many bytes a text at this path may have: what people write is shorter than definitions."""
    personal = path.startswith("portfolios/") and path.count("/") > 1
    # A credential carries its whole rubric, and a learner record all credentials.
    signed = path.endswith(".json") and path.split("/")[2:3] == ["credentials"]
    brought = path.split("/")[2:3] == ["imported"]
    return MAX_TEXT if personal and not (signed or brought) else 20 * MAX_TEXT


def name_is_fine(tree: Tree, folder: str, name: str) -> bool:
    """Refuse names that not every computer can store, or that look like another one."""
    trouble = None
    if any(unicodedata.category(each) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp") for each in name):
        trouble = "the name holds an invisible or unusable character"
    elif unicodedata.normalize("NFC", name) != name:
        trouble = "the name's accents are stored in a form that other computers do not find"
    elif any(each in '<>:"|?*\\' for each in name) or name.endswith((" ", ".")):
        trouble = "the name holds a character that Windows cannot store"
    elif name.split(".")[0].lower() in _DEVICES:
        trouble = "the name is reserved on Windows"
    elif len(name.encode("utf-8", "surrogatepass")) > 200:
        trouble = "the name is too long"
    if trouble:
        shown = name.encode("utf-8", "backslashreplace").decode()
        shown = "".join(each if each.isprintable() else f"\\u{ord(each):04x}" for each in shown)
        tree.findings.append(Finding(reading.BAD_NAME, trouble, Pointer(f"{folder}/{shown}")))
    return trouble is None


def add_clashes(tree: Tree) -> None:
    """Two paths that are one file on computers that ignore capitals or width."""
    seen: dict[str, str] = {}
    for path in tree.files:
        folded = unicodedata.normalize("NFKC", path).casefold()
        if folded in seen:
            related = (Related(Pointer(seen[folded]), "the other one"),)
            message = f"the name differs from '{seen[folded].rsplit('/', 1)[-1]}' only in capitals or width"
            tree.findings.append(Finding(reading.NAME_CLASH, message, Pointer(path), None, related))
        seen.setdefault(folded, path)

"""The tree of a commit, as data: the same that stands on the disk when it is checked out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from proofolio.adapters.files.tree import (
    CHUNK,
    MAX_ARTIFACT,
    PASSED_OVER,
    ROOTS,
    SourceFile,
    Tree,
    add_clashes,
    is_readable,
    judge_file,
    name_is_fine,
)
from proofolio.adapters.git.command import ask
from proofolio.adapters.git.objects import read_blobs
from proofolio.adapters.git.reference import commit_of, prefix_of
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules import reading
from proofolio.core.model.digest import blob_of

_LINK, _REPOSITORY = "120000", "160000"
_LENGTH_OF_SHA1 = 40
_AT_ONCE = 32 * 1024 * 1024
"""Bytes of artifacts that are held at a time; texts are all held together."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the listing: what a commit holds at a path."""

    path: str
    mode: str
    blob: str
    size: int


def read_commit_tree(root: Path, rev: str, like: Tree | None = None) -> Tree:
    """The tree of the commit ``rev``, of the district that lies at ``root`` in its repository.

    Links, other repositories and odd names are refused as they are on the disk. What was found
    about artifacts that are the same in ``like`` is taken over, without reading them again.
    Raises ProofolioError when there is no such commit, or no district in it.
    """
    commit = commit_of(root, rev)
    prefix = prefix_of(root)
    listed = ask(root, "ls-tree", "-r", "-z", "-l", "--full-tree", f"{commit}:{prefix}", "--", *ROOTS)
    if listed is None and (not prefix or ask(root, "cat-file", "-e", f"{commit}:{prefix}") is not None):
        raise ProofolioError(
            f"this clone lacks a part of the version {rev}, such as a clone made with --filter does",
            "clone the whole repository again, without --filter; git fsck tells what is damaged",
        )
    entries = tuple(_entries(listed or b""))
    if not any(each.path.startswith(f"{name}/") for each in entries for name in ROOTS):
        raise ProofolioError(
            f"the version {rev} holds neither competencies/ nor portfolios/ here",
            "name a version of the repository that has them, or the right folder with --root",
        )
    tree = Tree(root)
    regular = list(_regular(tree, entries))
    texts = [each for each in regular if is_readable(each.path, each.size)]
    artifacts = [each for each in regular if not is_readable(each.path, each.size)]
    _take(tree, texts)
    for some in _batches(artifacts, like):
        _take(tree, some, like)
    tree.files = dict(sorted(tree.files.items()))
    add_clashes(tree)
    return tree


def _entries(listed: bytes) -> Iterator[_Entry]:
    for line in listed.split(b"\0"):
        about, tab, path = line.partition(b"\t")
        if tab:
            mode, _, blob, size = about.decode("ascii").split()
            number = int(size) if size.isdigit() else 0
            yield _Entry(path.decode("utf-8", "surrogateescape"), mode, blob, number)


def _regular(tree: Tree, entries: Iterable[_Entry]) -> Iterator[_Entry]:
    """The ordinary files; of everything else, and of names that cannot stay, the tree is told."""
    folders: dict[str, bool] = {}
    seen: set[str] = set()
    for entry in entries:
        if not _is_reached(tree, entry.path, folders):
            continue
        if entry.mode == _LINK:
            message = "a symbolic link, not a file"
            tree.findings.append(Finding(reading.SYMBOLIC_LINK, message, Pointer(entry.path)))
        elif entry.mode == _REPOSITORY:
            message = "another repository, not an ordinary file"
            tree.findings.append(Finding(reading.SPECIAL_FILE, message, Pointer(entry.path)))
        elif entry.path in seen:
            message = "this name stands here twice, and nobody can tell which of the two files is meant"
            tree.findings.append(Finding(reading.NAME_CLASH, message, Pointer(entry.path)))
        else:
            seen.add(entry.path)
            yield entry


def _is_reached(tree: Tree, path: str, known: dict[str, bool]) -> bool:
    """Whether every step of a path has a name that can stay; each is told of once."""
    above, fine = "", True
    for name in path.split("/"):
        here = f"{above}/{name}" if above else name
        if fine and here not in known:
            known[here] = not above or (name not in PASSED_OVER and name_is_fine(tree, above, name))
        fine = fine and known[here]
        above = here
    return fine


def _batches(artifacts: Iterable[_Entry], like: Tree | None) -> Iterator[list[_Entry]]:
    some: list[_Entry] = []
    held = 0
    for each in artifacts:
        some.append(each)
        held += each.size if _is_wanted(each, like) else 0
        if held > _AT_ONCE:
            yield some
            some, held = [], 0
    yield some


def _is_wanted(entry: _Entry, like: Tree | None) -> bool:
    """Whether a file's content must be seen to know it."""
    if len(entry.blob) != _LENGTH_OF_SHA1 or is_readable(entry.path, entry.size):
        return True  # the digest is over SHA-1 ids, whatever the repository calls its blobs
    return entry.size <= MAX_ARTIFACT and not _is_same(entry, like)


def _is_same(entry: _Entry, like: Tree | None) -> bool:
    known = like.files.get(entry.path) if like else None
    return known is not None and known.blob == entry.blob


def _take(tree: Tree, entries: Iterable[_Entry], like: Tree | None = None) -> None:
    """Take files in, with their contents from one question to Git."""
    every = list(entries)
    contents = read_blobs(tree.root, (each.blob for each in every if _is_wanted(each, like)))
    for entry in every:
        content = contents.get(entry.blob)
        if content is None and _is_wanted(entry, like):
            message = "the file cannot be opened: its content is not in this clone"
            tree.findings.append(Finding(reading.UNREADABLE_FILE, message, Pointer(entry.path)))
            continue
        blob = entry.blob if len(entry.blob) == _LENGTH_OF_SHA1 else blob_of(content or b"")
        data = content if is_readable(entry.path, entry.size) else None
        file = SourceFile(entry.path, entry.size, blob, data)
        tree.files[entry.path] = file
        if like is not None and _is_same(entry, like):
            tree.findings += [each for each in like.findings if _is_about(each, entry.path)]
        else:
            judge_file(tree, file, (content or b"")[:CHUNK])


def _is_about(finding: Finding, path: str) -> bool:
    """Whether a finding is about a file as a file, not about how its name goes with another's."""
    return finding.where.file == path and finding.rule is not reading.NAME_CLASH

"""What a head changes against a base: two trees compared, whatever merges and renames lie between."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from proofolio.adapters.git.command import ask, inquire, stream
from proofolio.adapters.git.imports import is_imported, without_imports
from proofolio.adapters.git.log import IDENTICAL, LOG, MOST_FILES, moment, read_log, tokens_of
from proofolio.adapters.git.mailmap import read_mailmap
from proofolio.adapters.git.naming import Naming, plain
from proofolio.adapters.git.reference import commit_of, is_shallow, prefix_of
from proofolio.adapters.git.signatures import read_signatures
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.model.change import Change, FileChange, Stored
from proofolio.core.model.history import Revision, Signature, signature_by
from proofolio.core.model.person import Person

_DIFF = (
    *("diff-tree", "-r", "-z", "--raw", "--no-abbrev", "--full-index", "--no-renames"),
    *("--no-ext-diff", "--no-textconv", "--ignore-submodules=none", "--no-commit-id"),
)
_LOG = (
    *("log", "-z", "-s", "--topo-order", "--reverse", "--no-show-signature", "--no-notes", "--no-color"),
    *("--encoding=UTF-8", "--format=%H%x00%aI%x00%an%x00%ae%x00%cn%x00%ce%x00%s"),
)
_FIELDS = 7
_NOTHING = "000000"
_TROUBLE = "error: "
_NOBODY: Mapping[str, Person] = {}
_NO_DATE = datetime(1970, 1, 1, tzinfo=UTC)


def change(root: Path, base: str, head: str = "HEAD", people: Mapping[str, Person] = _NOBODY) -> Change:
    """What ``head`` changes since it left ``base``; paths are relative to ``root``.

    What lies outside of ``root`` in the same repository is there too, as ``../…``. Names of people
    are those of the base's ``.mailmap``; the signing keys of ``people`` say whose signatures are
    good. Raises ProofolioError when the two cannot be compared.
    """
    target, tip = commit_of(root, base), commit_of(root, head)
    if is_shallow(root):
        raise ProofolioError(
            "this clone holds only the latest commits, so nobody can tell where the change began",
            "fetch the rest (git fetch --unshallow); in a workflow, set fetch-depth: 0",
        )
    common = inquire(root, "merge-base", "--all", target, tip)
    if common is None or (common.status and _TROUBLE in common.complaint):
        raise ProofolioError(
            "Git cannot tell where the change began, because a part of the history is missing or damaged",
            "clone the whole repository again, without --filter and --depth; git fsck tells what is damaged",
        )
    parted = common.output.decode("ascii", "replace").split()
    if not parted:
        raise ProofolioError(
            f"{head} and {base} have no commit in common, so there is no change to judge",
            "start the change from the base branch (git switch -c mine origin/main)",
        )
    prefix = prefix_of(root)
    files: dict[str, FileChange] = {}
    for each in parted:
        for path, file in _difference(root, each, tip):
            files.setdefault(path, file)
    if parted != [target]:
        # Lines of work that merged each other: whatever one of the common commits had otherwise
        # counts. But what the base itself has just so by now (it took over the work that a review
        # builds on, squashed) is not changed by anybody.
        still = {path for path, _ in _difference(root, target, tip)}
        files = {path: file for path, file in files.items() if path in still}
    own = (_within(prefix, file) for _, file in sorted(files.items()))
    files = {each.path: each for each in own}
    commits = tuple(_commits(root, target, tip, people))
    if any(map(is_imported, files)):
        commits = _own_commits(root, target, tip, commits)
    return Change(parted[0], tip, tuple(files.values()), commits)


def _own_commits(root: Path, target: str, tip: str, commits: tuple[Revision, ...]) -> tuple[Revision, ...]:
    """Those commits that make the change, without the history that an import brought along."""
    try:
        told = read_log(stream(root, *LOG, IDENTICAL, f"{target}..{tip}"), Naming())
    except ValueError:
        return commits
    kept = {each.id for each in without_imports(told)}
    return tuple(each for each in commits if each.commit in kept)


def _difference(root: Path, before: str, after: str) -> Iterator[tuple[str, FileChange]]:
    try:
        tokens = list(islice(tokens_of(stream(root, *_DIFF, before, after)), 2 * MOST_FILES + 1))
    except ValueError:
        raise ProofolioError(
            "Git cannot compare the two versions", "fetch the whole history (git fetch --refetch origin)"
        ) from None
    if len(tokens) > 2 * MOST_FILES:
        raise ProofolioError(
            f"more than {MOST_FILES:,} files differ, and nobody can look through so many",
            "split the change, or put what belongs together into one file",
        )
    for about, name in zip(tokens[::2], tokens[1::2], strict=False):
        old_mode, new_mode, old, new, _ = about.lstrip(b":").decode("ascii").split()
        path = name.decode("utf-8", "surrogateescape")
        yield path, FileChange(path, _stored(old_mode, old), _stored(new_mode, new))


def _stored(mode: str, blob: str) -> Stored | None:
    return None if mode == _NOTHING else Stored(mode, blob)


def _within(prefix: str, file: FileChange) -> FileChange:
    """The same with its path from the district's folder."""
    if not prefix:
        return file
    inside = file.path.startswith(prefix)
    path = file.path[len(prefix) :] if inside else posixpath.relpath("/" + file.path, "/" + prefix)
    return FileChange(path, file.before, file.after)


def _commits(root: Path, target: str, tip: str, people: Mapping[str, Person]) -> Iterator[Revision]:
    output = ask(root, *_LOG, f"{target}..{tip}")
    if output is None:
        raise ProofolioError("Git cannot list the change's commits", "fetch the whole history and try again")
    naming = Naming(read_mailmap(root, target))
    tokens = output.split(b"\0")
    every = [tokens[at : at + _FIELDS] for at in range(0, len(tokens) - _FIELDS + 1, _FIELDS)]
    proofs = read_signatures(root, (each[0].decode("ascii") for each in every))
    for id_, date, author, address, committer, committers, subject in every:
        commit = id_.decode("ascii")
        by = naming.identity(author, address)
        signature, key = proofs.get(commit, (Signature.NONE, None))
        yield Revision(
            commit,
            moment(date.decode("ascii", "replace")) or _NO_DATE,
            by,
            plain(subject),
            signature=signature_by(by, key, people) if key else signature,
            committer=naming.identity(committer, committers),
        )

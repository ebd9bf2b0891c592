"""What Git remembers of the portfolios and the definitions, in one pass over the log."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from proofolio.adapters.git.command import stream
from proofolio.adapters.git.imports import without_imports
from proofolio.adapters.git.lineage import Lineage, follow
from proofolio.adapters.git.log import IDENTICAL, LIKENESS, LOG, Commit, read_log
from proofolio.adapters.git.mailmap import read_mailmap
from proofolio.adapters.git.naming import Naming
from proofolio.adapters.git.origin import origins
from proofolio.adapters.git.place import submission_of
from proofolio.adapters.git.repository import reach_of
from proofolio.adapters.git.signatures import Proof, read_signatures
from proofolio.adapters.git.uncommitted import uncommitted_reviews
from proofolio.adapters.undisturbed import undisturbed
from proofolio.core.model.history import History, Reach, Revision, Signature, Version, signature_by
from proofolio.core.model.person import Person

HEAD = "HEAD"
_REVIEW = re.compile(r"portfolios/[^/]+/[^/]+/reviews/[^/]+\.md")
_LENGTH_OF_SHA1 = 40
_NOBODY: Mapping[str, Person] = {}


def read_history(root: Path, at: str = HEAD, people: Mapping[str, Person] = _NOBODY) -> History:
    """The history of ``portfolios`` and ``competencies`` below ``root``; paths are relative to it.

    It is told up to the commit ``at``, with the names of that commit's ``.mailmap``. The signing keys
    of ``people`` say whose signatures are good. An empty history, with the reason, wherever Git
    cannot tell the whole of it. Never raises.
    """
    reach, commit = reach_of(root, at)
    if reach is not Reach.WHOLE:
        return History(reach)
    with undisturbed():
        return _read(root, commit, at == HEAD, people)


def _read(root: Path, commit: str, here: bool, people: Mapping[str, Person]) -> History:
    commits = _commits(root, commit)
    if not commits:
        return History(Reach.UNREADABLE)
    lineage = follow(commits)
    proofs = read_signatures(root, (each.id for each in commits if each.changes))
    revisions = _by_position(commits, lineage, proofs, people)
    brought = {path: commits[each].author for path, each in origins(commits, lineage.last).items()}
    by_path = {
        path: tuple(revisions[each] for each in track.positions if each in revisions)
        for path, track in sorted(lineage.tracks.items())
    }
    if len(commit) != _LENGTH_OF_SHA1:  # such a repository names its blobs otherwise than digests do
        return History(Reach.WHOLE, by_path, origins=brought)
    uncommitted = uncommitted_reviews(root, lineage.last) if here else frozenset()
    versions = _versions(lineage, revisions)
    return History(Reach.WHOLE, by_path, versions, _digests_before(lineage, uncommitted), brought)


def _commits(root: Path, commit: str) -> Sequence[Commit]:
    naming = Naming(read_mailmap(root, commit))
    # A partial clone lacks the contents that tell what is merely alike.
    for likeness in (LIKENESS, IDENTICAL):
        # Any other trouble, too: better no history than a wrong one.
        with suppress(ValueError):
            return without_imports(read_log(stream(root, *LOG, likeness, commit), naming))
    return ()


def _by_position(
    commits: Sequence[Commit],
    lineage: Lineage,
    proofs: Mapping[str, Proof],
    people: Mapping[str, Person],
) -> dict[int, Revision]:
    """A revision for each commit that changed a file or made a version.

    Those whose date is none are left out.
    """
    paths: dict[int, list[str]] = {}
    for position, path in sorted(lineage.touches):
        paths.setdefault(position, []).append(path)
    wanted = paths.keys() | {
        position for each in lineage.threads.values() for position, _, _ in each.versions
    }
    found: dict[int, Revision] = {}
    for position in sorted(wanted):
        commit = commits[position]
        if commit.at is None:
            continue
        signature, key = proofs.get(commit.id, (Signature.NONE, None))
        found[position] = Revision(
            commit.id,
            commit.at,
            commit.author,
            commit.subject,
            tuple(paths.get(position, ())),
            commit.co_authors,
            signature_by(commit.author, key, people) if key else signature,
        )
    return found


def _versions(lineage: Lineage, revisions: Mapping[int, Revision]) -> dict[str, tuple[Version, ...]]:
    return {
        folder: tuple(
            Version(digest, revisions[position], blobs)
            for position, digest, blobs in thread.versions
            if position in revisions
        )
        for folder, thread in sorted(lineage.threads.items())
        if thread.versions
    }


def _digests_before(lineage: Lineage, uncommitted: frozenset[str]) -> dict[str, frozenset[str]]:
    """For each review, the digests its submission had before the review's present text came in."""
    committed = {path for path in lineage.tracks if _REVIEW.fullmatch(path)}
    found: dict[str, frozenset[str]] = {}
    for path in sorted(committed | uncommitted):
        thread = lineage.threads.get(submission_of(path) or "")
        if thread is None:
            continue
        came_in = None if path in uncommitted else lineage.tracks[path].written
        digests = {digest for position, digest, _ in thread.versions if came_in is None or position < came_in}
        if digests:
            found[path] = frozenset(digests)
    return found
